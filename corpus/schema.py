"""The tables of the library and how an older library becomes a present one.

`user_version` counts the migrations that a library has seen. A migration is never edited once released: add another.
"""

import sqlite3
from collections.abc import Iterator, Sequence

from corpus import lexical_index, syllable_model

DOCUMENT_TABLES = """
CREATE TABLE state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    revision INTEGER NOT NULL,
    embedding_model TEXT,               -- the setting that the vectors were made with
    vectors_are_settled INTEGER NOT NULL -- 0 while a run may have left vectors without passages, or the reverse
) STRICT;
INSERT INTO state VALUES (1, 0, NULL, 1);

CREATE TABLE document (
    id TEXT PRIMARY KEY,
    number TEXT,
    number_key TEXT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    superior TEXT NOT NULL,
    place TEXT NOT NULL,
    issued_on TEXT,
    form TEXT NOT NULL,
    signer TEXT,                        -- JSON: [name, title, authority]
    addressees TEXT NOT NULL,           -- JSON list
    recipients TEXT NOT NULL,           -- JSON list
    source TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_number ON document (number_key);
CREATE INDEX document_by_digest ON document (digest);

CREATE TABLE page (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE provision (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    parent INTEGER,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    heading TEXT NOT NULL,
    locator TEXT NOT NULL,              -- JSON: [[level, label], ...]
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    subtree_end INTEGER NOT NULL,
    columns TEXT NOT NULL,              -- JSON: [[head, cell], ...]
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,             -- the row id of the lexical index
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,                 -- kept beside the document's text so that a hit costs one row
    headings TEXT NOT NULL,             -- JSON list
    locator TEXT NOT NULL,
    page INTEGER,
    digest TEXT NOT NULL,
    UNIQUE (document_id, ordinal)
) STRICT;
CREATE INDEX passage_by_digest ON passage (digest);

CREATE TABLE relation (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    target_key TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_title TEXT NOT NULL,
    target_issuer TEXT NOT NULL,
    target_issued_on TEXT,
    provision INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_target ON relation (target_key);

CREATE TABLE warning (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    path TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('manifest', 'operator')),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (path, origin, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE ingest_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                   -- ISO 8601 with offset
    status TEXT NOT NULL,
    document_id TEXT NOT NULL,          -- no reference: the log outlives its documents
    path TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
"""

# What documents say of force: acts with their places and days, statements of effect, rewards.
STATEMENT_TABLES = """
ALTER TABLE document ADD COLUMN derived_by INTEGER NOT NULL DEFAULT 0;  -- version of the reading that made the record
CREATE INDEX document_by_kind ON document (kind);

ALTER TABLE relation ADD COLUMN subject TEXT;               -- who acts; null: the document that says it
ALTER TABLE relation ADD COLUMN subject_key TEXT;
ALTER TABLE relation ADD COLUMN subject_issued_on TEXT;
ALTER TABLE relation ADD COLUMN places TEXT NOT NULL DEFAULT '[]';  -- JSON: locators
ALTER TABLE relation ADD COLUMN is_partial INTEGER NOT NULL DEFAULT 0;
ALTER TABLE relation ADD COLUMN since TEXT;
ALTER TABLE relation ADD COLUMN until TEXT;
ALTER TABLE relation ADD COLUMN is_disputed INTEGER NOT NULL DEFAULT 0;
DROP INDEX relation_by_target;
CREATE INDEX relation_by_target ON relation
    (target_key, kind, target_issued_on, target_issuer, target_kind, target_title);  -- all that is told of a target
CREATE INDEX relation_by_subject ON relation (subject_key, kind) WHERE subject_key IS NOT NULL;

CREATE TABLE effect (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    "on" TEXT,
    provision INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    subject TEXT,                       -- whose; null: of the document that says it
    subject_key TEXT,
    subject_issued_on TEXT,
    places TEXT NOT NULL,               -- JSON: locators
    exceptions TEXT NOT NULL,           -- JSON: locators
    has_exceptions INTEGER NOT NULL,
    is_disputed INTEGER NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX effect_by_subject ON effect (subject_key) WHERE subject_key IS NOT NULL;

CREATE TABLE reward_rate (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    recipient TEXT,
    coefficient TEXT NOT NULL,          -- decimal
    is_ceiling INTEGER NOT NULL,
    provision INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE base_salary (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    amount INTEGER NOT NULL,            -- đồng a month
    since TEXT,
    provision INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
"""

# When something must be done, and what officers corrected of it.
DEADLINE_TABLES = """
CREATE TABLE deadline (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- of the rule
    rule TEXT NOT NULL,                 -- JSON: see `corpus.deadline_rows`
    first_day TEXT,                     -- no occurrence before it; null: it has no day of its own
    last_day TEXT,                      -- nor after it
    months INTEGER NOT NULL,            -- in which it can fall due: bit 0 is January; 0: it has no day of its own
    year_origin TEXT NOT NULL,
    provision INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    task TEXT NOT NULL,
    product TEXT NOT NULL,
    responsible TEXT NOT NULL,          -- JSON list
    coordinating TEXT NOT NULL,         -- JSON list
    addressee TEXT NOT NULL,
    is_corrected INTEGER NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT;                               -- with row ids: rows of a kilobyte would fill the tree
CREATE INDEX deadline_by_day ON deadline (last_day, first_day, months) WHERE months <> 0;

CREATE TABLE deadline_unit (
    unit_key TEXT NOT NULL,
    document_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('responsible', 'coordinating')),
    PRIMARY KEY (unit_key, document_id, ordinal, role),
    FOREIGN KEY (document_id, ordinal) REFERENCES deadline ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_unit_by_deadline ON deadline_unit (document_id, ordinal);

CREATE TABLE deadline_correction (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,                 -- of the document's file; no reference: it outlives a re-reading
    action TEXT NOT NULL CHECK (action IN ('drop', 'set', 'new')),
    quote TEXT NOT NULL,                -- with `expression` what the deadline is known by
    expression TEXT NOT NULL,
    occurrence INTEGER NOT NULL,        -- which of those alike in the text, from 0
    text_digest TEXT NOT NULL,          -- SHA-256 of the text that it was made for
    assigned TEXT NOT NULL              -- JSON object: what is set
) STRICT;
CREATE INDEX deadline_correction_by_path ON deadline_correction (path);
"""


def migrations() -> Sequence[str]:
    """What brings a library from version n to n + 1, at place n; SQL statements."""
    return (DOCUMENT_TABLES + lexical_index.SCHEMA + syllable_model.SCHEMA, STATEMENT_TABLES, DEADLINE_TABLES)


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one.

    `executescript` commits before it starts, and a migration must be one transaction.
    """
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
    if gathered.strip():
        yield gathered


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the library behind this connection has seen; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """The library is at the present version; each step was all or nothing, also with two processes at it."""
    steps = migrations()
    while version_of(connection) < len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection)  # another process may have taken this step meanwhile
            if version < len(steps):
                for statement in statements(steps[version]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
