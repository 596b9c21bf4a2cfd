"""The histories of encounters: planned on Monday, held on Tuesday, in whatever reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.identity.encounters import alike_form, fits, near
from parley.identity.meeting_days import WEEK
from parley.identity.names import folded
from parley.identity.standing import standing
from parley.identity.telling import PLANNED, Telling
from parley.model import Encounter, EncounterStatus
from parley.model.codec import Object
from parley.model.rulings import Checked, checked_of
from parley.record.days import Days, days
from parley.record.entity_entries import Entity
from parley.record.histories.ways import NO_ANCHOR, Handle, Line, Seen, Told, Window, each, numbers
from parley.vocabulary.geography import naming

_BACK, _AHEAD = 31, 24
"""Days: how far before and after a telling's day those lie that may be of the same encounter."""


class EncounterWay:
    """How tellings of encounters come together."""

    kind = "encounter"
    type = "encounter"

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts."""
        encounter = seen.finding
        if not isinstance(encounter, Encounter):
            return None
        who: dict[str, list[str]] = {}
        for name in encounter.participants:
            key, party, shown = identified(name, seen.known.get(name))
            who.setdefault(key, [key, party, shown, name])
        published = numbers(seen.published)
        facts: Object = {
            "published": seen.published,
            "out": published[0] if published else None,
            "position": seen.position,
            "form": encounter.form,
            "status": encounter.status.value,
            "who": list(who.values()),
            "on": encounter.on,
            "days": numbers(encounter.on),
            "place": encounter.place,
            "duration": encounter.duration,
            "agenda": list(encounter.agenda),
            "withheld": encounter.agenda_withheld_by,
            "checked": seen.checked,
            "read": seen.read_at,
        }
        out, further, report, position, identifier = _telling(seen.id, seen.report, facts).order
        return f"{out:07d} {further:02d} {report} {position:06d} {identifier}", facts

    def read(self, told: Told) -> Telling:
        """The telling as it is compared."""
        return _telling(told.id, told.report, told.facts)

    def handles(self, told: Told) -> list[Handle]:
        """Who takes part and of which party; where, by the day the report came out."""
        telling: Telling = told.read
        by_who, day = _by_who(telling)
        found = [(f"{who}{by_who}", day) for who in _who(telling)]
        if _is_plan_of_a_month(telling):
            found += [(who, day) for who in _who(telling)]
        if telling.where and telling.published is not None:
            found.append((f"{alike_form(telling.form)} at {telling.where}", telling.published))
        if (day_alone := _day_alone(telling)) and telling.published is not None:
            found.append((day_alone, telling.published))
        return found

    def windows(self, told: Told) -> list[Window]:
        """Those that share a participant and are near; those at the same place told of the same day."""
        telling: Telling = told.read
        by_who, day = _by_who(telling)
        last = day if telling.on is None or day == NO_ANCHOR else telling.on[1]
        low, high = (NO_ANCHOR, NO_ANCHOR) if day == NO_ANCHOR else (max(day - _BACK, 0), last + _AHEAD)
        found = [(f"{who}{by_who}", low, high) for who in _who(telling)]
        if _is_plan_of_a_month(telling):
            found += [(who, day, last) for who in _who(telling)]
        out = telling.published
        if telling.where and out is not None:
            found.append((f"{alike_form(telling.form)} at {telling.where}", out - 1, out + 1))
        if (day_alone := _day_alone(telling)) and out is not None:
            found.append((day_alone, out - 2, out + 2))
        return found

    def enough(self, told: Told) -> int:
        """One will do."""
        return 1

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings alone could be of one encounter."""
        return near(first.read, second.read)

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """How well a telling fits those before."""
        return fits([one.read for one in members], told.read)

    def line(self, members: Sequence[Told]) -> Line:
        """The encounter as all its tellings have it."""
        latest = standing([one.read for one in members])
        facts = [one.facts for one in members]
        last_first = facts[::-1]
        shown = next(one.facts for one in members if one.read is latest)
        status = latest.status.value
        on = _day(shown["on"], [one["on"] for one in last_first])
        content: Object = {
            "on": on,
            "status": status,
            "form": _form([one["form"] for one in facts]),
            "participants": _participants(facts),
            "place": next((one["place"] for one in last_first if one["place"]), None),
            "duration": next((one["duration"] for one in last_first if one["duration"]), None),
            "agenda": each(item for one in facts for item in one["agenda"]),
            "withheld": next((one["withheld"] for one in last_first if one["withheld"]), None),
            "reports": each(one.report for one in members),
            "findings": each(one.id for one in members),
            "read": max(one["read"] for one in facts),
            "checked": checked_of(Checked(one["checked"]) for one in facts if one["status"] == status).value,
            "history": _stages(members),
        }
        sides = each(name for one in facts for _, party, _, name in one["who"])
        sides += each(party for one in facts for _, party, *_ in one["who"] if party and party not in sides)
        return Line(days(on), _told_days(facts), status, tuple(sides), content)


