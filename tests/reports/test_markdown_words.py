from pathlib import Path

import pytest

from parley.model import Report
from parley.reports import read_paths
from parley.reports.markdown import plain_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("The [ministry](https://m.example/a_(b)) said so.", "The ministry said so."),
        ("He **said** it *twice*, and _once_ more.", "He said it twice, and once more."),
        ("![The hall](hall.jpg) They met.", " They met."),
        ("> “We agree,” she said.\n> “Fully.”", "“We agree,” she said.\n“Fully.”"),
        ("## The offer ##", "## The offer"),
        ("See <https://m.example/a>.", "See https://m.example/a."),
        ("A \\*starred\\* word", "A *starred* word"),
        ("5 * 3 and 4 * 2, file_name_here", "5 * 3 and 4 * 2, file_name_here"),
        ("<!-- note -->They left.", "They left."),
        ("[not a link] (at all)", "[not a link] (at all)"),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_the_words_a_reader_sees(markdown: str, words: str) -> None:
    assert plain_words(markdown) == words


def test_a_text_file_keeps_its_markup_and_marks_it(tmp_path: Path) -> None:
    text = "The minister [**said**](https://m.example/speech) the tariff would stay."
    path = tmp_path / "speech.txt"
    path.write_text(text, encoding="utf-8")
    (report,) = read_paths([path])
    assert isinstance(report, Report)
    assert report.text == text
    marked = [part.span.of(text) for part in report.furniture]
    assert marked == ["[", "**", "**", "](https://m.example/speech)"]
    assert {part.kind for part in report.furniture} == {"markup"}


def test_a_headline_and_sections(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text(
        "# Lake states talk\n\nThey met on Sunday.\n\n## Water levels\n\nThey agreed.\n", encoding="utf-8"
    )
    (report,) = read_paths([path])
    assert isinstance(report, Report)
    assert report.title == "Lake states talk"
    assert [(part.kind, part.span.of(report.text)) for part in report.furniture] == [
        ("heading", "# Lake states talk"),
        ("heading", "## Water levels"),
    ]
