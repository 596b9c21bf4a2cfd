"""Full-text search over the words of findings: the one place that differs between databases.

Of statements it has what is said, of other findings the words that show them, see `parley.record.rows`.
SQLite has an FTS5 table that keeps the index alone (no second copy of the words), PostgreSQL a table of words
with a GIN index. Both stem English words and understand quoted phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, TextClause, text

from parley.record.errors import BadFilter
from parley.record.names import searchable

_CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE statement_words USING fts5"
        "(words, content='', tokenize='porter unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        "CREATE TABLE statement_words"
        " (finding INTEGER PRIMARY KEY REFERENCES findings (number), words TEXT NOT NULL)",
        "CREATE INDEX ix_statement_words ON statement_words USING gin (to_tsvector('english', words))",
    ),
}
_INSERT = {
    "sqlite": "INSERT INTO statement_words (rowid, words) VALUES (:finding, :words)",
    "postgresql": "INSERT INTO statement_words (finding, words) VALUES (:finding, :words)",
}
_FORGET = {
    "sqlite": "INSERT INTO statement_words (statement_words, rowid, words)"
    " VALUES ('delete', :finding, :words)",
    "postgresql": "DELETE FROM statement_words WHERE finding = :finding",
}
_MATCH = {
    "sqlite": "findings.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :sought)",
    "postgresql": "findings.number IN (SELECT finding FROM statement_words"
    " WHERE to_tsvector('english', words) @@ websearch_to_tsquery('english', :sought))",
}
_SOME = (
    "SELECT count(*) FROM findings WHERE type = :kind AND number IN"
    " (SELECT rowid FROM statement_words WHERE statement_words MATCH :sought LIMIT :most)"
)
_OF_TYPE = (
    "findings.number IN (SELECT number FROM findings AS of_type"
    " WHERE type = :kind AND type != 'statement' AND number IN"
    " (SELECT rowid FROM statement_words WHERE statement_words MATCH :sought))"
)
_MANY, _OF_THEM = 3000, 150
"""Of so many findings that have some words, how many of a type there are where these are common in it."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_LETTER = re.compile(r"[^\W_]")
_MIGHT = {
    "sqlite": _MATCH["sqlite"],
    # Words that are too common to be in the index leave nothing to look for.
    "postgresql": f"(numnode(websearch_to_tsquery('english', :sought)) = 0 OR {_MATCH['postgresql']})",
}
_CURLY = str.maketrans("“”„«»", '"""""')


def create(connection: Connection) -> None:
    """Make the index of an empty record."""
    for statement in _CREATE[connection.dialect.name]:
        connection.execute(text(statement))


def keep(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Put the words of findings into the index.

    Args:
        connection: inside the transaction that writes the findings.
        rows: for each its `finding` number and its `words`.
    """
    if rows:
        connection.execute(text(_INSERT[connection.dialect.name]), rows)


def forget(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Take the words of findings out of the index; `rows` are those they were kept with."""
    if rows:
        connection.execute(text(_FORGET[connection.dialect.name]), rows)


def is_common(connection: Connection, condition: TextClause, kind: str) -> bool:
    """Whether so many findings of a type meet a condition of this module that the latest are soon met."""
    if connection.dialect.name != "sqlite":
        return False
    sought = condition.compile().params["sought"]
    asked = {"sought": sought, "most": _MANY, "kind": kind}
    return int(connection.execute(text(_SOME), asked).scalar_one()) >= _OF_THEM


def of_type(condition: TextClause, kind: str, dialect: str) -> TextClause:
    """The same condition, for findings of one type but statements: SQLite looks through an index of types."""
    if dialect != "sqlite":
        return condition
    sought = condition.compile().params["sought"]
    return text(_OF_TYPE).bindparams(sought=sought, kind=kind)


def walked(condition: TextClause) -> TextClause:
    """The same condition, where SQLite goes through findings in their order until it has enough."""
    return text(f"+{condition.text}").bindparams(**condition.compile().params)


def matching(sought: str, dialect: str) -> TextClause:
    """The condition, on a query over `findings`, that one has all the words and phrases of `sought`.

    Args:
        sought: words, all of which must be there in any order and form; phrases in double quotes.
        dialect: name of the database's dialect.

    Raises:
        BadFilter: when there is no word in `sought`.
    """
    terms = [phrase or word for phrase, word in _TERM.findall(sought.translate(_CURLY))]
    quoted = ['"' + term.replace('"', " ") + '"' for term in terms if _LETTER.search(term)]
    if not quoted:
        raise BadFilter(f"There is no word to look for in {sought!r}.")
    return text(_MATCH[dialect]).bindparams(sought=" ".join(quoted))


def might_match(words: Iterable[str], dialect: str) -> TextClause | None:
    """The condition that all findings meet which show all of some words and phrases; others may meet it too.

    Args:
        words: words, and phrases with blanks in them.
        dialect: name of the database's dialect.

    Returns:
        None where the index cannot tell: databases part words of other letters in other ways.
    """
    plain = [" ".join(searchable(word).split()) for word in words]
    quoted = [f'"{word}"' for word in plain if word and word.isascii()]
    return text(_MIGHT[dialect]).bindparams(sought=" ".join(quoted)) if quoted else None
