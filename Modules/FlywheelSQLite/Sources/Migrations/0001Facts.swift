import GRDB

extension Migrations {
    /// Imports, where subjects stand, and what imports brought as columns.
    ///
    /// - `import.writer` names the running program that a staged import belongs to; see `WriterLease`.
    /// - `counter.placed` counts changes of where subjects stand, and `chunk.placed` is its value at the chunk's last: a
    ///   program that knows the places of some time ago reads only the chunks that are newer.
    /// - `chunk.seen` is a bitmap of the rows a kept import has facts for.
    /// - `placement` has a column of one value a row of the chunk in each field: codes, products, and the imports that
    ///   named those. A product counts once its import is kept; until then it only keeps products together.
    /// - `fact.name` is a column of the feed, `@rows` the chunk rows of the entries, `@product` the products that the part
    ///   names for the rows `@named`.
    static func facts(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                INSERT INTO counter VALUES ('kept', 0), ('placed', 0), ('batch', 0), ('journal', 0), ('exception', 0);

                CREATE TABLE scope (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL, account TEXT NOT NULL, marketplace TEXT NOT NULL,
                    UNIQUE (kind, account, marketplace)
                ) STRICT;

                CREATE TABLE import (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    file_name TEXT NOT NULL, digest TEXT NOT NULL, format TEXT NOT NULL, feed TEXT NOT NULL,
                    subject TEXT NOT NULL, account TEXT NOT NULL, marketplace TEXT NOT NULL,
                    scope INTEGER NOT NULL REFERENCES scope (id),
                    effective_at INTEGER NOT NULL, received_at INTEGER NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('staging', 'kept', 'quarantined', 'discarded')),
                    summary TEXT NOT NULL, actor_kind TEXT NOT NULL, actor_name TEXT NOT NULL, writer TEXT
                ) STRICT;
                CREATE UNIQUE INDEX import_once ON import (digest, account, marketplace, feed, effective_at)
                    WHERE state IN ('kept', 'quarantined');
                CREATE INDEX import_staging ON import (id) WHERE state = 'staging';

                CREATE TABLE reject (
                    import INTEGER NOT NULL REFERENCES import (id),
                    number INTEGER NOT NULL,
                    line INTEGER NOT NULL, column INTEGER NOT NULL, heading TEXT NOT NULL,
                    code TEXT NOT NULL, reason TEXT NOT NULL,
                    PRIMARY KEY (import, line, number)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE chunk (
                    id INTEGER PRIMARY KEY,
                    scope INTEGER NOT NULL REFERENCES scope (id),
                    placed INTEGER NOT NULL,
                    seen BLOB NOT NULL DEFAULT x''
                ) STRICT;
                CREATE INDEX chunk_scope ON chunk (scope, placed);
                CREATE TABLE placement (
                    chunk INTEGER PRIMARY KEY REFERENCES chunk (id),
                    codes BLOB NOT NULL, products BLOB NOT NULL, sources BLOB NOT NULL
                ) STRICT;

                CREATE TABLE fact (
                    id INTEGER PRIMARY KEY,
                    chunk INTEGER NOT NULL REFERENCES chunk (id),
                    import INTEGER NOT NULL REFERENCES import (id),
                    part INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    data BLOB NOT NULL
                ) STRICT;
                CREATE UNIQUE INDEX fact_place ON fact (chunk, import, part, name);
                CREATE INDEX fact_import ON fact (import, chunk);
                """)
    }
}
