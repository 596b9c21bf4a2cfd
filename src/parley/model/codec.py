"""The findings format: findings as JSON objects, and back. One codec, derived from the fields of the types.

A value type becomes an object of its fields. Three rules make it the format of the design:

- a `Span` becomes ``{"start", "end", "text"}``, its words taken from the report's text at that moment, so
  that they can never disagree; a field called `span` is spread into the object that holds it;
- a finding's object begins with ``type``, ``id``, ``report`` and ends with ``evidence``, ``engine``,
  ``confidence``, ``rule``, ``checked``;
- `Statement.via`, an index in memory, is the id of the outer statement in the format.

Unknown keys are passed over when reading, so that objects of a later version can still be read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from parley.model.findings import Finding, Paraphrase, Statement
from parley.model.identifiers import FINDING_TYPES, finding_ids, type_name
from parley.model.reading import ReadReport
from parley.model.report import Report, report_id
from parley.model.span import Span

Object = dict[str, Any]
"""One JSON object."""

T = TypeVar("T")

_ENVELOPE = frozenset(field.name for field in fields(Finding))


class NotInFormat(ValueError):
    """An object is not of the findings format; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a finding's object says beside the finding itself.

    Attributes:
        id: the finding's id.
        report: the id of its report.
        engine: what read it.
        via: the id of the statement it is embedded in, or None.
        checked: what people made of it: machine (nobody looked), confirmed, corrected or rejected.
    """

    id: str
    report: str
    engine: str
    via: str | None = None
    checked: str = "machine"


def encode(read_report: ReadReport) -> list[Object]:
    """A report and its findings in the findings format: the report's object first, then one a finding.

    Raises:
        ValueError: when a statement is embedded in one that the report does not have.
    """
    text, ids = read_report.report.text, finding_ids(read_report)
    vias = via_ids(read_report, ids)
    objects = [encode_report(read_report)]
    for finding, identifier, via in zip(read_report.findings, ids, vias, strict=True):
        envelope = Envelope(identifier, read_report.report.id, read_report.engine, via)
        objects.append(encode_finding(finding, envelope, text))
    return objects


def via_ids(read_report: ReadReport, ids: Sequence[str]) -> tuple[str | None, ...]:
    """For each finding the id of the statement it is embedded in, or None.

    Args:
        read_report: the report.
        ids: its `finding_ids`.

    Raises:
        ValueError: when a statement is embedded in one that the report does not have.
    """
    pairs = tuple(zip(read_report.findings, ids, strict=True))
    statements = tuple(identifier for finding, identifier in pairs if isinstance(finding, Statement))
    return tuple(_via_id(finding, statements) for finding in read_report.findings)


def encode_report(read_report: ReadReport) -> Object:
    """The report's own object: where it came from, and whether it is a machine paraphrase."""
    report = read_report.report
    out: Object = {"type": "report", "id": report.id}
    for field in fields(Report):
        if field.name not in ("text", "furniture"):
            out[field.name] = getattr(report, field.name)
    out["family"] = None
    out["paraphrase"] = to_object(read_report.paraphrase, report.text)
    out["engine"] = read_report.engine
    out["furniture"] = [to_object(passage, report.text) for passage in report.furniture]
    return out


def encode_finding(finding: Finding, envelope: Envelope, text: str) -> Object:
    """One finding in the findings format, its words taken from the report's `text`."""
    plain = to_object(finding, text)
    out: Object = {"type": type_name(finding), "id": envelope.id, "report": envelope.report}
    out.update((name, value) for name, value in plain.items() if name not in _ENVELOPE)
    if "via" in out:
        out["via"] = envelope.via
    out["evidence"] = plain["evidence"]
    out["engine"] = envelope.engine
    out["confidence"] = plain["confidence"]
    out["rule"] = plain["rule"]
    out["checked"] = envelope.checked
    return out


def decode(objects: Iterable[Mapping[str, Any]], text: str) -> ReadReport:
    """The report and findings that `encode` made these objects of.

    Args:
        objects: the objects of one report, the report's own first.
        text: the report's stored text.

    Raises:
        NotInFormat: when they are not of the findings format, or are about another text.
    """
    head, *rest = list(objects) or [{}]
    if head.get("type") != "report":
        raise NotInFormat("The first object of a report's findings must be of type report.")
    if head.get("id") != report_id(text):
        raise NotInFormat(f"These are findings of report {head.get('id')}; the text is {report_id(text)}'s.")
    _check_words(head, text)
    for item in rest:
        _check_words(item, text)
    statements = [item.get("id") for item in rest if item.get("type") == "statement"]
    return ReadReport(
        report=from_object(Report, {**head, "text": text}),
        engine=_required(head, "engine", str, "report"),
        findings=tuple(_decode_finding(item, statements) for item in rest),
        paraphrase=from_object(Paraphrase, _required(head, "paraphrase", dict, "report")),
    )


