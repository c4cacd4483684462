import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

let noon = Instant(seconds: 1_790_000_000)
let ada = Actor(.person, "ada")

/// A folder of its own for one test, gone with it.
final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "flywheel-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String = "store.flywheel") -> String { url.appending(path: name).path }

    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [] }
}

/// Copies a store in the middle of a step, as a program leaves it that was killed there: with pages of the step in the
/// file, and a journal that takes them back.
func copyHalfWritten(_ path: String, to copy: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { db in
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        // Pages go to the file before the step ends where memory has no room for them.
        try db.execute(sql: "PRAGMA cache_size = 1")
        try db.inTransaction(.exclusive) {
            try db.execute(sql: "UPDATE import SET digest = 'torn'")
            try db.execute(
                sql: """
                    CREATE TABLE torn AS WITH number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 50)
                        SELECT n, hex(zeroblob(9000)) FROM number
                    """)
            for part in ["", "-journal"] { try FileManager.default.copyItem(atPath: path + part, toPath: copy + part) }
            return .rollback
        }
    }
}

func draft(_ digest: String, feed: String = "catalog/1") -> ImportDraft {
    ImportDraft(
        fileName: "\(digest).tsv", digest: digest, format: "generic", feed: feed, subject: .listing, account: "north",
        marketplace: "ATVPDKIKX0DER", effectiveAt: noon, receivedAt: noon)
}

func factRows(_ codes: [String]) -> FactRows {
    FactRows(
        codes: codes, products: Values(codes.map { "P-\($0)" }),
        columns: ["price": .integers(Values(codes.indices.map(Optional.some)))])
}

extension SQLiteStore {
    @discardableResult
    func keep(_ digest: String, _ codes: [String]) throws -> ImportID {
        let id = try beginImport(draft(digest), by: ada)
        try stage(factRows(codes), for: id)
        try finishImport(id, as: .kept, ImportSummary())
        return id
    }

    func begin() throws -> Turn {
        let currency = try #require(Currency("USD"))
        let id = try beginRotation(asOf: noon, currency: currency)
        return Turn(RotationRecord(id: id, asOf: noon, currency: currency, summary: ""))
    }

    /// Stages active exceptions on listings, queued in this order.
    func open(_ codes: [String], in turn: inout Turn) throws -> [ExceptionID] {
        let first = try reserveExceptions(codes.count).number
        let ids = codes.indices.map { ExceptionID(first + Int64($0)) }
        try stage(
            zip(ids, codes).map { id, code in
                ExceptionRecord(
                    id: id,
                    fingerprint: Fingerprint(
                        workflow: "w", kind: "k",
                        subject: Subject(.listing, account: "north", marketplace: "ATVPDKIKX0DER", code: code)),
                    state: .active, onset: nil, detected: noon, opened: turn.rotation.id, evidence: "{}",
                    exposure: .none, model: "")
            }, for: turn.rotation.id)
        try stage(
            ids.enumerated().map { index, id in
                QueueRow(exception: id, lane: .active, position: index + 1, atRisk: 1, tier: .a, terms: nil)
            }, for: turn.rotation.id)
        turn.events += ids.map { JournalEvent(.opened, $0.description, cause: "R", state: "active") }
        return ids
    }

    func open(_ codes: String...) throws -> [ExceptionID] {
        var turn = try begin()
        let ids = try open(codes, in: &turn)
        try publish(turn)
        return ids
    }

    func change(_ id: ExceptionID, to state: ExceptionRecord.State) throws {
        var record = try #require(try exception(id))
        record.state = state
        try change(
            record, expecting: record.version, event: JournalEvent(.closed, id.description, state: state.rawValue),
            by: ada, at: noon)
    }
}
