import pytest

from parley.reports import report_from_text

LEDE = "The railway and its drivers went back to the table on Monday, with a strike only four days off."
MIDDLE = "“We will not sign what we have not read,” the drivers’ leader, Ines Farrow, said after the meeting."
END = "The company said that it would answer by Thursday, and that trains would run until then."


def kinds(line: str, place: str = "middle") -> list[str]:
    """The kinds of furniture that `line` is taken for, at a place of a story."""
    story = [LEDE, *[f"{MIDDLE} It was reply number {number}." for number in range(20)], END]
    story.insert({"top": 0, "middle": 10, "end": len(story)}[place], line)
    report = report_from_text("\n\n".join(story))
    for part in report.furniture:
        assert part.span.of(report.text) in line
    return [part.kind for part in report.furniture]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (
            "caption",
            "FILE - The envoy, left, walks with aides near the lake, Sunday, May 4, 2025. (AP Photo/Jo Lind)",
        ),
        ("caption", "FILE PHOTO: Trucks queue at the border bridge, May 2, 2025. REUTERS/Jo Lind/File Photo"),
        (
            "caption",
            "In this photo provided by the harbour office, cranes stand idle on Friday, May 2, 2025.",
        ),
        (
            "caption",
            "In this image taken from a video distributed by the army, a column crosses a river on Sunday, "
            "May 4, 2025. (Army Press Service via AP)",
        ),
        ("caption", "Pickets warm their hands outside the depot. Photograph: Jo Lind/The Courier"),
        ("caption", "The two ministers in the hall on Sunday. [Jo Lind/AFP]"),
        ("caption", "Delegates leave the hall on Sunday. (Jo Lind/Getty Images)"),
        ("caption", "Image source, Getty Images"),
        ("caption", "Image caption, The envoys met in a lakeside hotel"),
        ("caption", "Enlarge this image toggle caption Jo Lind/AFP/Getty Images"),
        ("caption", "Slideshow (9 Images)"),
        ("credit", "Getty Images"),
        ("credit", "Jo Lind via Getty Images."),
        ("contributors", "(Reporting by Jo Lind and Sam Ode; Editing by Pat Reyes)"),
        ("contributors", "Additional reporting by Jo Lind in Geneva and Sam Ode in Oslo"),
        ("contributors", "Reporting by Jo Lind; Editing by Pat Reyes"),
        ("contributors", "Jo Lind contributed reporting."),
        ("contributors", "The Associated Press contributed to this report."),
        ("contributors", "— With assistance by Jo Lind and Sam Ode"),
        ("contributors", "With files from The Canadian Press"),
        ("newsletter", "Sign up for our morning briefing and get the day’s news in your inbox."),
        (
            "newsletter",
            "Get the best of our reporting delivered to your inbox. By signing up, you agree to our terms.",
        ),
        ("newsletter", "Subscribe to continue reading"),
        ("newsletter", "Already a subscriber? Log in"),
        ("cookies", "We use cookies on this website to improve your experience. Accept all cookies"),
        ("copyright", "© 2025 Lake Press. All rights reserved."),
        (
            "copyright",
            "Copyright 2025 Lake Press. This material may not be published, broadcast or rewritten.",
        ),
        ("advert", "Advertisement"),
        ("advert", "Article continues below advertisement"),
        ("advert", "Story continues below"),
        ("share", "Share this article Facebook Twitter WhatsApp Email"),
        ("share", "Follow us on Telegram for more"),
        ("share", "Follow the Courier on Twitter: @courier"),
        ("promo", "Read more: How the talks began"),
        ("promo", "READ MORE"),
        ("promo", "Related: The five demands of the drivers"),
        ("promo", "SEE ALSO: Drivers ‘ready for a long winter’"),
        ("promo", "Continue reading the main story"),
        ("promo", "Minister ‘open’ to new talks Read more"),
        ("promo", "LIVE: Follow the talks as they happen"),
        ("promo", "Most read"),
        ("promo", "For more on the strike, click here."),
        ("promo", "https://courier.example/live"),
        ("media", "Watch: Drivers’ leader speaks at the depot"),
        ("media", "Play Video 1:25 What the drivers want – video"),
        ("media", "AP correspondent Jo Lind reports on the talks between the railway and its drivers."),
        ("media", "Watch the full interview below."),
        ("notice", "This is a developing story. Please check back for updates."),
        ("notice", "Updated at 3:01 p.m. ET"),
        ("notice", "This story has been updated with a statement from the company."),
        ("notice", "Editor’s note: An earlier version gave the wrong day for the meeting."),
        ("notice", "5 min read"),
        ("separator", "___"),
        ("separator", "* * *"),
        ("heading", "## What the drivers want"),
        ("heading", "‘A long winter’"),
        ("heading", "MORE TALKS ON FRIDAY"),
    ],
)
def test_what_is_not_the_story_is_marked(kind: str, line: str) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("byline", "By Jo Lind"),
        ("byline", "By Jo Lind and Sam Ode, Lake Press"),
        ("byline", "BY JO LIND"),
        ("byline", "By Jo Lind | Transport Correspondent"),
        ("byline", "Associated Press"),
        ("dateline", "GENEVA"),
        ("dateline", "PORTMERE, England"),
        ("notice", "May 5, 2025 at 3:01 PM"),
    ],
)
def test_what_stands_over_a_story(kind: str, line: str) -> None:
    assert kinds(line, "top") == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Lind reported from Oslo. Associated Press writers Sam Ode in Geneva and Pat Reyes contributed.",
        "Jo Lind reported from Oslo, and Sam Ode from Geneva.",
        "Jo Lind and Sam Ode contributed to this report from Geneva.",
    ],
)
def test_what_stands_under_a_story(line: str) -> None:
    assert kinds(line, "end") == ["contributors"]


