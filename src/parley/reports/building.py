"""From a draft to a report: the text is checked and stored, its date found, its furniture marked."""

from __future__ import annotations

import re

from parley.model import Furniture, Report
from parley.reports.dates import date_in_address, date_in_file_name, days_between, publication_date
from parley.reports.decoding import stored_text
from parley.reports.draft import Draft, Given
from parley.reports.furniture import find_furniture
from parley.reports.languages import foreign_language
from parley.reports.unreadable import BadDate, NotReadable

# A novel has a million characters, the longest transcript at hand half of one.
LONGEST_REPORT = 10_000_000

# A page whose metadata lies more than this from the day in its own address was dated by a later edit or a
# template; the address was made on the day.
_DAYS_APART = 31

_BY = re.compile(r"^(?:(?:story|text|words|analysis|report|written|posted|reported) )?by:? ", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]")


def build_report(
    draft: Draft, given: Given, origin: str | None = None, file_name: str = "", retrieved: str | None = None
) -> Report:
    """The report of a draft.

    Args:
        draft: what the format gave.
        given: what the person gave.
        origin: where the text was read from, as given.
        file_name: the name of the file, in which a date may stand.
        retrieved: when it was taken in, ISO 8601.

    Raises:
        NotReadable: when the text is empty, too long, or not English.
        BadDate: when the date that would count does not exist or cannot be read.
    """
    text = stored_text(draft.text)
    _check(text)
    url = given.url or _clean(draft.url)
    published, published_from = _published(draft, given, url, file_name)
    furniture = find_furniture(text, draft.headings)
    return Report(
        text=text,
        title=_clean(draft.title) or _title(text, furniture),
        outlet=given.outlet or _clean(draft.outlet),
        byline=_author(draft.byline) or _byline(text, furniture),
        url=url,
        published=published,
        published_from=published_from,
        retrieved=retrieved,
        origin=origin,
        furniture=furniture,
    )


def _check(text: str) -> None:
    if not _WORDS.search(text):
        raise NotReadable("There is no text in it; give a file that holds the report's words.")
    if len(text) > LONGEST_REPORT:
        raise NotReadable(
            f"It has {len(text):,} characters, more than the {LONGEST_REPORT:,} of one report; "
            "split it into reports, one a file."
        )
    language = foreign_language(text)
    if language == "unknown":
        raise NotReadable(
            "It does not read like English, and Parley reads English only; give a report in English."
        )
    if language:
        raise NotReadable(f"It is in {language}, and Parley reads English only; translate it first.")


def _published(draft: Draft, given: Given, url: str | None, file_name: str) -> tuple[str | None, str | None]:
    """The day of publication and where it was found."""
    if given.published:
        return publication_date(given.published), "given"
    in_address = date_in_address(url) if url else None
    if draft.published:
        stated = publication_date(draft.published)
        apart = days_between(stated, in_address) if in_address else None
        return (in_address if apart and apart > _DAYS_APART else stated), "metadata"
    if in_address:
        return in_address, "metadata"
    try:
        in_name = date_in_file_name(file_name)
    except BadDate as error:
        raise BadDate(f"The file name says {error} Rename the file or give --published.") from error
    return in_name, "file name" if in_name else None


def _byline(text: str, furniture: tuple[Furniture, ...]) -> str | None:
    """Who wrote it, by the byline that stands in the text."""
    for mark in furniture:
        words = mark.span.of(text)
        if mark.kind == "byline" and _BY.match(words):
            return _author(words)
    return None


def _author(byline: str | None) -> str | None:
    """A byline without its "By"."""
    return _BY.sub("", _clean(byline) or "", count=1).strip(" ,|") or None


def _title(text: str, furniture: tuple[Furniture, ...]) -> str | None:
    """The headline, where the text begins with it."""
    if not furniture or furniture[0].kind != "heading":
        return None
    words = furniture[0].span.of(text)
    starts_text = not text[: furniture[0].span.start].strip()
    is_section = words.startswith("##")
    return words.lstrip("# ").strip() if starts_text and not is_section else None


def _clean(value: str | None) -> str | None:
    """A metadata value on one line, or None where nothing is in it."""
    return " ".join(stored_text(value).split()) or None if value else None
