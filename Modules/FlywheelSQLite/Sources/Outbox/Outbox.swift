public import FlywheelKit
public import FlywheelStore
import GRDB

/// What waits to be sent, and what became of the rest.
extension SQLiteStore {
    /// See ``FlywheelStore/OutboxStore/take(_:for:from:to:)``.
    public func take(
        _ deliveries: [DeliveryRecord], for id: SubscriptionID, from cursor: Int64, to end: Int64
    ) throws(StoreError) -> Bool {
        try write { db in
            try db.run("UPDATE subscription SET cursor = ? WHERE id = ? AND cursor = ?", [end, id.number, cursor])
            guard db.changesCount == 1 else { return false }
            for delivery in deliveries { try db.wait(delivery) }
            return true
        }
    }

    /// See ``FlywheelStore/OutboxStore/wait(_:again:)``.
    public func wait(_ deliveries: [DeliveryRecord], again: Bool) throws(StoreError) -> Int {
        try write { db in
            try deliveries.reduce(into: 0) { waiting, delivery in
                if again { try db.run("DELETE FROM delivery WHERE id = ? AND state <> 'waiting'", [delivery.id]) }
                if try db.wait(delivery) { waiting += 1 }
            }
        }
    }

    /// See ``FlywheelStore/OutboxStore/waitingDeliveries(of:limit:)``.
    public func waitingDeliveries(of id: SubscriptionID, limit: Int) throws(StoreError) -> [DeliveryRecord] {
        try records(Self.waitingSQL, [id.number, limit])
    }

    static let waitingSQL = """
        SELECT * FROM delivery WHERE subscription = ? AND state = 'waiting' ORDER BY sequence, position LIMIT ?
        """

    /// See ``FlywheelStore/OutboxStore/countDeliveries(of:in:)``.
    public func countDeliveries(of id: SubscriptionID, in state: DeliveryRecord.State) throws(StoreError) -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM delivery WHERE subscription = ? AND state = ?",
                arguments: [id.number, state.rawValue]) ?? 0
        }
    }

    /// See ``FlywheelStore/OutboxStore/deliveries(of:in:limit:)``.
    public func deliveries(
        of id: SubscriptionID?, in state: DeliveryRecord.State?, limit: Int
    ) throws(StoreError) -> [DeliveryRecord] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let id {
            conditions.append("subscription = ?")
            arguments += [id.number]
        }
        if let state {
            conditions.append("state = ?")
            arguments += [state.rawValue]
        }
        let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        return try records(
            "SELECT * FROM delivery \(condition) ORDER BY sequence DESC, position DESC, id LIMIT ?",
            arguments + [limit])
    }

    /// See ``FlywheelStore/OutboxStore/delivery(_:)``.
    public func delivery(_ id: String) throws(StoreError) -> DeliveryRecord? {
        try records("SELECT * FROM delivery WHERE id = ?", [id]).first
    }

    private func records(_ sql: String, _ arguments: StatementArguments) throws(StoreError) -> [DeliveryRecord] {
        try read { db in try Row.fetchAll(db, sql: sql, arguments: arguments).map(DeliveryRecord.init(row:)) }
    }

    /// See ``FlywheelStore/OutboxStore/settle(_:restingUntil:)``.
    public func settle(_ delivery: DeliveryRecord, restingUntil rest: Instant?) throws(StoreError) {
        try write { db in
            try db.run(
                """
                UPDATE delivery SET body = ?, state = ?, attempts = ?, next = ?, tried = ?, outcome = ?
                WHERE id = ? AND attempts = ? AND state = 'waiting'
                """,
                [
                    delivery.state == .delivered ? "" : delivery.body, delivery.state.rawValue, delivery.attempts,
                    delivery.next.seconds, delivery.tried?.seconds, delivery.outcome, delivery.id,
                    delivery.attempts - 1,
                ])
            guard db.changesCount == 1 else { return }
            try db.run("UPDATE subscription SET rest = ? WHERE id = ?", [rest?.seconds, delivery.subscription.number])
        }
    }

    /// See ``FlywheelStore/OutboxStore/forgetDeliveries(deliveredBefore:)``.
    public func forgetDeliveries(deliveredBefore moment: Instant) throws(StoreError) -> Int {
        // Asked often, and mostly for nothing: nobody who writes is held up by that.
        let isThere = try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'delivered' AND tried < ?)",
                arguments: [moment.seconds]) ?? false
        }
        guard isThere else { return 0 }
        return try write { db in
            try db.run("DELETE FROM delivery WHERE state = 'delivered' AND tried < ?", [moment.seconds])
            return db.changesCount
        }
    }
}

extension Database {
    /// Puts a delivery to wait, unless there is one of its id.
    @discardableResult
    fileprivate func wait(_ delivery: DeliveryRecord) throws -> Bool {
        try run(
            "INSERT OR IGNORE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                delivery.id, delivery.subscription.number, delivery.sequence, delivery.position, delivery.verb,
                delivery.subject, delivery.count, delivery.body, delivery.made.seconds, delivery.state.rawValue,
                delivery.attempts, delivery.next.seconds, delivery.tried?.seconds, delivery.outcome,
            ])
        return changesCount == 1
    }
}

extension DeliveryRecord {
    fileprivate init(row: Row) throws(StoreError) {
        try self.init(
            id: row.get("id"), subscription: SubscriptionID(row.get("subscription")), sequence: row.get("sequence"),
            position: row.get("position"), verb: row.get("verb"), subject: row.get("subject"), count: row.get("count"),
            body: row.get("body"), made: row.instant("made"), state: row.word("state"), attempts: row.get("attempts"),
            next: row.instant("next"), tried: row.optionalInstant("tried"), outcome: row.get("outcome"))
    }
}
