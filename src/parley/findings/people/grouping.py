"""Which names in a report are the same person, organisation or country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.findings.people.affiliation import Bearings
from parley.findings.people.bodies import governmental
from parley.findings.people.member import Kind, Named
from parley.findings.people.names import folded, name_words, same_full_name, short_for
from parley.vocabulary.geography import Form
from parley.vocabulary.offices import Sex, office_words, sex_of_given_name, titles

# Words before a name that may call its bearer a relative.
_KIN_REACH = 3
_SEVERAL = 2

Group = tuple[Named, ...]


def grouped(names: Sequence[Named], bearings: Bearings) -> tuple[Group, ...]:
    """The names of a report, those of one bearer together, groups in the order of their first name."""
    people = [named for named in names if named.kind is Kind.PERSON]
    others = [named for named in names if named.kind not in {Kind.PERSON, Kind.NATIONALITY}]
    groups = [*_people(people, bearings), *_bodies(others, bearings)]
    return tuple(sorted((tuple(group) for group in groups), key=lambda group: group[0].start))


def _people(names: Sequence[Named], bearings: Bearings) -> list[list[Named]]:
    words = {named: name_words(bearings.text(named)) for named in names}
    groups: list[list[Named]] = []
    for named in sorted(names, key=lambda one: (-len(words[one]), one.start)):
        if len(words[named]) < 2:
            continue
        home = next((g for g in groups if any(same_full_name(words[named], words[one]) for one in g)), None)
        if home is None:
            groups.append([named])
        else:
            home.append(named)
    full = [(group, tuple({words[one] for one in group})) for group in groups]
    forms = {id(group): {words[one] for one in group} for group in groups}
    kin = [group for group in groups if _is_kin(group, bearings)]
    offices = frozenset(title.lower() for title in titles()) if kin else frozenset()
    for named in sorted(names, key=lambda one: one.start):
        if len(words[named]) >= 2:
            continue
        called = [group for group in groups if words[named] in forms[id(group)]]
        others = kin if bearings.before(named, 1) & offices else ()
        home = _home(named, words[named], [one for one in full if one[0] not in others], kin, called)
        if home is None:
            home = []
            groups.append(home)
            full.append((home, (words[named],)))
            forms[id(home)] = set()
        home.append(named)
        forms[id(home)].add(words[named])
    return [sorted(group, key=lambda one: one.start) for group in groups]


def _home(
    named: Named,
    short: tuple[str, ...],
    full: Iterable[tuple[list[Named], tuple[tuple[str, ...], ...]]],
    kin: Sequence[list[Named]],
    called: Sequence[list[Named]],
) -> list[Named] | None:
    """The group a short name belongs to: the best fit, then who was called so before (a namesake who comes up
    later keeps the whole name), then the one named last before it, then the next.

    Somebody introduced as a relative ("his wife, Ida Lund") comes last, and is nobody called so before.
    """
    ranked = []
    for group, forms in full:
        fit = max(3 if short == form else short_for(short, form) for form in forms)
        if fit == 0 or _other_sex(named, group, forms):
            continue
        before = [one.start for one in group if one.start < named.start]
        related = any(group is other for other in kin)
        if related and not before:
            continue
        known = any(group is other for other in called)
        near = max(before) if before else -group[0].start
        ranked.append((not related, fit, known, bool(before), near, group))
    if not ranked:
        return None
    return max(ranked, key=lambda entry: entry[:5])[5]


def _is_kin(group: Sequence[Named], bearings: Bearings) -> bool:
    """Whether the first mention of somebody calls them a relative ("first lady Ida Lund")."""
    return bool(bearings.before(min(group, key=lambda one: one.start), _KIN_REACH) & office_words("kin"))


def _other_sex(named: Named, group: Sequence[Named], forms: Sequence[tuple[str, ...]]) -> bool:
    """Whether the honorific of a short name speaks against the bearer of a full one."""
    if named.sex is None:
        return False
    known = next((one.sex for one in group if one.sex is not None), None)
    if known is None:
        known = _given(forms)
    return known is not None and known is not named.sex


def _given(forms: Sequence[tuple[str, ...]]) -> Sex | None:
    for words in forms:
        if len(words) > 1:
            return sex_of_given_name(words[0].capitalize())
    return None


def _bodies(names: Sequence[Named], bearings: Bearings) -> list[list[Named]]:
    groups: dict[str, list[Named]] = {}
    acronyms = _acronyms(names, bearings)
    for named in names:
        groups.setdefault(_key(named, bearings, acronyms), []).append(named)
    return [part for group in groups.values() for part in _by_country(group, bearings)]


def _by_country(group: list[Named], bearings: Bearings) -> list[list[Named]]:
    """Bodies of one name, apart where they are of several countries ("the Defence Ministry" of each).

    One without a country is that of the one before it, or else of the first.
    """
    if len(group) < _SEVERAL or not governmental(bearings.text(group[0])):
        return [group]
    countries = [bearings.country_of(named) for named in group]
    if len({country for country in countries if country}) < _SEVERAL:
        return [group]
    found: dict[str, list[Named]] = {}
    last = next(country for country in countries if country)
    for named, country in zip(group, countries, strict=True):
        last = country or last
        found.setdefault(last, []).append(named)
    return list(found.values())


def _key(named: Named, bearings: Bearings, acronyms: dict[str, str]) -> str:
    if named.naming is not None and named.naming.form is Form.NAME:
        return "party " + named.naming.party
    text = folded(bearings.text(named)).removeprefix("the ")
    return acronyms.get(text, text)


def _acronyms(names: Sequence[Named], bearings: Bearings) -> dict[str, str]:
    """Folded acronyms with the folded full name in this report that has those initials."""
    full: dict[str, str] = {}
    for named in names:
        text = bearings.text(named)
        words = text.replace("-", " ").split()
        if len(words) > 1:
            initials = "".join(word[0] for word in words if word[0].isupper())
            full.setdefault(initials.casefold(), folded(text).removeprefix("the "))
    found = {}
    for named in names:
        text = bearings.text(named).replace(".", "")
        if 2 <= len(text) <= 6 and text.isupper() and text.casefold() in full and named.naming is None:
            found[folded(bearings.text(named))] = full[text.casefold()]
    return found
