"""What a dossier holds. Each class is a table of the file; its fields are the table's keys."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the negotiation.

    Attributes:
        name: as it is shown.
        aliases: what reports call it as well: its capital, its government, its initials.
        kind: country, organisation, group or union; None where nobody said.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or is spoken of.

    Attributes:
        name: as it is shown.
        aliases: other spellings and short forms.
        role: the office ("foreign minister"), or None.
        party: the name of the party spoken for, or None.
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing that is negotiated about.

    Attributes:
        name: as it is shown.
        words: words by which reports speak of it.
    """

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something on the table.

    Attributes:
        name: as it is shown.
        aliases: what reports call it as well.
        proposed_by: the name of a party, or None.
    """

    name: str
    aliases: tuple[str, ...] = ()
    proposed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A place that matters: a plant, a crossing, a harbour.

    Attributes:
        name: as it is shown.
        aliases: other names and spellings.
        latitude: in degrees north, or None.
        longitude: in degrees east, or None.
    """

    name: str
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to follow.

    Attributes:
        url: its address.
        outlet: who publishes its reports, where its own title does not say.
    """

    url: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody who publishes reports.

    Attributes:
        name: as it is shown.
        aliases: what pages and feeds call it as well.
        host: the host of its web site ("courier.example"), or None.
        copies: the agency or outlet whose words it mostly carries, or None.
    """

    name: str
    aliases: tuple[str, ...] = ()
    host: str | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """How fresh and how fine ground may be shown, for it can tell where troops are.

    Attributes:
        delay_days: nothing of the last so many days is shown; None where nobody said.
        decimals: of a degree, to which coordinates are rounded; None where nobody said.
    """

    delay_days: int | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One negotiation's own settings.

    Attributes:
        name: by which it is called.
        title: what it is about, or None.
        parties: the sides.
        people: who speaks for whom.
        issues: what it is about.
        proposals: what is on the table.
        sites: places that matter.
        feeds: what is followed.
        outlets: who publishes.
        ground: how ground may be shown.
        place: the file it was read from, or None.
    """

    name: str
    title: str | None = None
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    issues: tuple[Issue, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    sites: tuple[Site, ...] = ()
    feeds: tuple[Feed, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    ground: Showing = Showing()
    place: str | None = field(default=None, compare=False)


TABLES: dict[str, type[Party | Person | Issue | Proposal | Site | Feed | Outlet]] = {
    "parties": Party,
    "people": Person,
    "issues": Issue,
    "proposals": Proposal,
    "sites": Site,
    "feeds": Feed,
    "outlets": Outlet,
}
"""The tables of the file and what their entries are."""
