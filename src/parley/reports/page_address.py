"""The form of a web address by which two visits to one page are told together."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from parley.vocabulary.pages import page_names


def page_address(url: str | None) -> str | None:
    """The address of the page that `url` leads to, without what differs from link to link.

    The scheme, a leading "www.", the fragment, a slash at the end and the marks of campaigns
    (`tracking` in `vocabulary/data/pages.toml`) say nothing of which page it is.

    Args:
        url: an address, or None.

    Returns:
        The form to compare ("courier.example/2025/talks"), or None where `url` is no web address.
    """
    try:
        parts = urlsplit((url or "").strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    asked = urlencode([(name, value) for name, value in parse_qsl(parts.query, True) if not _is_mark(name)])
    return place + parts.path.rstrip("/") + (f"?{asked}" if asked else "")


def _is_mark(name: str) -> bool:
    """Whether a part of a query says where a reader came from, not what is read."""
    lower = name.lower()
    return any(
        lower.startswith(mark[:-1]) if mark.endswith("*") else lower == mark
        for mark in page_names("tracking")
    )
