import pytest

from parley.reports.page_address import page_address


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2025/talks",
        "http://www.courier.example/2025/talks/",
        "HTTPS://Courier.Example:443/2025/talks?utm_source=a&fbclid=b#top",
        " https://courier.example/2025/talks?at_medium=feed ",
    ],
)
def test_links_to_one_page(url: str) -> None:
    assert page_address(url) == "courier.example/2025/talks"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2025/talks?id=7",
        "https://courier.example/2025/Talks",
        "https://news.courier.example/2025/talks",
        "https://courier.example:8443/2025/talks",
    ],
)
def test_other_pages(url: str) -> None:
    assert page_address(url) not in (None, "courier.example/2025/talks")


@pytest.mark.parametrize(
    "url", [None, "", "talks.html", "file:///talks", "https://", "https://[::1/", "http://a:b/"]
)
def test_what_is_no_web_address(url: str | None) -> None:
    assert page_address(url) is None
