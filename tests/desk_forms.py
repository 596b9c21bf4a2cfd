"""What a browser does with the desk's forms."""

from __future__ import annotations

from starlette.testclient import TestClient


def form_token(client: TestClient, path: str = "/add") -> str:
    """What the desk's own forms send back."""
    page = client.get(path).text
    return page.split('name="token" value="', 1)[1].split('"', 1)[0]
