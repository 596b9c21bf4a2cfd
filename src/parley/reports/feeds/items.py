"""From an item of a feed to a draft."""

from __future__ import annotations

from parley.reports.draft import Draft
from parley.reports.feeds.feed import Item
from parley.reports.fragments import looks_like_markup, words_of_fragment

# The shortest first sentences of feeds at hand have some ten words; "Read more" and headlines have fewer.
_FEWEST_WORDS = 8


def draft_of_item(item: Item) -> Draft | None:
    """The draft of an item, from its content or else its summary; None where it has too few words."""
    for words in filter(None, (item.content, item.summary)):
        text, headings = words_of_fragment(words) if looks_like_markup(words) else (words, frozenset())
        if len(text.split()) >= _FEWEST_WORDS:
            return Draft(
                text=text,
                title=item.title,
                outlet=item.outlet,
                byline=item.byline,
                url=item.address,
                published=item.published,
                headings=headings,
                part=item.key,
            )
    return None
