"""From answers to pages: the templates, and what every page says beside its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from parley import __version__
from parley.desk import showing
from parley.desk.asking import address
from parley.desk.screens import NAVIGATION, VIEWS_BY_NAME
from parley.desk.store import Store
from parley.desk.view import Answer, Asked, Kind, Parameter, View, state_of
from parley.views.titles import called

if TYPE_CHECKING:
    from parley.desk.visits import Visitor, Visits

THEMES = ("auto", "light", "dark")
_PART = "part"
_WAIT = 503
_TITLES = {_WAIT: "One moment", 404: "Not here"}


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes pages.

    Attributes:
        store: the record they are about.
        visits: who looks at them.
        templates: what they are made from.
    """

    store: Store
    visits: Visits
    templates: Environment

    def page(self, request: Request, visitor: Visitor, view: View, asked: Asked, answer: Answer) -> Response:
        """The page of a view."""
        here = partial(_here, view, asked.values)
        words = {
            "view": view,
            "asked": asked,
            "answer": answer,
            "title": answer.title or view.title,
            "state": state_of(answer, asked).value,
            "here": here,
            "filters": [one for one in view.parameters if not one.hidden and not one.in_path],
            "narrowed": _narrowed(view, asked),
            "address": f"{request.url.scheme}://{request.url.netloc}{here()}",
            **answer.shown,
        }
        return self._rendered(request, visitor, f"{view.name}.html", words)

    def plain(
        self, request: Request, visitor: Visitor, template: str, shown: Mapping[str, Any], status: int = 200
    ) -> Response:
        """A page that is no view: signing in, the result of a form."""
        return self._rendered(request, visitor, template, shown, status)

    def refusal(self, request: Request, visitor: Visitor | None, status: int, sentence: str) -> Response:
        """A page that says why there is no other."""
        shown = {
            "sentence": sentence,
            "title": _TITLES.get(status, "Not this way"),
            "wait": status == _WAIT,
        }
        return self._rendered(request, visitor, "refusal.html", shown, status)

    def _rendered(
        self,
        request: Request,
        visitor: Visitor | None,
        template: str,
        shown: Mapping[str, Any],
        status: int = 200,
    ) -> Response:
        store, visits = self.store, self.visits
        theme = request.cookies.get("parley_theme", "auto")
        page = self.templates.get_template(template).render(
            {
                "navigation": NAVIGATION,
                "path": request.url.path,
                "back": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
                "store": store,
                "version": store.version(),
                "program": __version__,
                "visit": visits.visit(visitor) if visitor else None,
                "signed_in": visitor.grant if visitor else None,
                "token": visits.form_token(visitor) if visitor else "",
                "theme": theme if theme in THEMES else "auto",
                "keys": request.cookies.get("parley_keys") != "off",
                "may": visits.visit(visitor).may if visitor else frozenset(),
                "shut": visits.access is not None and (visitor is None or visitor.grant is None),
                **shown,
            }
        )
        return HTMLResponse(page, status)


def environment() -> Environment:
    """The templates, which escape whatever they show."""
    made = Environment(
        loader=PackageLoader("parley.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=showing.finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        shown=showing.shown,
        plain=showing.plain,
        paragraphs=showing.paragraphs,
        attr=showing.attribute,
        short=showing.short,
        day=showing.spoken_date,
        moment=showing.moment,
        stance=showing.stance,
        matter=showing.matter,
    )
    made.globals.update(link=link, counted=showing.counted, called=called, Kind=Kind)
    return made


def link(name: str, /, **values: object) -> str:
    """The address of a view by its name."""
    return address(VIEWS_BY_NAME[name], values)


def _here(view: View, values: Mapping[str, str], ending: str = "", /, **changes: object) -> str:
    """The address of the page that is shown, with some values changed; a changed filter begins at part 1."""
    kept = {name: value for name, value in values.items() if not changes or name != _PART}
    return address(view, {**kept, **changes}, ending)


def _narrowed(view: View, asked: Asked) -> list[tuple[Parameter, str]]:
    """The filters in force, with their values."""
    given = [
        one for one in view.parameters if not one.hidden and not one.in_path and one.name in asked.values
    ]
    return [(one, asked.values[one.name]) for one in given]