def identified(name: str, entity: Entity | None) -> tuple[str, str, str]:
    """What a name is compared by, the party it belongs to, and how it is shown.

    Who the record knows by an id is shown as the record calls it when it is shown.
    """
    if entity is not None and entity.kind == "person":
        return entity.id, entity.party or "", name
    party = naming(entity.name if entity is not None else name)
    if party is not None and (entity is None or entity.kind == "country"):
        return f"party:{party.party}", party.party, party.party if entity is not None else name
    if entity is not None:
        return entity.id, entity.party or "", name
    return f"name:{folded(name) or name}", "", name


def _telling(identifier: str, report: str, facts: Object) -> Telling:
    on = facts["days"]
    return Telling(
        id=identifier,
        report=report,
        published=facts["out"],
        place=facts["position"],
        form=facts["form"],
        status=EncounterStatus(facts["status"]),
        participants={key: party for key, party, *_ in facts["who"]},
        on=(on[0], on[1]) if on else None,
        # "Osaka" and "Osaka, Japan" are one place.
        where=folded((facts["place"] or "").split(",")[0].removeprefix("the ")),
    )


def _who(telling: Telling) -> list[str]:
    parties = {f"of {party}" for party in telling.participants.values() if party}
    return sorted(f"{alike_form(telling.form)} {who} " for who in {*telling.participants, *parties})


def _day_alone(telling: Telling) -> str:
    """What an encounter is looked up by that is told by its day alone; empty for any other."""
    alone = alike_form(telling.form) != telling.form and not telling.participants and telling.on is not None
    return f"{alike_form(telling.form)} on {telling.on}" if alone else ""


def _is_plan_of_a_month(telling: Telling) -> bool:
    """Whether it is planned for so long a time that a report of its day must find it otherwise."""
    return telling.status in PLANNED and telling.on is not None and telling.on[1] - telling.on[0] >= WEEK


def _by_who(telling: Telling) -> tuple[str, int]:
    """What is added to handles by participants, and the day they have.

    A telling of a long time is only ever one with others of the very same time; one without any day only
    with others of its report.
    """
    on = telling.on
    if on is not None and on[1] - on[0] >= WEEK:
        return f"{on[0]}-{on[1]}", on[0]
    if on is not None:
        return "", on[0]
    if telling.published is not None:
        return "", telling.published
    return telling.report, NO_ANCHOR


def _day(shown: str | None, others: Sequence[str | None]) -> str | None:
    """The day by the telling that says how far it has come, else by the latest that gives one."""
    given = [on for on in (shown, *others) if days(on) is not None]
    precise = [on for on in given if len(on or "") >= len("2025-03-18")]
    return next(iter(precise or given), None)


def _form(forms: Sequence[str]) -> str:
    """The form told most often; of equals the one told first."""
    return max(dict.fromkeys(forms), key=forms.count)


def _participants(facts: Sequence[Object]) -> list[list[str]]:
    """Everybody once, by key and name; a country not beside its own people of another telling."""
    of_people = {party for one in facts for key, party, *_ in one["who"] if party and not _is_party(key)}
    shown: dict[str, str] = {}
    for one in facts:
        for key, party, name, _ in one["who"]:
            if _is_party(key) and party in of_people and _elsewhere(key, party, facts):
                continue
            shown.setdefault(key, name)
    return [[key, name] for key, name in shown.items()]


def _is_party(key: str) -> bool:
    return key.startswith("party:")


def _elsewhere(key: str, party: str, facts: Sequence[Object]) -> bool:
    """Whether a country's people stand in tellings in which it does not."""
    return any(
        all(other != key for other, *_ in one["who"]) and any(whose == party for _, whose, *_ in one["who"])
        for one in facts
    )


def _stages(members: Sequence[Told]) -> list[list[object]]:
    """Tellings, those that follow one another and say the same as one."""
    stages: list[list[Told]] = []
    for one in members:
        last = stages[-1][-1].facts if stages else None
        same = last is not None and (last["status"], last["on"]) == (
            one.facts["status"],
            one.facts["on"] or last["on"],
        )
        if same:
            stages[-1].append(one)
        else:
            stages.append([one])
    return [
        [
            group[0].facts["published"],
            group[0].facts["status"],
            group[0].facts["on"],
            each(one.report for one in group),
            each(one.id for one in group),
        ]
        for group in stages
    ]


def _told_days(facts: Sequence[Object]) -> Days | None:
    """When its reports came out: the first and the last day; None where one is not known."""
    out = [one["out"] for one in facts]
    if any(day is None for day in out):
        return None
    return date.fromordinal(min(out)).isoformat(), date.fromordinal(max(out)).isoformat()
