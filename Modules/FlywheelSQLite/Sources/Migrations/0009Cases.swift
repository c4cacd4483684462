import GRDB

extension Migrations {
    /// The desk's cases, and apart from them what people wrote and who they are.
    ///
    /// - All personal text of the desk stands in `personal_text` and in the index of its words; every other table holds ids,
    ///   codes, digests and sums. `key` seals a text in the journal; one that was redacted has none.
    /// - `text_index` has no copy of the texts: triggers keep it in step with those whose words are looked for.
    /// - `body` is canonical JSON of the desk's module, `listings`, `fields`, `cases` and `written` JSON arrays.
    /// - The orders of `desk_case` put what is unknown last.
    static func cases(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO counter VALUES ('C', 0), ('P', 0), ('M', 0), ('D', 0), ('O', 0), ('unscrubbed', 0);
                CREATE TABLE secret (name TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;

                CREATE TABLE party (
                    id INTEGER PRIMARY KEY, side TEXT, since INTEGER NOT NULL, erased INTEGER
                ) STRICT;
                CREATE TABLE identity (
                    digest BLOB PRIMARY KEY, party INTEGER NOT NULL REFERENCES party (id)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE desk_case (
                    id INTEGER PRIMARY KEY,
                    source TEXT NOT NULL, account TEXT NOT NULL, code TEXT NOT NULL, marketplace TEXT NOT NULL,
                    version INTEGER NOT NULL, state TEXT NOT NULL, is_done INTEGER NOT NULL, side TEXT, owner TEXT,
                    team TEXT, language TEXT, urgency INTEGER, due INTEGER, opened INTEGER, updated INTEGER,
                    ended INTEGER, party INTEGER REFERENCES party (id), listings TEXT NOT NULL, dispute TEXT,
                    merged_into INTEGER REFERENCES desk_case (id), erased INTEGER, body TEXT NOT NULL,
                    UNIQUE (source, account, code)
                ) STRICT;
                CREATE INDEX case_due ON desk_case (is_done, coalesce(due, 9223372036854775807), id);
                CREATE INDEX case_urgency ON desk_case
                    (is_done, coalesce(-urgency, 9223372036854775807), coalesce(due, 9223372036854775807), id);
                CREATE INDEX case_updated ON desk_case (is_done, coalesce(-updated, 9223372036854775807), id);
                CREATE INDEX case_party ON desk_case (party);
                CREATE INDEX case_ended ON desk_case (ended) WHERE ended IS NOT NULL;
                CREATE TABLE case_listing (
                    code TEXT NOT NULL, desk_case INTEGER NOT NULL REFERENCES desk_case (id),
                    PRIMARY KEY (code, desk_case)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX case_listing_case ON case_listing (desk_case);

                CREATE TABLE message (
                    id INTEGER PRIMARY KEY,
                    desk_case INTEGER NOT NULL REFERENCES desk_case (id),
                    at INTEGER NOT NULL, state TEXT NOT NULL, author TEXT, source BLOB, contents BLOB, file TEXT
                ) STRICT;
                CREATE INDEX message_case ON message (desk_case, at, id);
                CREATE INDEX message_source ON message (source) WHERE source IS NOT NULL;
                CREATE INDEX message_state ON message (state, id) WHERE state <> 'received';
                CREATE TABLE decision (
                    id INTEGER PRIMARY KEY,
                    desk_case INTEGER NOT NULL REFERENCES desk_case (id),
                    at INTEGER NOT NULL, decided_by TEXT NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL,
                    amount INTEGER, currency TEXT, replaces INTEGER, body TEXT NOT NULL
                ) STRICT;
                CREATE INDEX decision_case ON decision (desk_case);
                CREATE TABLE outreach (
                    id INTEGER PRIMARY KEY,
                    template TEXT NOT NULL, party INTEGER NOT NULL REFERENCES party (id),
                    desk_case INTEGER REFERENCES desk_case (id),
                    at INTEGER NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL
                ) STRICT;
                CREATE INDEX outreach_party ON outreach (party);

                CREATE TABLE personal_text (
                    id INTEGER PRIMARY KEY,
                    field TEXT NOT NULL, number INTEGER NOT NULL,
                    desk_case INTEGER, party INTEGER, at INTEGER NOT NULL, text TEXT NOT NULL, key BLOB,
                    UNIQUE (field, number)
                ) STRICT;
                CREATE INDEX text_case ON personal_text (desk_case);
                CREATE INDEX text_party ON personal_text (party);
                CREATE VIRTUAL TABLE text_index USING fts5 (
                    text, content = 'personal_text', content_rowid = 'id', detail = 'none', columnsize = 0,
                    tokenize = 'unicode61 remove_diacritics 2');
                CREATE TRIGGER text_inserted AFTER INSERT ON personal_text
                    WHEN new.field IN ('subject', 'message', 'rationale')
                    BEGIN INSERT INTO text_index (rowid, text) VALUES (new.id, new.text); END;
                CREATE TRIGGER text_deleted AFTER DELETE ON personal_text
                    WHEN old.field IN ('subject', 'message', 'rationale')
                    BEGIN INSERT INTO text_index (text_index, rowid, text) VALUES ('delete', old.id, old.text); END;
                CREATE TRIGGER text_updated AFTER UPDATE OF text ON personal_text
                    WHEN old.field IN ('subject', 'message', 'rationale')
                    BEGIN
                        INSERT INTO text_index (text_index, rowid, text) VALUES ('delete', old.id, old.text);
                        INSERT INTO text_index (rowid, text) VALUES (new.id, new.text);
                    END;

                CREATE TABLE access (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    at INTEGER NOT NULL, actor_kind TEXT NOT NULL, actor_name TEXT NOT NULL, purpose TEXT NOT NULL,
                    fields TEXT NOT NULL, cases TEXT NOT NULL
                ) STRICT;
                CREATE TABLE access_party (
                    party INTEGER NOT NULL, access INTEGER NOT NULL REFERENCES access (id),
                    PRIMARY KEY (party, access)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX access_party_access ON access_party (access);

                CREATE TABLE case_step (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    actor TEXT NOT NULL, verb TEXT NOT NULL, at INTEGER NOT NULL,
                    messages TEXT NOT NULL, decisions TEXT NOT NULL
                ) STRICT;
                CREATE INDEX case_step_actor ON case_step (actor);
                CREATE TABLE case_step_part (
                    step INTEGER NOT NULL REFERENCES case_step (id) ON DELETE CASCADE,
                    desk_case INTEGER NOT NULL REFERENCES desk_case (id),
                    version INTEGER NOT NULL, replaced INTEGER NOT NULL, before TEXT NOT NULL,
                    PRIMARY KEY (step, desk_case)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX case_step_case ON case_step_part (desk_case);

                CREATE TABLE saved_view (
                    name TEXT NOT NULL, owner TEXT NOT NULL, query TEXT NOT NULL, PRIMARY KEY (name, owner)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE model (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    kind TEXT NOT NULL, digest TEXT NOT NULL, at INTEGER NOT NULL, made_by TEXT NOT NULL,
                    about TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (kind, digest)
                ) STRICT;
                """)
    }
}
