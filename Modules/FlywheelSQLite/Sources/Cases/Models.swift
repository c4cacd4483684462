import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// Saved views and models.
extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/views(of:)``.
    public func views(of list: SavedView.List) throws(StoreError) -> [SavedView] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM saved_view WHERE list = ? ORDER BY name, owner", arguments: [list.rawValue]
            ).map { row in
                try SavedView(of: list, name: row.get("name"), owner: row.get("owner"), query: row.get("query"))
            }
        }
    }

    /// See ``FlywheelStore/CaseStore/keep(_:)``.
    public func keep(_ view: SavedView) throws(StoreError) {
        try write { db in
            try db.run(
                "INSERT OR REPLACE INTO saved_view VALUES (?, ?, ?, ?)",
                [view.list.rawValue, view.name, view.owner, view.query])
        }
    }

    /// See ``FlywheelStore/CaseStore/removeView(_:of:owner:)``.
    public func removeView(_ name: String, of list: SavedView.List, owner: String) throws(StoreError) {
        try write { db in
            try db.run(
                "DELETE FROM saved_view WHERE list = ? AND name = ? AND owner = ?", [list.rawValue, name, owner])
            if db.changesCount == 0 { throw StoreError.unknown("view \(name)") }
        }
    }

    /// See ``FlywheelStore/CaseStore/keep(_:by:)``.
    public func keep(_ model: ModelRecord, by actor: Actor) throws(StoreError) {
        try write { db in
            try db.run(
                """
                INSERT OR IGNORE INTO model (kind, digest, at, made_by, about, bytes) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [model.kind, model.digest, model.at.seconds, model.by, model.about, Data(model.bytes)])
            guard db.changesCount == 1 else { return }
            try db.append([JournalEvent(.modelKept, model.kind, detail: model.digest)], at: model.at, by: actor)
        }
    }

    /// See ``FlywheelStore/CaseStore/model(_:digest:)``.
    public func model(_ kind: String, digest: String?) throws(StoreError) -> ModelRecord? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: "SELECT * FROM model WHERE kind = ?1 AND (?2 IS NULL OR digest = ?2) ORDER BY id DESC LIMIT 1",
                arguments: [kind, digest]
            ).map { row in
                try ModelRecord(
                    kind: row.get("kind"), at: row.instant("at"), by: row.get("made_by"), about: row.get("about"),
                    bytes: Array(row.get("bytes", as: Data.self)))
            }
        }
    }
}
