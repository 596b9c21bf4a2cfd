"""What a name says of a body: whether it is a state's, or a medium."""

from __future__ import annotations

from parley.vocabulary.offices import body_words, office_words


def governmental(text: str) -> bool:
    """Whether a name or phrase is a body of a state ("Defence Ministry", "air force")."""
    words = {word.strip(".,'’\"").lower() for word in text.split()}
    if words & office_words("of_workers") and not words & {"ministry", "department", "minister"}:
        return False
    return bool(words & body_words("government")) and not words & (body_words("media") - {"agency", "site"})


def medium(text: str) -> bool:
    """Whether a name or phrase is a medium ("state news agency"), which speaks for nobody."""
    words = {word.strip(".,'’\"").removesuffix("'s").removesuffix("’s").lower() for word in text.split()}
    return bool(words & (body_words("media") - {"agency", "site", "press", "post", "channel", "daily"}))
