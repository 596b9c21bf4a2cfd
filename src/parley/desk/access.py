"""Who may use a desk that others can reach: names, roles, and hashes of passwords and tokens.

The file holds no password and no token, only what they hash to: passwords by scrypt, with a salt of their
own; tokens, which are 256 random bits, by SHA-256.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from parley.errors import ParleyError

_COST, _BLOCK, _LANES, _MEMORY = 2**14, 8, 1, 64 * 2**20
_FREE_TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 900.0
_REMEMBERED = 10_000
SHORTEST_PASSWORD = 10


class BadAccess(ParleyError):
    """Something about who may sign in that a person can mend."""


class Role(StrEnum):
    """What somebody may do."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"


MAY: Mapping[Role, frozenset[str]] = MappingProxyType(
    {
        Role.READER: frozenset(),
        Role.ANALYST: frozenset({"rule", "add"}),
        Role.ADMIN: frozenset({"rule", "add", "administer"}),
    }
)
"""What each role may do besides reading."""


@dataclass(frozen=True, slots=True)
class Grant:
    """That somebody may sign in.

    Attributes:
        name: who.
        role: as what.
        kind: ``password`` or ``token``.
        hash: what the password or token hashes to; a password's with its salt before it.
    """

    name: str
    role: Role
    kind: str
    hash: str


def password_hash(password: str, salt: bytes | None = None) -> str:
    """What a password hashes to: salt and hash, hexadecimal, with a colon between."""
    salt = salt or secrets.token_bytes(16)
    made = hashlib.scrypt(
        password.encode("utf-8"), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32
    )
    return f"{salt.hex()}:{made.hex()}"


def token_hash(token: str) -> str:
    """What a token hashes to."""
    return hashlib.sha256(token.encode("utf-8")).hexdigest()


@cache
def _nobody() -> str:
    """What a name that is nobody's is held against."""
    return password_hash("", b"\0" * 16)


class Access:
    """The file of grants.

    Args:
        file: where it is; it need not be there.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = threading.Lock()

    def grants(self) -> tuple[Grant, ...]:
        """Everybody who may sign in.

        Raises:
            BadAccess: when the file is not one of grants.
        """
        if not self.file.exists():
            return ()
        try:
            listed = json.loads(self.file.read_text(encoding="utf-8"))["grants"]
            return tuple(Grant(**{**one, "role": Role(one["role"])}) for one in listed)
        except (ValueError, KeyError, TypeError) as error:
            raise BadAccess(
                f"{self.file} does not list who may sign in; remove it and grant anew."
            ) from error

    def grant_password(self, name: str, role: Role, password: str) -> None:
        """Lets somebody sign in with a password, in place of what was granted to the name before.

        Raises:
            BadAccess: when the password is too short.
        """
        if len(password) < SHORTEST_PASSWORD:
            raise BadAccess(f"A password needs at least {SHORTEST_PASSWORD} characters.")
        self._put(Grant(name, role, "password", password_hash(password)))

    def grant_token(self, name: str, role: Role) -> str:
        """Lets a program in; gives the token, which is nowhere kept."""
        token = secrets.token_urlsafe(32)
        self._put(Grant(name, role, "token", token_hash(token)))
        return token

    def revoke(self, name: str) -> bool:
        """Takes back what was granted to a name; False where there was nothing."""
        with self._lock:
            grants = self.grants()
            kept = [one for one in grants if one.name != name]
            if len(kept) == len(grants):
                return False
            self._write(kept)
        return True

    def _put(self, grant: Grant) -> None:
        same = (grant.name, grant.kind)
        with self._lock:
            self._write([*(one for one in self.grants() if (one.name, one.kind) != same), grant])

    def _write(self, grants: list[Grant]) -> None:
        """Writes the file whole, readable by its owner alone."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        partial = self.file.with_name(self.file.name + ".partial")
        with open(
            os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as out:
            json.dump({"grants": [asdict(one) for one in grants]}, out, indent=1)
        partial.replace(self.file)

    def by_password(self, name: str, password: str) -> Grant | None:
        """The grant of a name with this password; a wrong name costs as much time as a wrong password."""
        found = next((one for one in self.grants() if one.kind == "password" and one.name == name), None)
        known = found.hash if found else _nobody()
        salt = bytes.fromhex(known.partition(":")[0])
        right = hmac.compare_digest(password_hash(password, salt), known)
        return found if right else None

    def by_token(self, token: str) -> Grant | None:
        """The grant of a token."""
        sought = token_hash(token)
        for one in self.grants():
            if one.kind == "token" and hmac.compare_digest(one.hash, sought):
                return one
        return None


class Patience:
    """Makes those wait who fail to sign in: after five failures twice as long each time."""

    def __init__(self) -> None:
        self._failures: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()

    def wait(self, *keys: str) -> float:
        """How many seconds somebody has to wait before the next try; 0 where it may be made now.

        Args:
            keys: what is held against them: the address they come from, the name they give.
        """
        now = time.monotonic()
        with self._lock:
            return max((self._failures.get(key, (0, now))[1] - now for key in keys), default=0.0)

    def failed(self, *keys: str) -> None:
        """Notes a failure."""
        now = time.monotonic()
        with self._lock:
            for key in keys:
                failures = self._failures.pop(key, (0, now))[0] + 1
                over = failures - _FREE_TRIES
                wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(over, 20)) if over >= 0 else 0.0
                self._failures[key] = (failures, now + wait)
            while len(self._failures) > _REMEMBERED:
                self._failures.pop(next(iter(self._failures)))

    def succeeded(self, *keys: str) -> None:
        """Forgets the failures."""
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)
