"""A dossier: what a person has written down about one negotiation. Optional everywhere."""

from parley.dossier.dossier import Dossier, Feed, Issue, Outlet, Party, Person, Proposal, Showing, Site
from parley.dossier.errors import BadDossier, NoDossier
from parley.dossier.places import dossier_place, new_dossier
from parley.dossier.reading import dossier_of, load_dossier

__all__ = [
    "BadDossier",
    "Dossier",
    "Feed",
    "Issue",
    "NoDossier",
    "Outlet",
    "Party",
    "Person",
    "Proposal",
    "Showing",
    "Site",
    "dossier_of",
    "dossier_place",
    "load_dossier",
    "new_dossier",
]