def to_object(value: Any, text: str | None = None) -> Any:
    """A value as JSON has it.

    Args:
        value: a value type of `parley.model`, or what its fields hold.
        text: the report's text, to give spans their words; without it they are offsets only.
    """
    if isinstance(value, Span):
        words = {} if text is None else {"text": value.of(text)}
        return {"start": value.start, "end": value.end, **words}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [to_object(item, text) for item in value]
    if not is_dataclass(value):
        return value
    out: Object = {}
    for field in fields(value):
        plain = to_object(getattr(value, field.name), text)
        out.update(plain if field.name == "span" else {field.name: plain})
    return out


def from_object(kind: type[T], item: Mapping[str, Any]) -> T:
    """The value of type `kind` that `to_object` made this object of.

    Raises:
        NotInFormat: when a field is missing or does not hold what it should.
    """
    arguments: Object = {}
    for name, needed, read in _fields_of(cast(Hashable, kind)):
        if name == "span":
            arguments[name] = read(item)
        elif name in item:
            arguments[name] = read(item[name])
        elif needed:
            raise NotInFormat(f"A {kind.__name__.lower()} needs {name!r}.")
    return kind(**arguments)


Reader = Callable[[Any], Any]
"""Makes the value of a plain one, or says with `NotInFormat` where it is none."""


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, bool, Reader], ...]:
    """The fields of a value type: the name, whether it must be there, and what reads it, made only once."""
    hints = get_type_hints(kind)
    whose = kind.__name__
    return tuple(
        (
            field.name,
            field.default is MISSING,
            _reading(hints[field.name], whose if field.name == "span" else f"{whose.lower()}.{field.name}"),
        )
        for field in fields(kind)
    )


def _reading(hint: Any, where: str) -> Reader:
    """What makes a value of the type `hint`, or raises `NotInFormat` naming `where` it stands."""
    if get_origin(hint) in (Union, UnionType):
        inner = _reading(next(part for part in get_args(hint) if part is not NoneType), where)
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return partial(_several, _reading(get_args(hint)[0], where), where)
    if is_dataclass(hint):
        return partial(_composite, hint, where)
    if issubclass(hint, StrEnum):
        return partial(_member, hint, {member.value: member for member in hint}, where)
    return partial(_plain, hint, where)


def _several(inner: Reader, where: str, value: Any) -> tuple[Any, ...]:
    """A list as a tuple of what `inner` makes of its items."""
    if not isinstance(value, list | tuple):
        raise NotInFormat(f"{where} must be a list, not {value!r}.")
    return tuple([inner(item) for item in value])


def _member(hint: Any, members: Mapping[str, Any], where: str, value: Any) -> Any:
    """A word as the member of an enumeration."""
    found = members.get(value) if isinstance(value, str) else None
    if found is None:
        raise NotInFormat(f"{where} must be one of {', '.join(hint)}, not {value!r}.")
    return found


def _plain(hint: Any, where: str, value: Any) -> Any:
    """A value that is of the type already; a whole number may stand for a float."""
    if type(value) is hint:
        return value
    if hint is float and type(value) is int:
        return float(value)
    raise NotInFormat(f"{where} must be {hint.__name__}, not {value!r}.")


def _composite(hint: Any, where: str, value: Any) -> Any:
    """An object as the value type `hint`."""
    if not isinstance(value, Mapping):
        raise NotInFormat(f"{where} must be an object, not {value!r}.")
    try:
        return from_object(hint, value)
    except NotInFormat:
        raise
    except ValueError as error:
        raise NotInFormat(f"{where}: {error}.") from error


def _decode_finding(item: Mapping[str, Any], statements: Sequence[str | None]) -> Finding:
    """One finding; `statements` are the ids of the report's statements, in order."""
    kind = FINDING_TYPES.get(str(item.get("type")))
    if kind is None:
        raise NotInFormat(f"No finding is of type {item.get('type')!r}.")
    via = item.get("via")
    if kind is not Statement or via is None:
        return from_object(kind, item)
    if via not in statements:
        raise NotInFormat(f"Statement {item.get('id')} is embedded in {via}, which is not there.")
    return from_object(kind, {**item, "via": statements.index(via)})


def _via_id(finding: Finding, statements: Sequence[str]) -> str | None:
    """The id of the statement `finding` is embedded in, or None."""
    if not isinstance(finding, Statement) or finding.via is None:
        return None
    if not 0 <= finding.via < len(statements):
        raise ValueError(f"a statement is embedded in statement {finding.via} of {len(statements)}")
    return statements[finding.via]


def _required(item: Mapping[str, Any], name: str, kind: type[T], where: str) -> T:
    """The value of a key that must be there and be of a type."""
    value = item.get(name)
    if not isinstance(value, kind):
        raise NotInFormat(f"A {where} needs {name!r}.")
    return value


def _check_words(value: Any, text: str) -> None:
    """Raise `NotInFormat` where an object's offsets are not in `text`, or its words not at its offsets."""
    if isinstance(value, list | tuple):
        for item in value:
            _check_words(item, text)
    elif isinstance(value, Mapping):
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int):
            if end > len(text):
                raise NotInFormat(f"The text ends before [{start}, {end}).")
            if value.get("text", text[start:end]) != text[start:end]:
                raise NotInFormat(f"The text has other words at [{start}, {end}) than {value['text']!r}.")
        for item in value.values():
            _check_words(item, text)
