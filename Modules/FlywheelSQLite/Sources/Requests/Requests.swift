public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// What was asked to be done once.
extension SQLiteStore {
    /// See ``FlywheelStore/RequestStore/beginRequest(_:)``.
    public func beginRequest(_ request: RequestRecord) throws(StoreError) -> RequestRecord? {
        let key = request.key
        return try write { db in
            try db.run(
                "INSERT INTO request VALUES (?, ?, ?, ?, NULL, NULL) ON CONFLICT DO NOTHING",
                [key.owner, key.word, Data(request.digest), request.begun.seconds])
            if db.changesCount == 1 { return nil }
            let row = try Row.fetchOne(
                db, sql: "SELECT digest, begun, status, body FROM request WHERE owner = ? AND word = ?",
                arguments: [key.owner, key.word])
            return try row.map { row in
                let status = try row.get("status", as: Int?.self)
                return RequestRecord(
                    key, digest: Array(try row.get("digest", as: Data.self)), begun: try row.instant("begun"),
                    answer: try status.map { KeptAnswer(status: $0, body: try row.get("body")) })
            }
        }
    }

    /// See ``FlywheelStore/RequestStore/finishRequest(_:with:)``.
    public func finishRequest(_ key: RequestKey, with answer: KeptAnswer) throws(StoreError) {
        try write { db in
            try db.run(
                "UPDATE request SET status = ?, body = ? WHERE owner = ? AND word = ? AND status IS NULL",
                [answer.status, answer.body, key.owner, key.word])
        }
    }

    /// See ``FlywheelStore/RequestStore/forgetRequest(_:)``.
    public func forgetRequest(_ key: RequestKey) throws(StoreError) {
        try write { db in
            try db.run(
                "DELETE FROM request WHERE owner = ? AND word = ? AND status IS NULL", [key.owner, key.word])
        }
    }

    /// See ``FlywheelStore/RequestStore/sweepRequests(begunBefore:)``.
    public func sweepRequests(begunBefore moment: Instant) throws(StoreError) -> Int {
        try write { db in
            try db.run("DELETE FROM request WHERE begun < ?", [moment.seconds])
            return db.changesCount
        }
    }
}
