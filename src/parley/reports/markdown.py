"""Markdown: the words a reader sees, with headings left as they are."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK = re.compile(
    r"(?<!\\)\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+\"[^\"\n]*\")?\)"
)
_AUTOMATIC_LINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*\n]+?(?:\n[^*\n]+?)*?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]+?)(?<=[^\s_\\])_(?![\w_])")
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_CLOSING_HASHES = re.compile(r"^(#{1,6}[ \t].*?)[ \t]+#+[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|$@-])")


def plain_words(text: str) -> str:
    """The words of a Markdown text: links without their addresses, no pictures, no emphasis marks.

    Headings keep their `#`, so that they are known for headings; list marks stay.
    """
    for pattern, words in (
        (_COMMENT, ""),
        (_IMAGE, ""),
        (_LINK, r"\1"),
        (_AUTOMATIC_LINK, r"\1"),
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\1"),
        (_UNDERLINED, r"\1"),
        (_QUOTED_LINE, ""),
        (_CLOSING_HASHES, r"\1"),
        (_ESCAPE, r"\1"),
    ):
        text = pattern.sub(words, text)
    return text
