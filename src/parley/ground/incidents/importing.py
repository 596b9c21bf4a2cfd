"""Tables of incidents and sites into the store."""

from __future__ import annotations

import json
import sqlite3

from parley.ground.adapters.given import Given
from parley.ground.files import SourceFile
from parley.ground.incidents.feeds import feed_of, incidents_of
from parley.ground.incidents.listed import listed_sites
from parley.ground.incidents.model import Incident, Table
from parley.ground.incidents.plants import lists_plants, plants_of
from parley.ground.incidents.tables import rows_of


def read_table(source: SourceFile, given: Given) -> Table | None:
    """The incidents or sites of a table; None where it is none that Parley knows.

    Raises:
        UnreadableMap: when it cannot be read.
    """
    if source.ending == ".toml":
        return listed_sites(source)
    rows = rows_of(source)
    if rows is None:
        return None
    if lists_plants(rows):
        return plants_of(rows, source.name)
    feed = feed_of(rows)
    return None if feed is None else incidents_of(rows, feed)


def keep_table(connection: sqlite3.Connection, source: SourceFile, table: Table) -> int:
    """Keeps a table's rows; a row that the store has is replaced. Returns how many it keeps."""
    for incident in table.incidents:
        _keep_incident(connection, source, incident)
    for site in table.sites:
        connection.execute(
            "INSERT INTO sites (name, kind, country, longitude, latitude, precision_m, source)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET kind = excluded.kind",
            (
                site.name,
                site.kind,
                site.country,
                site.longitude,
                site.latitude,
                site.precision_m,
                site.source,
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO site_claims VALUES (?, ?, ?, ?)",
            [(site.name, claim, day, site.source) for claim, day in site.claims],
        )
    return len(table.incidents) + len(table.sites)


def _keep_incident(connection: sqlite3.Connection, source: SourceFile, incident: Incident) -> None:
    values = (
        incident.feed, incident.feed_id, incident.day, incident.day_to, incident.time, incident.longitude,
        incident.latitude, incident.precision_m, incident.kind, incident.side, incident.target,
        incident.place,
        incident.text, json.dumps(incident.sources, ensure_ascii=False), incident.licence, source.digest,
        incident.note,
    )  # fmt: skip
    connection.execute(
        "INSERT INTO incidents (feed, feed_id, day, day_to, time, longitude, latitude, precision_m, kind,"
        " side, target,"
        " place, text, sources, licence, raw, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?)"
        " ON CONFLICT (feed, feed_id) DO UPDATE SET day = excluded.day, day_to = excluded.day_to,"
        " time = excluded.time, longitude = excluded.longitude, latitude = excluded.latitude,"
        " precision_m = excluded.precision_m, text = excluded.text, sources = excluded.sources",
        values,
    )
