public import FlywheelKit
public import FlywheelStore
import GRDB

/// Who outside is told of what happens: each change and its journal entry are one transaction.
extension SQLiteStore {
    /// See ``FlywheelStore/OutboxStore/subscribe(_:by:at:)``.
    public func subscribe(
        _ subscription: SubscriptionRecord, by actor: Actor, at: Instant
    ) throws(StoreError) -> SubscriptionID {
        try write { db in
            let id = SubscriptionID(try db.next(SubscriptionRecord.letter))
            try db.append(
                [JournalEvent(.subscribed, id.description, state: subscription.state.rawValue)], at: at, by: actor)
            try db.run(
                "INSERT INTO subscription VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                [
                    id.number, subscription.kind.rawValue, subscription.target,
                    try CanonicalJSON.text(subscription.filter),
                    subscription.secretText, subscription.state.rawValue, subscription.reason, try db.journalEnd(),
                    subscription.restsUntil?.seconds, subscription.at.seconds, subscription.by,
                ])
            return id
        }
    }

    /// See ``FlywheelStore/OutboxStore/subscriptions()``.
    public func subscriptions() throws(StoreError) -> [SubscriptionRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM subscription WHERE state <> 'removed' ORDER BY id")
                .map(SubscriptionRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/OutboxStore/subscription(_:)``.
    public func subscription(_ id: SubscriptionID) throws(StoreError) -> SubscriptionRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM subscription WHERE id = ?", arguments: [id.number])
                .map(SubscriptionRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/OutboxStore/change(_:_:by:at:)``.
    public func change(
        _ subscription: SubscriptionRecord, _ verb: JournalEvent.Verb, by actor: Actor, at: Instant
    ) throws(StoreError) {
        let kept = subscription.state == .removed ? subscription.emptied : subscription
        try write { db in
            try db.run(
                """
                UPDATE subscription SET target = ?, filter = ?, secrets = ?, state = ?, reason = ?, version = version + 1
                WHERE id = ? AND version = ?
                """,
                [
                    kept.target, try CanonicalJSON.text(kept.filter), kept.secretText, kept.state.rawValue, kept.reason,
                    kept.id.number, kept.version,
                ])
            guard db.changesCount == 1 else { throw StoreError.recordsChangedMeanwhile([kept.id.description]) }
            if kept.state == .removed { try db.run("DELETE FROM delivery WHERE subscription = ?", [kept.id.number]) }
            try db.append(
                [JournalEvent(verb, kept.id.description, state: kept.state.rawValue, detail: kept.reason)], at: at,
                by: actor)
        }
    }

    /// Compares subscriptions with what the journal says of them.
    static func checkOutbox(_ db: Database, _ audit: inout JournalAudit) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, state FROM subscription ORDER BY id") {
            audit.check(SubscriptionID(try row.get("id")).description, is: try row.get("state"))
        }
    }
}

extension SubscriptionRecord {
    fileprivate var secretText: String { secrets.map(\.key.hexadecimal).joined(separator: " ") }

    fileprivate init(row: Row) throws {
        let secrets = try row.get("secrets", as: String.self).split(separator: " ").map { text throws(StoreError) in
            guard let secret = SigningSecret(hexadecimal: text) else {
                throw .failed("column secrets holds no keys; the file is damaged")
            }
            return secret
        }
        try self.init(
            id: SubscriptionID(row.get("id")), kind: row.word("kind"), target: row.get("target"),
            filter: CanonicalJSON.value(EventFilter.self, from: row.get("filter")), secrets: secrets,
            state: row.word("state"),
            reason: row.get("reason"), cursor: row.get("cursor"), restsUntil: row.optionalInstant("rest"),
            at: row.instant("at"), by: row.get("made_by"), version: row.get("version"))
    }
}

extension SigningSecret {
    /// The secret whose key's bytes are written as two digits each.
    fileprivate init?(hexadecimal text: Substring) {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        self.init(key: stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
    }
}
