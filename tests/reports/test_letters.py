"""Newsletters, single letters, and pages saved as letters or property lists."""

import plistlib
from pathlib import Path

import pytest

from parley.model import Report
from parley.reports import Taken, Unreadable, read_paths, take_in

WORDS = (
    "The negotiators of the two islands said on Sunday that the ferry line would open in July. "
    "“The timetable is the easy part,” said Tor Vik, who speaks for the northern council."
)
BODY = f"<article><p>{WORDS}</p></article>"
PAGE = f"<html><head><title>Ferry line to open</title></head><body>{BODY}</body></html>"


def letter(body: str, kind: str = "text/plain", **headers: str) -> str:
    known = {
        "From": "Island Brief <brief@islands.example>",
        "Subject": "Ferry line to open",
        "Date": "Sun, 01 Jun 2025 23:30:00 -0700",
        "Message-ID": "<1@islands.example>",
        **headers,
    }
    lines = "\n".join(f"{name.replace('_', '-')}: {value}" for name, value in known.items())
    return f"{lines}\nContent-Type: {kind}; charset=utf-8\n\n{body}\n"


def mbox(*letters: str) -> str:
    return "".join(f"From brief@islands.example Sun Jun  1 23:30:00 2025\n{one}\n" for one in letters)


def read(tmp_path: Path, name: str, data: str | bytes) -> list[Report | Unreadable]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_paths([path]))


@pytest.mark.parametrize("name", ["letters.mbox", "letters", "letters.txt"])
def test_letters_are_reports(tmp_path: Path, name: str) -> None:
    second = letter(WORDS + "\n>From here on it is quoted.", Subject="=?utf-8?q?F=C3=A6rge?=")
    first, other = read(tmp_path, name, mbox(letter(WORDS), second))
    assert isinstance(first, Report) and isinstance(other, Report)
    assert (first.text, first.title, first.outlet) == (WORDS, "Ferry line to open", "Island Brief")
    assert (first.published, first.origin) == ("2025-06-01", f"{tmp_path / name}#1")
    assert other.title == "Færge"
    assert other.text.endswith("\nFrom here on it is quoted.")


def test_the_page_of_a_letter_goes_before_its_plain_words(tmp_path: Path) -> None:
    body = (
        (
            "--x\nContent-Type: text/plain\n\nView this letter in your browser to read what "
            "it says about everything in it today please.\n"
            "--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
            f"<table><tr><td><h1>Ferry</h1><p>{WORDS[:90]}</p></td></tr><tr><td><p>{WORDS[90:]}</p>"
            "<div style=3D'display:none'>Preview words</div></td></tr></table>\n--x--"
        )
        .replace("“", "=E2=80=9C")
        .replace("”", "=E2=80=9D")
    )
    data = letter(body).replace("text/plain; charset=utf-8", "multipart/alternative; boundary=x", 1)
    (report,) = read(tmp_path, "a.eml", data)
    assert isinstance(report, Report)
    assert report.text == f"Ferry\n{WORDS[:90].strip()}\n{WORDS[90:].strip()}"


def test_flowed_lines_are_joined(tmp_path: Path) -> None:
    flowed = letter(WORDS.replace("ferry line", "ferry \nline"), "text/plain; format=flowed")
    (report,) = read(tmp_path, "a.eml", flowed)
    assert isinstance(report, Report) and "the ferry line would" in report.text.replace("  ", " ")


@pytest.mark.parametrize(
    "data",
    [
        letter(""),
        letter("Short."),
        letter(WORDS, "application/pdf"),
        letter(WORDS, "multipart/mixed; boundary=never"),
        "Subject: =?utf-8?b?!!!?=\nDate: never\nFrom: ,,,<\n\n",
        "\n\n\n",
        "Content-Type: multipart/mixed; boundary=a\n\n"
        + "--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 500,
        b"Content-Type: text/html; charset=no-such\n\n" + b"\xff" * 400,
    ],
)
def test_a_letter_that_is_none_costs_itself_only(tmp_path: Path, data: str | bytes) -> None:
    raw = data.encode() if isinstance(data, str) else data
    box = b"From a@b.example Sun Jun  1 23:30:00 2025\n" + raw + b"\n\n" + mbox(letter(WORDS)).encode()
    found = read(tmp_path, "letters.mbox", box)
    assert isinstance(found[0], Unreadable) and found[0].reason.endswith(".")
    assert isinstance(found[-1], Report)


def test_a_report_that_begins_like_a_letter_box_is_a_report(tmp_path: Path) -> None:
    text = f"From the harbour one sees the ferry.\n{WORDS}"
    (report,) = read(tmp_path, "story.txt", text)
    assert isinstance(report, Report) and report.text == text


def test_no_letter(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "letters.mbox", WORDS)
    assert isinstance(found, Unreadable) and "From" in found.reason


def test_how_a_letter_came(tmp_path: Path) -> None:
    path = tmp_path / "letters.mbox"
    path.write_text(mbox(letter(WORDS), letter(WORDS + " Again.")))
    first, second = take_in([path])
    assert isinstance(first, Taken) and isinstance(second, Taken)
    assert (first.arrival.way, first.arrival.part) == ("letter", "1@islands.example")
    assert first.arrival.raw.startswith(b"From: Island Brief")
    assert first.arrival.digest != second.arrival.digest


def test_a_page_saved_as_a_letter(tmp_path: Path) -> None:
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://islands.example/ferry\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n"
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )
    (report,) = read(tmp_path, "ferry.mhtml", saved)
    assert isinstance(report, Report)
    assert (report.text, report.title, report.url) == (
        WORDS,
        "Ferry line to open",
        "https://islands.example/ferry",
    )


def test_a_page_saved_by_safari(tmp_path: Path) -> None:
    main = {
        "WebResourceData": PAGE.encode(),
        "WebResourceURL": "https://islands.example/ferry",
        "WebResourceTextEncodingName": "UTF-8",
    }
    (report,) = read(
        tmp_path, "ferry.webarchive", plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    )
    assert isinstance(report, Report)
    assert (report.text, report.url) == (WORDS, "https://islands.example/ferry")


@pytest.mark.parametrize("name", ["a.mhtml", "a.webarchive"])
@pytest.mark.parametrize(
    "data", [b"nothing", b"bplist00\xff\xff", plistlib.dumps({"a": 1}), plistlib.dumps([1])]
)
def test_a_saved_page_without_a_page(tmp_path: Path, name: str, data: bytes) -> None:
    (found,) = read(tmp_path, name, data)
    assert isinstance(found, Unreadable) and "No page is in it" in found.reason
