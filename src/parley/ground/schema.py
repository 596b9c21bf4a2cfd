"""The tables of a ground store."""

from __future__ import annotations

APPLICATION_ID = 0x50475244
"""`PGRD`: what the file says it is."""

VERSION = 1

TABLES = """
CREATE TABLE raw (
  digest TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL
);
CREATE TABLE series (
  name TEXT PRIMARY KEY, grp TEXT NOT NULL, title TEXT NOT NULL, licence TEXT NOT NULL,
  redistribute INTEGER NOT NULL CHECK (redistribute IN (0, 1)), carries TEXT NOT NULL, include TEXT NOT NULL,
  exclude TEXT NOT NULL, home INTEGER NOT NULL, rank INTEGER NOT NULL, together INTEGER NOT NULL,
  stale INTEGER NOT NULL, note TEXT NOT NULL, scope BLOB,
  west REAL, south REAL, east REAL, north REAL
);
CREATE TABLE layers (
  number INTEGER PRIMARY KEY, series TEXT NOT NULL REFERENCES series, effective TEXT NOT NULL,
  published TEXT, captured TEXT, window_from TEXT, raw TEXT NOT NULL REFERENCES raw, content TEXT NOT NULL,
  origin TEXT NOT NULL, CHECK (length(effective) = 10), UNIQUE (series, effective, raw)
);
CREATE INDEX layers_by_day ON layers (series, effective);
CREATE TABLE meanings (
  number INTEGER PRIMARY KEY, status TEXT NOT NULL, side TEXT NOT NULL, UNIQUE (status, side)
);
CREATE TABLE shapes (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, wkb BLOB NOT NULL, km2 REAL NOT
NULL);
CREATE TABLE cells (
  cell INTEGER NOT NULL, layer INTEGER NOT NULL REFERENCES layers, meaning INTEGER NOT NULL REFERENCES
  meanings,
  shape INTEGER NOT NULL REFERENCES shapes, PRIMARY KEY (cell, layer, meaning)
) WITHOUT ROWID;
CREATE INDEX cells_by_layer ON cells (layer);
CREATE TABLE terms (
  layer INTEGER NOT NULL REFERENCES layers, term TEXT NOT NULL, status TEXT NOT NULL, side TEXT NOT NULL,
  km2 REAL NOT NULL, PRIMARY KEY (layer, term, status, side)
) WITHOUT ROWID;
CREATE TABLE problems (raw TEXT NOT NULL REFERENCES raw, layer INTEGER, kind TEXT NOT NULL, text TEXT NOT
NULL);
CREATE TABLE places (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
  names TEXT NOT NULL, wkb BLOB NOT NULL, source TEXT NOT NULL, margin_m REAL NOT NULL, hash TEXT NOT NULL,
  UNIQUE (name, kind, hash)
);
CREATE TABLE totals (
  grp TEXT NOT NULL, tier TEXT NOT NULL, day TEXT NOT NULL, km2 REAL NOT NULL, PRIMARY KEY (grp, tier, day)
) WITHOUT ROWID;
CREATE TABLE units (
  layer INTEGER NOT NULL REFERENCES layers, side TEXT NOT NULL, name TEXT NOT NULL, longitude REAL NOT NULL,
  latitude REAL NOT NULL
);
CREATE TABLE incidents (
  number INTEGER PRIMARY KEY, feed TEXT NOT NULL, feed_id TEXT NOT NULL, day TEXT NOT NULL, day_to TEXT NOT
  NULL,
  time TEXT, longitude REAL NOT NULL, latitude REAL NOT NULL, precision_m REAL NOT NULL, kind TEXT NOT NULL,
  side TEXT NOT NULL, target TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, sources TEXT NOT NULL,
  licence TEXT NOT NULL, raw TEXT NOT NULL REFERENCES raw, note TEXT NOT NULL, UNIQUE (feed, feed_id)
);
CREATE INDEX incidents_by_day ON incidents (day);
CREATE TABLE sites (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, country TEXT NOT NULL,
  longitude REAL NOT NULL, latitude REAL NOT NULL, precision_m REAL NOT NULL, source TEXT NOT NULL
);
CREATE TABLE site_claims (
  site TEXT NOT NULL, claim TEXT NOT NULL, as_of TEXT, source TEXT NOT NULL, UNIQUE (site, claim, as_of,
  source)
);
"""
