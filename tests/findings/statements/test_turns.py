"""Transcripts: speakers named by labels, without quotation marks."""

from __future__ import annotations

import parley
from parley.model import Speech, Statement

BRIEFING = """OSLO, 4 March - Transcript of the daily briefing by the ministry's spokeswoman, Marta Lindqvist.

MS. LINDQVIST: Good afternoon. We welcome the resumption of the talks in Geneva.

The minister will travel there on Thursday.

QUESTION: Does the government accept the draft?

MS. LINDQVIST: We will not comment on drafts we have not seen. (Laughter.)

Q   Not even the one that "everybody has read"?

OLE HANSEN, Norwegian Radio: Will Norway pay for the monitors?

PER DAHL: The union told us on Monday that it wants the observers back on the boats.

(Applause.)

MS. LINDQVIST: Thank you.
"""

INTERVIEW = """An interview with the chief negotiator of the pilots, printed here in full.

Question: What keeps you from the table?

Answer: They must withdraw the lockout before anything else.

Question: And if they do not?

Answer: Then nobody flies in May.
"""


def said(text: str) -> list[Statement]:
    return list(parley.read(text, published="2025-03-04").statements)


def words(text: str, statement: Statement) -> str:
    return " / ".join(part.of(text) for part in statement.content)


def test_a_turn_is_one_direct_statement_by_the_person_on_the_label() -> None:
    found = [one for one in said(BRIEFING) if one.rule == "speaker label"]
    names = [one.source.name if one.source else None for one in found]
    assert names == ["Marta Lindqvist", "Marta Lindqvist", "Per Dahl"]
    assert all(one.speech is Speech.DIRECT for one in found)
    assert words(BRIEFING, found[0]).endswith("in Geneva. / The minister will travel there on Thursday.")


def test_questions_of_reporters_and_stage_directions_claim_nothing() -> None:
    told = " ".join(words(BRIEFING, one) for one in said(BRIEFING))
    assert "accept the draft" not in told
    assert "pay for the monitors" not in told
    assert "everybody has read" not in told
    assert "Applause" not in told


def test_what_a_speaker_reports_of_others_is_embedded() -> None:
    found = said(BRIEFING)
    told = next(one for one in found if one.rule != "speaker label" and "observers" in words(BRIEFING, one))
    assert told.source is not None
    assert "union" in told.source.name.lower()
    assert told.via is not None
    assert found[told.via].source is not None
    assert found[told.via].source.name == "Per Dahl"


def test_an_answer_without_a_name_has_no_speaker() -> None:
    found = [one for one in said(INTERVIEW) if one.rule == "speaker label"]
    assert [one.source for one in found] == [None, None]
    assert words(INTERVIEW, found[1]) == "Then nobody flies in May."


def test_an_office_on_a_label_is_never_whom_the_talk_is_about() -> None:
    text = (
        "President Ilves of Estonia was not there.\n\n"
        "THE PRESIDENT: We signed because President Ilves asked us to sign.\n\n"
        "Q   And the tariffs?\n\n"
        "THE PRESIDENT: They stay where they are until June.\n"
    )
    found = [one for one in said(text) if one.rule == "speaker label"]
    assert [one.source.name for one in found if one.source] == ["the president", "the president"]
    titled = parley.read(text, title="Remarks by President Alar Saar After the Signing").statements
    assert [one.source.name for one in titled if one.rule == "speaker label" and one.source] == [
        "Alar Saar"
    ] * 2


def test_headings_with_a_colon_begin_no_speech() -> None:
    text = (
        "WATCH: The minister leaves the talks in Oslo.\n\n"
        "FILE PHOTO: Delegates arrive for the talks.\n\n"
        "Football: The cup final was drawn.\n\n"
        "Background: The lockout began in May and nobody knows when it ends.\n\n"
        "Background: The law gives both sides until June to find an agreement.\n"
    )
    assert not [one for one in said(text) if one.rule == "speaker label"]


def test_an_office_with_its_country_before_the_name_is_no_part_of_it() -> None:
    text = (
        "President of Norway Per Dahl: Colleagues, we have adopted a joint document.\n"
        "It will be published tonight.\n"
        "Question (retranslated): Is this a thaw?\n"
        "Per Dahl: I believe that it has begun.\n"
    )
    found = [one for one in said(text) if one.rule == "speaker label"]
    assert [one.source.name for one in found if one.source] == ["Per Dahl", "Per Dahl"]
    assert words(text, found[0]).endswith("published tonight.")


def test_a_list_of_people_is_no_transcript() -> None:
    text = (
        "Here is where the candidates for the chair stand.\n\n"
        "Per Dahl: The skipper has 24 votes and wants the quota kept.\n\n"
        "Ingrid Aas: She has 18 votes and wants the quota halved.\n\n"
        "Per Dahl: He won the first round in May.\n"
    )
    assert not [one for one in said(text) if one.rule == "speaker label"]


def test_what_a_speaker_says_that_we_or_you_say_is_the_speakers_own() -> None:
    text = (
        "MS. LUND: We have adopted a document, which stressed the absence of any other way. We believe that "
        "this meeting was useful. Chad said the pass would open.\n\n"
        "MR. VEGA: You said that the quota was unfair. I think that it was fair.\n\n"
        "MS. LUND: I said that it would have to be cut."
    )
    named = {one.source.name for one in parley.read(text, published="2031-05-07").statements if one.source}
    assert not {name.lower() for name in named} & {"i", "we", "you", "which"}
    assert "Chad" in named
