import pytest

from parley.reports import NotReadable, report_from_text
from parley.reports.languages import foreign_language

ENGLISH = (
    "The union said on Monday that it would return to the talks if the railway withdrew its plan to close "
    "ticket offices, but the company has not said whether it will."
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "French",
            "Le ministre a déclaré que les négociations avec les syndicats se poursuivraient, mais "
            "qu'il ne pouvait pas accepter une hausse des salaires pour tous les employés de la compagnie.",
        ),
        (
            "German",
            "Die Gewerkschaft sagte am Montag, dass sie nicht mit dem Vorschlag einverstanden ist "
            "und dass die Verhandlungen erst nach dem Wochenende fortgesetzt werden.",
        ),
        (
            "Spanish",
            "El gobierno dijo que las charlas con los sindicatos se van a reanudar la semana próxima, pero "
            "que no hay todavía una propuesta para los trabajadores del puerto.",
        ),
        (
            "Russian",
            "Министр заявил, что переговоры с профсоюзами продолжатся на следующей неделе, но он не сказал, "
            "где именно. Мы ждём объявления сторон.",
        ),
        (
            "Ukrainian",
            "Міністр заявив, що переговори з профспілками триватимуть, але їх зміст таємний.",
        ),
        ("Arabic", "قال الوزير إن المحادثات مع النقابات ستستمر الأسبوع المقبل لكنه لم يحدد المكان."),
        ("Hebrew", "השר אמר כי השיחות עם האיגודים יימשכו בשבוע הבא."),
        ("Chinese", "部长表示，与工会的谈判将于下周继续进行，但没有说明地点。"),
        ("Japanese", "大臣は、労働組合との協議は来週も続くと述べた。"),
        ("Korean", "장관은 노조와의 협상이 다음 주에도 계속될 것이라고 말했다."),
    ],
)
def test_a_text_in_another_language_is_named(language: str, text: str) -> None:
    assert foreign_language(text) == language
    with pytest.raises(NotReadable, match=f"It is in {language}, and Parley reads English only"):
        report_from_text(text)


def test_english_is_english() -> None:
    assert foreign_language(ENGLISH) is None


def test_english_that_quotes_another_language_is_english() -> None:
    assert foreign_language(ENGLISH + " „Das reicht uns nicht“, sagte der Vorsitzende. " + ENGLISH) is None


def test_english_put_through_a_synonym_spinner_is_english() -> None:
    text = (
        "The overseas minister mentioned on Friday that a second spherical of talks could be held within the "
        "capital, although he instructed reporters that the events weren't but prepared to signal."
    )
    assert foreign_language(text) is None


def test_a_few_words_are_given_the_benefit_of_the_doubt() -> None:
    assert foreign_language("Zelenskyy, Putin, Witkoff, Rubio") is None


def test_words_in_no_language_are_refused() -> None:
    with pytest.raises(NotReadable, match="does not read like English"):
        report_from_text("lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor " * 5)
