import GRDB

extension Migrations {
    /// Imports, where subjects stand, and what imports brought as columns.
    ///
    /// - `import.writer` names the running program that a staged import belongs to; see `WriterLease`.
    /// - `chunk.size` counts the rows ever given out, `chunk.seen` is a bitmap of those a kept import has facts for.
    /// - `placement.product` counts once the import `product_import` is kept; until then it only keeps products together.
    /// - `fact.name` is a column of the feed, `@rows` the chunk rows of the entries, `@product` what they named.
    static func facts(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                INSERT INTO counter VALUES ('kept', 0), ('batch', 0), ('journal', 0), ('exception', 0);

                CREATE TABLE import (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    file_name TEXT NOT NULL, digest TEXT NOT NULL, format TEXT NOT NULL, feed TEXT NOT NULL,
                    subject TEXT NOT NULL, account TEXT NOT NULL, marketplace TEXT NOT NULL,
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

                CREATE TABLE scope (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL, account TEXT NOT NULL, marketplace TEXT NOT NULL,
                    UNIQUE (kind, account, marketplace)
                ) STRICT;
                CREATE TABLE chunk (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    scope INTEGER NOT NULL REFERENCES scope (id),
                    size INTEGER NOT NULL DEFAULT 0,
                    seen BLOB NOT NULL DEFAULT x''
                ) STRICT;
                CREATE INDEX chunk_scope ON chunk (scope);

                CREATE TABLE placement (
                    chunk INTEGER NOT NULL REFERENCES chunk (id),
                    row INTEGER NOT NULL,
                    scope INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    product TEXT, product_import INTEGER,
                    PRIMARY KEY (chunk, row)
                ) STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX placement_code ON placement (scope, code);
                CREATE INDEX placement_product ON placement (scope, product) WHERE product IS NOT NULL;

                CREATE TABLE fact (
                    id INTEGER PRIMARY KEY,
                    import INTEGER NOT NULL REFERENCES import (id),
                    chunk INTEGER NOT NULL REFERENCES chunk (id),
                    part INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    data BLOB NOT NULL
                ) STRICT;
                CREATE UNIQUE INDEX fact_place ON fact (import, chunk, part, name);
                CREATE INDEX fact_chunk ON fact (chunk);
                """)
    }
}
