"""Starting a desk: the record or the sample, the address, the browser."""

from __future__ import annotations

import ipaddress
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from parley.desk.access import Access, BadAccess
from parley.desk.application import application
from parley.desk.desk import Desk
from parley.desk.pages import Pages, environment
from parley.desk.sampling import sample_reports
from parley.desk.screens import NAVIGATION
from parley.desk.screens.disputes import DISPUTES
from parley.desk.store import NotYet, Store
from parley.desk.taking_in import TakingIn, bundled_reader
from parley.desk.view import Asked
from parley.desk.visits import Visits
from parley.errors import ParleyError
from parley.record import Record, default_place, open_record

PORT = 8642
_TRIED = 20
_LOOPBACK_NAMES = frozenset({"localhost"})


class CannotServe(ParleyError):
    """The desk cannot be served as asked."""


@dataclass(frozen=True, slots=True)
class Serving:
    """How a desk is to be served.

    Attributes:
        host: the address to listen at.
        port: the port; None for the first free one from `PORT` on.
        names: host names it answers to, beside localhost and addresses in figures.
        access: who may sign in; needed where others can reach the desk.
        certificate: a file with a TLS certificate, or None.
        key: the file with its key, or None.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    names: frozenset[str] = frozenset()
    access: Access | None = None
    certificate: str | None = None
    key: str | None = None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host in _LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def opened_store(path: str | None) -> Iterator[Store]:
    """The record at a path; where none is named and none is there yet, the sample in a throwaway one.

    Args:
        path: the record's place; None for the default.

    Raises:
        RecordError: when it cannot be opened.
    """
    place = path or default_place()
    if path is None and "://" not in place and not Path(place).expanduser().exists():
        with tempfile.TemporaryDirectory(prefix="parley-sample-", ignore_cleanup_errors=True) as folder:
            yield from _closing(_store(open_record(Path(folder) / "sample.db"), sample=True))
    else:
        yield from _closing(_store(open_record(place), sample=False))


def _closing(store: Store) -> Iterator[Store]:
    try:
        yield store
    finally:
        store.close()


def _store(record: Record, *, sample: bool) -> Store:
    taking_in = TakingIn(record, bundled_reader)
    store = Store(record, taking_in, sample=sample)
    taking_in.changed = store.changed
    if sample:
        for read in sample_reports():
            record.add(read)
    return store


def desk_of(store: Store, serving: Serving) -> Desk:
    """A desk for a record.

    Raises:
        CannotServe: when others could reach it and nobody has been granted to sign in.
    """
    access = serving.access
    if not is_loopback(serving.host) and (access is None or not access.grants()):
        raise CannotServe(
            f"Others could reach a desk at {serving.host}, so they must sign in; say first who may: "
            "parley desk --grant NAME:ROLE (reader, analyst or admin)."
        )
    visits = Visits(access if access is not None and access.grants() else None)
    store.access = visits.access
    names = serving.names | {socket.gethostname(), socket.getfqdn()} - {""}
    if not is_loopback(serving.host):
        names |= {serving.host}
    else:
        names = serving.names
    return Desk(store, visits, Pages(store, visits, environment()), frozenset(names))


def serve(desk: Desk, serving: Serving, *, browser: bool, say: Callable[[str], None]) -> None:
    """Serves a desk until it is interrupted.

    Args:
        desk: the desk.
        serving: how.
        browser: whether to open it in the browser.
        say: prints a line.

    Raises:
        CannotServe: when the address or port cannot be used.
        BadAccess: when the certificate cannot be.
    """
    with _listening(serving) as listening:
        address = _address(serving, listening.getsockname()[1])
        say(f"The desk is at {address} (Ctrl+C ends it).")
        config = uvicorn.Config(
            application(desk),
            log_level="warning",
            access_log=False,
            server_header=False,
            ssl_certfile=serving.certificate,
            ssl_keyfile=serving.key,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        if desk.store.large:
            threading.Thread(target=warm, args=(desk.store,), daemon=True).start()
        if browser:
            threading.Timer(0.1, webbrowser.open, [address]).start()
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            say("The desk is closed.")
        except OSError as error:
            reason = error.strerror or error
            raise BadAccess(f"The certificate or its key cannot be used: {reason}.") from error


def warm(store: Store) -> None:
    """Has what the first pages of a large record ask worked out before anybody asks for it."""
    waiting = [*(view for view, _ in NAVIGATION), DISPUTES]
    while waiting and not store.closed:
        still = []
        for view in waiting:
            try:
                view.answer(Asked(store, {}))
            except NotYet:
                still.append(view)
            except ParleyError:
                continue  # whoever opens the page is told
        waiting = still


def _address(serving: Serving, port: int) -> str:
    """Where a browser of this machine finds the desk."""
    shown = "127.0.0.1" if serving.host in ("0.0.0.0", "::") else serving.host
    host = f"[{shown}]" if ":" in shown else shown
    return f"{'https' if serving.certificate else 'http'}://{host}:{port}/"


def _listening(serving: Serving) -> socket.socket:
    """A socket at the port asked for, else at the first free one."""
    wanted = [serving.port] if serving.port is not None else [*range(PORT, PORT + _TRIED), 0]
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    refusal: OSError | None = None
    for port in wanted:
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((serving.host, port))
        except OSError as error:
            refusal = error
            listening.close()
            continue
        listening.listen(128)
        return listening
    reason = refusal.strerror if refusal else "no port is free"
    raise CannotServe(
        f"The desk cannot listen at {serving.host}, port {wanted[0]}: {reason}; choose another --port."
    )
