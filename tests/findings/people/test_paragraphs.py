"""Whom "the president" means is settled by the paragraph it stands in."""

import parley


def test_an_office_alone_means_the_bearer_this_paragraph_is_about() -> None:
    read = parley.read(
        "President Ana Ruiz of Estoria said the border would stay open. She said the army was ready.\n\n"
        "The remark about tariffs by President Karl Brandt of Norland surprised the market. "
        "The president did not elaborate.\n",
        published="2025-06-02",
    )
    withheld = [statement for statement in read.statements if statement.speech == "withheld"]
    assert [statement.source and statement.source.name for statement in withheld] == ["Karl Brandt"]


def test_he_is_no_country_that_is_only_spoken_of() -> None:
    read = parley.read(
        "There is no point for Norwegian officials to come and talk, unless Norway shows it is sincere, "
        "a blog wrote. The Ministry of Commerce spokesman said Thursday he had no information about any "
        "officials coming for further talks.\n",
        published="2025-06-06",
    )
    sources = [statement.source for statement in read.statements if statement.source is not None]
    assert "Norway" not in {source.name for source in sources}
    assert "Norway" not in {source.on_behalf_of for source in sources}
