"""The words of a piece of HTML that is all story: the content of a feed's item, a letter."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

_MARKUP = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|table|figure|article|section)\b[^<]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_NOT_STORY = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "form", "button",
    "select", "nav", "figure", "head", "title", "audio", "video",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "thead", "tr", "td", "th",
    "article", "section", "header", "footer", "aside", "main", "blockquote", "pre", "center", "body",
    "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


def looks_like_markup(words: str) -> bool:
    """Whether words are HTML rather than plain text."""
    return bool(_MARKUP.search(words) or _ENTITY.search(words))


def words_of_fragment(fragment: str) -> tuple[str, frozenset[str]]:
    """The words of a piece of HTML, a paragraph a line, and which lines its mark-up says are headings.

    Scripts, forms, pictures with their captions, and what is hidden are left out.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if not _MARKUP.search(fragment):
        return html.unescape(fragment), frozenset()
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = document_fromstring(fragment.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return "", frozenset()
    lines, headings = [""], set()
    for kind, words in _pieces(root):
        if kind == "break" and lines[-1]:
            lines.append("")
        elif kind == "words":
            lines[-1] += words
        elif kind == "heading":
            headings.add(_clean(words))
    cleaned = [line for line in map(_clean, lines) if line]
    return "\n".join(cleaned), frozenset(headings)


def _pieces(root: Any) -> Iterator[tuple[str, str]]:
    """The words and breaks of a tree in order, without recursion: hostile mark-up is deep."""
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        element, left = waiting.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if left:
            if name in _BLOCKS:
                yield "break", ""
            if element.tail:
                yield "words", element.tail
            continue
        waiting.append((element, True))
        if not name or name in _NOT_STORY or _HIDDEN.search(element.get("style") or ""):
            continue
        if name in _BLOCKS:
            yield "break", ""
        if name in _HEADINGS:
            yield "heading", "".join(element.itertext())
        if element.text:
            yield "words", element.text
        waiting += [(child, False) for child in reversed(element)]


def _clean(line: str) -> str:
    return " ".join(line.replace("\u200b", "").replace("\u00ad", "").split())
