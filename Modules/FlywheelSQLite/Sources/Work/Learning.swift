import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/outcomes()``.
    public func outcomes() throws(StoreError) -> [OutcomeRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM outcome ORDER BY exception").map(OutcomeRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/WorkStore/stageStates()``.
    public func stageStates() throws(StoreError) -> [StageState] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM stage_state ORDER BY workflow").map { row in
                try StageState(
                    workflow: row.get("workflow"), knobs: row.get("knobs"), model: row.get("model"),
                    record: row.get("record"))
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/tiers()``.
    public func tiers() throws(StoreError) -> [TierRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM tier WHERE rotation = ? ORDER BY part", arguments: [try db.currentRotation()]
            ).flatMap { row in try TierRecord.records(in: row) }
        }
    }

    /// See ``FlywheelStore/WorkStore/termsAtOpen(of:)``.
    public func termsAtOpen(of id: ExceptionID) throws(StoreError) -> String {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT terms FROM terms_at_open WHERE exception = ?
                        AND rotation NOT IN (SELECT id FROM rotation WHERE state = 'staging')
                    ORDER BY rotation LIMIT 1
                    """, arguments: [id.number]) ?? ""
        }
    }
}

extension Database {
    /// Writes what an ended exception leaves; a second outcome of one exception is refused.
    func insert(_ outcome: OutcomeRecord) throws {
        let id = outcome.exception
        let isTaken = try Bool.fetchOne(
            cachedStatement(sql: "SELECT 1 FROM outcome WHERE exception = ?"), arguments: [id.number])
        guard isTaken == nil else { throw StoreError.refused("\(id) has an outcome already; outcomes never change") }
        try run(
            "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [id.number] + outcome.fingerprint.columns + [
                outcome.exposure, outcome.verdict.rawValue, outcome.rootCause, outcome.isVerified,
                outcome.onset.seconds,
                outcome.detected.seconds, outcome.claimed?.seconds, outcome.ended.seconds, outcome.verified?.seconds,
                outcome.termsAtOpen, outcome.termsAtEnd,
            ])
    }

    /// Writes tiers as columns: they are only ever read together.
    func insert(_ tiers: ArraySlice<TierRecord>, part: Int, of rotation: Int64) throws {
        let texts: [KeyPath<TierRecord, String>] = [\.account, \.marketplace, \.code, \.tier]
        let columns =
            texts.map { path in ColumnData.texts(Values(tiers.map { $0[keyPath: path] })) }
            + [.days(Values(tiers.map { Day(epochDays: $0.sinceDay) }))]
        try run(
            "INSERT INTO tier VALUES (?, ?, ?, ?, ?, ?, ?)",
            StatementArguments([rotation, Int64(part)])
                + StatementArguments(columns.map { Data(ColumnCodec.encode($0)) }))
    }
}

extension OutcomeRecord {
    init(row: Row) throws {
        try self.init(
            exception: ExceptionID(row.get("exception")), fingerprint: Fingerprint(row: row),
            exposure: row.get("exposure"), verdict: row.word("verdict"), rootCause: row.get("root_cause"),
            isVerified: row.get("is_verified"), onset: row.instant("onset"), detected: row.instant("detected"),
            claimed: row.optionalInstant("claimed"), ended: row.instant("ended"),
            verified: row.optionalInstant("verified"), termsAtOpen: row.get("terms_at_open"),
            termsAtEnd: row.get("terms_at_end"))
    }
}

extension TierRecord {
    /// The records of one row of columns.
    static func records(in row: Row) throws -> [TierRecord] {
        func column<Value: ColumnValue>(_ name: String, _: Value.Type) throws -> [Value] {
            let data: Data = row[name]
            do {
                let column = try data.withUnsafeBytes { try ColumnCodec.decode($0) }
                return Value.values(of: column).map { values in (0..<values.count).compactMap { values[$0] } } ?? []
            } catch let damage as ColumnDamage {
                throw StoreError.failed("column \(name) of the listings' tiers \(damage)")
            }
        }
        let accounts = try column("account", String.self)
        let marketplaces = try column("marketplace", String.self)
        let codes = try column("code", String.self)
        let tiers = try column("tier", String.self)
        let days = try column("since_day", Day.self)
        guard Set([accounts.count, marketplaces.count, codes.count, tiers.count, days.count]).count == 1 else {
            throw StoreError.failed("the columns of the listings' tiers differ in length")
        }
        return codes.indices.map { index in
            TierRecord(
                account: accounts[index], marketplace: marketplaces[index], code: codes[index], tier: tiers[index],
                sinceDay: days[index].epochDays)
        }
    }
}
