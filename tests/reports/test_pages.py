from pathlib import Path

import pytest

from parley.model import Report
from parley.reports import NotReadable, Unreadable, read_paths
from parley.reports.html import declared_encoding, draft_of_page

PARAGRAPHS = [
    "The fishing ministers of the two coasts met on Wednesday and agreed to share the herring for a year.",
    "“It is a fair quota, and our boats can live with it,” said Runa Dahl, who leads the north’s team.",
    "The southern minister told reporters that he would ask his parliament to vote on it in June.",
    "Neither side would say what had become of the dispute about the cod, which closed two harbours.",
]
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def page(head: str = "", body: str = BODY) -> str:
    article = f"<article><h1>Herring shared</h1>{body}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{article}</body></html>"


def read(tmp_path: Path, text: str, name: str = "page.html") -> Report | Unreadable:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (found,) = read_paths([path])
    return found


def test_the_article_and_what_the_page_says_of_it(tmp_path: Path) -> None:
    head = """
      <title>Herring shared | Coast Courier</title>
      <meta property="og:title" content="Herring shared for another year">
      <meta property="og:site_name" content="Coast Courier">
      <meta name="author" content="By Liv Moen">
      <meta property="article:published_time" content="2023-04-19T22:10:00+02:00">
      <link rel="canonical" href="https://courier.example/herring">
    """
    report = read(tmp_path, page(head, BODY + "<footer>We use cookies</footer>"))
    assert isinstance(report, Report)
    for words in PARAGRAPHS:
        assert words in report.text
    assert "cookies" not in report.text
    assert report.title == "Herring shared for another year"
    assert report.outlet == "Coast Courier"
    assert report.byline == "Liv Moen"
    assert report.url == "https://courier.example/herring"
    assert (report.published, report.published_from) == ("2023-04-19", "metadata")


@pytest.mark.parametrize(
    ("published", "head"),
    [
        (
            "2023-04-19",
            '<script type="application/ld+json">{"@graph": ['
            '{"@type": "WebSite", "datePublished": "2011-01-01"}, '
            '{"@type": "NewsArticle", "datePublished": "2023-04-19T08:00:00Z"}]}'
            "</script>",
        ),
        ("2023-04-19", '<meta name="pubdate" content="20230419"><meta name="date" content="2020-01-01">'),
        ("2023-04-19", '<meta itemprop="datePublished" content="April 19, 2023">'),
        (
            "2023-04-19",
            '<script type="application/ld+json">{broken</script><meta name="date" content="2023-04-19">',
        ),
        ("2023-04-19", '<meta name="pubdate" content="soon"><meta name="date" content="2023-04-19">'),
        ("2023-04-19", '<meta name="pubdate" content="2023-02-30"><meta name="date" content="2023-04-19">'),
        ("2023-04-19", '<link rel="canonical" href="https://courier.example/2023/04/19/herring">'),
        (
            "2023-04-19",
            '<meta name="date" content="2024-04-19"><link rel="canonical" href="https://courier.example/2023/04/19/h">',
        ),
        (None, ""),
        (None, '<meta property="article:modified_time" content="2024-01-01">'),
        (
            None,
            '<script type="application/ld+json">{"@type": "Image", "datePublished": "2023-04-19"}</script>',
        ),
    ],
)
def test_the_day_is_what_the_page_states(tmp_path: Path, published: str | None, head: str) -> None:
    report = read(tmp_path, page(head))
    assert isinstance(report, Report)
    assert report.published == published


def test_the_day_of_a_caption_is_not_the_day_of_publication(tmp_path: Path) -> None:
    caption = "<figure><img src=a.jpg><figcaption>Boats, June 28, 2019. Photo: Jo Lind</figcaption></figure>"
    dated = "<p>The boats were photographed on June 28, 2019, when the harbour was closed.</p>"
    report = read(
        tmp_path, page("", caption + BODY + dated + "<p><time datetime='2019-06-28'>June 28</time></p>")
    )
    assert isinstance(report, Report)
    assert report.published is None


def test_a_time_element_that_says_it_is_the_publication(tmp_path: Path) -> None:
    body = '<time class="story__published" datetime="2023-04-19">19 April</time>' + BODY
    report = read(tmp_path, page("", body))
    assert isinstance(report, Report)
    assert report.published == "2023-04-19"


def test_headings_are_known_by_their_element(tmp_path: Path) -> None:
    report = read(tmp_path, page("", BODY + "<h2>What about the cod?</h2>" + BODY.replace("herring", "cod")))
    assert isinstance(report, Report)
    assert "What about the cod?" in [
        part.span.of(report.text) for part in report.furniture if part.kind == "heading"
    ]


def test_a_page_named_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    report = read(tmp_path, page(), "saved.txt")
    assert isinstance(report, Report)
    assert "<p>" not in report.text


@pytest.mark.parametrize(
    "text",
    [
        page("", ""),
        page("", "<p>Sign in</p><p>Page not found</p>"),
        "<html></html>",
        page("", "".join(f"<li><a href=/{number}>Headline number {number}</a></li>" for number in range(40))),
        page("", "<script>var herring = 1;</script>"),
    ],
)
def test_a_page_without_an_article(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert isinstance(found, Unreadable)
    assert found.reason.startswith("No article was found in the page; save the page of one report")


@pytest.mark.parametrize("text", ["", "   ", "<", "<html", "\x00", "<!DOCTYPE html>"])
def test_what_is_no_page(text: str) -> None:
    with pytest.raises(NotReadable):
        draft_of_page(text)


def test_the_encoding_a_page_declares(tmp_path: Path) -> None:
    assert declared_encoding(b'<html><meta charset="windows-1251">') == "windows-1251"
    assert declared_encoding(b'<?xml version="1.0" encoding="iso-8859-2"?>') == "iso-8859-2"
    assert declared_encoding(b"<html>") is None
    path = tmp_path / "page.html"
    text = page('<meta charset="iso-8859-2">').replace("Runa Dahl", "Żaneta Łuczak")
    path.write_bytes(text.encode("iso-8859-2", errors="replace"))
    (report,) = read_paths([path])
    assert isinstance(report, Report)
    assert "Żaneta Łuczak" in report.text
