import pytest

from parley.reports.fetching.addresses import is_public, web_address


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.7",
        "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "192.0.0.8",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1",
        "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1:0:0:80ff:fffe", "100::1",
        "not an address", "",
    ],
)  # fmt: skip
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_what_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "written", "site"),
    [
        ("HTTPS://Courier.Example/A?b=c d".replace(" ", "+"), "https://courier.example/A?b=c+d", "https://courier.example"),
        ("http://courier.example:8080", "http://courier.example:8080/", "http://courier.example:8080"),
        ("https://courier.example./x#part", "https://courier.example/x", "https://courier.example"),
        ("https://kurier.example/straße", "https://kurier.example/stra%C3%9Fe", "https://kurier.example"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/", "https://xn--bcher-kva.example"),
        ("http://[2606:4700::1111]:81/a", "http://[2606:4700::1111]:81/a", "http://[2606:4700::1111]:81"),
    ],
)  # fmt: skip
def test_an_address_as_it_is_asked_for(url: str, written: str, site: str) -> None:
    address = web_address(url)
    assert (address.url, address.site) == (written, site)
