"""The block of named values that a Markdown or text file may begin with."""

from __future__ import annotations

import re

_BLOCK = re.compile(
    r"\ufeff?---[ \t]*\n(?P<lines>(?:(?!---[ \t]*\n).*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)\n*"
)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_ESCAPE = re.compile(r"\\([\"\\/])")


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """The named values a text begins with, and the text after them.

    The block stands between two lines of three hyphens and holds `name: value` lines; a value is a
    string, quoted or not, or a list. What is not such a block stays text.
    """
    text = text.replace("\r\n", "\n")
    block = _BLOCK.match(text)
    if block is None:
        return {}, text
    fields = _fields(block["lines"].split("\n"))
    return (fields, text[block.end() :]) if fields else ({}, text)


def _fields(lines: list[str]) -> dict[str, object]:
    """The named values of the lines; empty when a line is neither a value nor belongs to one."""
    fields: dict[str, object] = {}
    name = ""
    for line in lines:
        field, item = _FIELD.match(line), _ITEM.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if item and name:
            before = fields[name]
            fields[name] = [*(before if isinstance(before, list) else []), _scalar(item["value"])]
        elif field:
            name = field["name"]
            fields[name] = _value(field["value"] or "")
        elif name and line[0] in " \t":
            before = fields[name]
            if isinstance(before, str):
                fields[name] = f"{before.rstrip('|>')} {line.strip()}".strip()
        else:
            return {}
    return fields


def _value(words: str) -> str | list[str]:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return [_scalar(item) for item in words[1:-1].split(",") if item.strip()]
    return _scalar(words)


def _scalar(words: str) -> str:
    words = words.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        inside = words[1:-1]
        return _ESCAPE.sub(r"\1", inside) if words[0] == '"' else inside.replace("''", "'")
    return words