STORY = [
    "By Monday night the two sides had met four times.",
    "By signing the paper, the company accepted a review in five years.",
    "Read as a whole, the letter promises nothing, Farrow said.",
    "Watching the talks closely, the opposition called for a vote.",
    "Related to that is the question of pensions, which the union raised on Sunday.",
    "In this photo-op of a summit, he said, nobody had negotiated anything.",
    "This picture of calm was disputed by the drivers, who said that two depots were shut.",
    "“This image shows a convoy,” the army said, without saying where it was taken.",
    "The company contributed to the delay, Farrow said, because it sent its offer late.",
    "Lind, who reported from the front for years, told the panel that both armies had lied.",
    "Reuters reported on Monday that the envoy would fly to Oslo.",
    "The ministry, according to Reuters, has asked for a delay.",
    "The two sides signed a joint statement. (AFP)",
    "Subscribers to the pension fund would get less under the offer, the union said.",
    "Sign the deal or lose the depot, the minister told the drivers.",
    "Get out of our valley, the village council told the mining company in its letter.",
    "Join us or stand aside, he told the other unions.",
    "The cookie makers’ union said on Friday that it would strike as well.",
    "The advertisement that the company placed in newspapers on Sunday was false, Farrow said.",
    "Copyright rules were the last open point in the trade talks, two officials said.",
    "Updated rules of origin would enter into force in June, the commissioner said.",
    "Follow-up talks on the ceasefire are planned for Friday, the envoy said.",
    "More on the pension question was to come on Friday, both sides said.",
    "Live fire drills near the border would stop, the general said.",
    "Editing by the lawyers went on until midnight, and it was said to have changed little.",
    "Reporting by the two governments on their emissions was found to be late.",
    "Comments like these do not help, said the mediator.",
    "Share prices fell after the talks broke up.",
    "Share of the catch: 40 percent, according to the draft.",
    "“Follow us,” the rebels told the monitors at the checkpoint.",
    "He said the talks would go on without him",
    "The union leader said no",
    "Contact between the two armies broke off at noon, the United Nations said.",
    "Photo credit to nobody, he joked, since the handshake never happened.",
    "Earlier, the drivers had asked for a mediator.",
    "Opinion polls showed that most people backed the drivers.",
    "Breaking with his party, the senator said that he would vote for the treaty.",
    "Next week the parties meet again in Muscat.",
    "The envoy is a former correspondent who said that he knew both men well.",
    "- a review after five years",
    "• The company pays for training, the draft says",
    "Q. Will you sign?",
    "FARROW: We will not.",
    "U.S. - China trade talks resumed on Monday.",
    "Advertising: the two sides agreed to stop it, they said.",
]


@pytest.mark.parametrize("place", ["top", "middle", "end"])
@pytest.mark.parametrize("line", STORY)
def test_no_sentence_of_a_story_is_swallowed(line: str, place: str) -> None:
    assert kinds(line, place) == []


@pytest.mark.parametrize(
    ("prefix", "rest"),
    [
        ("DUBAI, United Arab Emirates (AP) —", " Negotiators met on Monday, officials said."),
        ("WASHINGTON/SEOUL (Reuters) -", " The president said on Friday that the summit was still possible."),
        ("Vienna (CNN)", " Ministers reached a deal on Tuesday, a diplomat said."),
        ("MOSCOW —", " The foreign minister said that the guns would fall silent."),
        ("GENEVA, March 12 -", " Coffee exporters said on Thursday that they would meet again."),
        ("(CNN)", " Marathon talks ended on Thursday."),
    ],
)
def test_a_dateline_is_marked_and_its_sentence_is_not(prefix: str, rest: str) -> None:
    report = report_from_text(prefix + rest)
    assert [(part.kind, part.span.of(report.text)) for part in report.furniture] == [("dateline", prefix)]


def test_a_credit_at_the_end_of_a_paragraph_is_marked_alone() -> None:
    credit = "(Reporting by Jo Lind; Editing by Pat Reyes)"
    report = report_from_text(f"{LEDE}\n\n{END} {credit}")
    assert [part.span.of(report.text) for part in report.furniture] == [credit]


def test_a_line_that_stands_twice_is_marked_the_second_time() -> None:
    report = report_from_text("\n".join([LEDE, MIDDLE, END, MIDDLE]))
    (part,) = report.furniture
    assert (part.kind, part.span.start) == ("repeat", report.text.rindex(MIDDLE))


def test_a_byline_in_the_text_is_the_report_s() -> None:
    report = report_from_text(f"Drivers back at the table\n\nBy Jo Lind and Sam Ode\n\n{LEDE}\n\n{END}")
    assert report.byline == "Jo Lind and Sam Ode"
    assert report.title == "Drivers back at the table"
    assert [part.kind for part in report.furniture] == ["heading", "byline"]


def test_furniture_in_hard_wrapped_text_spans_its_lines() -> None:
    text = (
        "The lake states said on Sunday that they would share the\nwater of the river "
        "in dry years, and that they\n"
        "would meet again in the spring at a place that\nneither of them has named so far.\n\n"
        "(Reporting by Jo Lind in Oslo; Editing by Pat Reyes in\nRome and Kim Vale in Bern)\n"
    )
    report = report_from_text(text)
    assert [part.span.of(report.text) for part in report.furniture] == [text[text.index("(Rep") :].strip()]


def test_a_bumper_between_a_name_and_its_verb_is_marked_alone() -> None:
    bumper = "Ann Mary FarrowDrivers say no to new offer Five things to know about the strike MORE"
    report = report_from_text(f"Union leader Farrow {bumper} said on Tuesday that talks would go on.")
    assert [part.span.of(report.text) for part in report.furniture] == [bumper]
