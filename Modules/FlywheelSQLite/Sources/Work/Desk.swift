public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// What people do to exceptions: each change, its note, its journal entry and the way back are one transaction.
extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/change(_:expecting:event:note:by:at:)``. The store counts the version itself.
    public func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent?, note: String?, by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        try write { db in
            var exceptions = try ExceptionLookup(db)
            guard let before = try exceptions.exception(exception.id) else {
                throw StoreError.unknown("exception \(exception.id)")
            }
            let outdated = try db.replace([(exception, version)], handled: try db.currentRotation() ?? 0)
            guard outdated.isEmpty else { throw StoreError.changedMeanwhile(outdated) }
            let noted = try note.map { try db.insert(note: $0, on: exception.id, by: actor, at: at) }
            let events = [event, noted?.event].compactMap(\.self)
            try db.insertStep(
                on: exception.id, events.first?.verb, replacing: version, before: before.handling, note: noted?.id,
                by: actor, at: at)
            try db.append(events, at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/WorkStore/add(_:note:by:at:)``.
    public func add(
        _ exception: ExceptionRecord, note: String?, by actor: Actor, at: Instant
    ) throws(StoreError) -> ExceptionID {
        try write { db in
            if let standing = try db.unfinished(exception.fingerprint) { throw StoreError.standsAlready(standing) }
            let id = ExceptionID(try db.next("exception"))
            var added = exception
            added.id = id
            try db.insert([(added, added.evidence.text())], opened: exception.opened)
            let noted = try note.map { try db.insert(note: $0, on: id, by: actor, at: at) }
            var before = exception.handling
            before.state = .withdrawn
            try db.insertStep(on: id, .added, replacing: 0, before: before, note: noted?.id, by: actor, at: at)
            let event = JournalEvent(.added, id.description, state: exception.state.rawValue)
            try db.append([event, noted?.event].compactMap(\.self), at: at, by: actor)
            return id
        }
    }

    /// See ``FlywheelStore/WorkStore/record(_:by:at:)``.
    public func record(_ event: JournalEvent, by actor: Actor, at: Instant) throws(StoreError) {
        try write { db in try db.append([event], at: at, by: actor) }
    }

    /// See ``FlywheelStore/WorkStore/notes(on:)``.
    public func notes(on id: ExceptionID) throws(StoreError) -> [NoteRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM note WHERE exception = ? ORDER BY id", arguments: [id.number]).map
            {
                try NoteRecord(
                    id: NoteID($0.get("id")), exception: id, at: $0.instant("at"), author: $0.get("author"),
                    text: $0.get("text"))
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/lastStep(by:of:)``.
    public func lastStep(by name: String, of id: ExceptionID?) throws(StoreError) -> WorkStep? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM step WHERE actor = ?1 AND (?2 IS NULL OR exception = ?2) ORDER BY id DESC LIMIT 1
                    """, arguments: [name, id?.number]
            ).map(WorkStep.init(row:))
        }
    }

    /// See ``FlywheelStore/WorkStore/undo(_:by:at:)``.
    public func undo(_ step: WorkStep, by actor: Actor, at: Instant) throws(StoreError) -> ExceptionRecord {
        try write { db in
            var exceptions = try ExceptionLookup(db)
            guard var exception = try exceptions.exception(step.exception) else {
                throw StoreError.unknown("exception \(step.exception)")
            }
            let before = exception.version
            exception.handling = step.before
            try db.run("DELETE FROM step WHERE id = ?", [step.id])
            guard db.changesCount == 1 else { throw StoreError.changedMeanwhile([step.exception]) }
            let outdated = try db.replace([(exception, step.version)], handled: try db.currentRotation() ?? 0)
            guard outdated.isEmpty else { throw StoreError.changedMeanwhile(outdated) }
            exception.version = before + 1
            // What stands now is what the change before this one made: that one can be undone next.
            try db.run(
                "UPDATE step SET version = ? WHERE exception = ? AND version = ?",
                [exception.version, exception.id.number, step.replaced])
            if let note = step.note { try db.run("DELETE FROM note WHERE id = ?", [note.number]) }
            let event = JournalEvent(
                .undone, exception.id.description, state: exception.state.rawValue, detail: step.verb.rawValue)
            try db.append([event], at: at, by: actor)
            return exception
        }
    }
}

extension Database {
    /// Refuses to publish a rotation that opens what a person added while it looked: it would stand twice.
    func refuseAdded(during rotation: RotationID) throws {
        var added: [ExceptionRecord] = []
        var reader = ExceptionReader(self)
        var statement = try BulkStatement(
            self,
            """
            SELECT \(ExceptionReader.columns) FROM exception INDEXED BY exception_added
            WHERE source = 'person' AND state < 4
            """)
        try statement.forEachRow { row in added.append(try reader.record(&row)) }
        for exception in added where try unfinished(exception.fingerprint, opened: rotation) != nil {
            throw StoreError.refused("\(exception.id) was added while \(rotation) looked; rotate again")
        }
    }

    /// The exception of a fingerprint that is not final: a visible one, or one that a rotation opens.
    fileprivate func unfinished(_ fingerprint: Fingerprint, opened rotation: RotationID? = nil) throws -> ExceptionID? {
        var families = Families(self)
        guard let family = try families.number(of: FingerprintFamily(fingerprint)) else { return nil }
        return try Int64.fetchOne(
            cachedStatement(
                sql: """
                    SELECT id FROM \(rotation == nil ? "visible_exception" : "exception")
                    WHERE family = ? AND code = ? AND discriminator = ? AND state < 4 AND opened = coalesce(?, opened)
                    """),
            arguments: [family, fingerprint.subject.code, fingerprint.discriminator, rotation?.number]
        ).map { ExceptionID($0) }
    }

    /// Keeps what a person wrote, and says what the journal is to hold of it.
    fileprivate func insert(
        note text: String, on exception: ExceptionID, by actor: Actor, at: Instant
    ) throws -> (id: NoteID, event: JournalEvent) {
        let (text, key) = (text.withoutNUL, NoteDigest.key())
        try run(
            "INSERT INTO note (exception, at, author, text, key) VALUES (?, ?, ?, ?, ?)",
            [exception.number, at.seconds, actor.name, text, Data(key)])
        let id = NoteID(lastInsertedRowID)
        return (
            id, JournalEvent(.noted, exception.description, detail: NoteDigest.detail(of: id, text, key: key))
        )
    }

    /// Remembers what it takes to undo a change; there is nothing to take back of what no event says.
    fileprivate func insertStep(
        on exception: ExceptionID, _ verb: JournalEvent.Verb?, replacing version: Int, before: Handling, note: NoteID?,
        by actor: Actor, at: Instant
    ) throws {
        guard let verb, actor.kind == .person else { return }
        try run(
            """
            INSERT INTO step (exception, actor, verb, at, version, replaced, before, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                exception.number, actor.name, verb.rawValue, at.seconds, version + 1, version,
                try CanonicalJSON.text(before),
                note?.number,
            ])
    }
}

extension WorkStep {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row.get("id"), exception: ExceptionID(row.get("exception")), verb: row.word("verb"),
            at: row.instant("at"), version: row.get("version"),
            replaced: row.get("replaced"),
            before: CanonicalJSON.value(Handling.self, from: row.get("before")),
            note: (row.get("note") as Int64?).map { NoteID($0) })
    }
}
