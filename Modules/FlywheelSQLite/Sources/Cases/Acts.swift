public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// What is done at the desk: each act, what it wrote, its journal events and the way back are one transaction.
extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/reserve(_:of:)``.
    public func reserve<Kind: CaseRecordKind>(_ count: Int, of kind: Kind.Type) throws(StoreError) -> RecordID<Kind> {
        try write { db in
            let last = try db.count(of: Kind.letter)
            try db.run("UPDATE counter SET value = value + ? WHERE name = ?", [count, Kind.letter])
            return RecordID(last + 1)
        }
    }

    /// See ``FlywheelStore/CaseStore/identityKey()``.
    public func identityKey() throws(StoreError) -> [UInt8] {
        let kept = "SELECT key FROM secret WHERE name = 'identity'"
        if let key = try read({ db in try Data.fetchOne(db, sql: kept) }) { return Array(key) }
        return try write { db in
            // Another program may have been faster, and its key is the one that counts.
            try db.execute(
                sql: "INSERT OR IGNORE INTO secret VALUES ('identity', ?)", arguments: [Data(IdentityDigest.key())])
            guard let key = try Data.fetchOne(db, sql: kept) else { throw StoreError.failed("no key was kept") }
            return Array(key)
        }
    }

    /// See ``FlywheelStore/CaseStore/perform(_:by:at:)``.
    public func perform(_ act: CaseAct, by actor: Actor, at: Instant) throws(StoreError) {
        try write { db in
            let outdated = try db.outdated(act)
            guard outdated.isEmpty else { throw StoreError.casesChangedMeanwhile(outdated) }
            if act.isUndoable { try db.remember(act, by: actor, at: at) }
            try db.append(try db.write(act), at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/CaseStore/take(_:by:at:)``. A transaction takes as many acts as there is time for, and leaves others
    /// a tenth of what it took with bringing it onto the disk: on a busy machine who waits looks seldom, and misses a short gap.
    public func take(_ acts: [CaseAct], by actor: Actor, at: Instant) throws(StoreError) -> [Int] {
        var late: [Int] = []
        var next = 0
        var gap = 0
        while next < acts.count {
            if gap > 0 { usleep(useconds_t(gap)) }
            let start = next
            var began = ContinuousClock.now
            (next, late) = try write { db in
                // What it waited for its own turn is not what it took.
                began = ContinuousClock.now
                var (index, late) = (start, late)
                var events: [JournalEvent] = []
                repeat {
                    if try db.outdated(acts[index]).isEmpty {
                        events += try db.write(acts[index])
                    } else {
                        late.append(index)
                    }
                    index += 1
                } while index < acts.count && ContinuousClock.now - began < Self.patience
                if !events.isEmpty { try db.append(events, at: at, by: actor) }
                return (index, late)
            }
            gap = max(2 * Int(waitingInterval), Int((ContinuousClock.now - began) / .microseconds(10)))
        }
        return late
    }
}

extension Database {
    /// The cases of an act that another hand changed or brought meanwhile. A party that somebody else made of the same
    /// identity makes all of the act's cases late.
    fileprivate func outdated(_ act: CaseAct) throws -> [CaseID] {
        var outdated: [CaseID] = []
        for (record, expecting) in act.cases {
            let version = try Int.fetchOne(
                cachedStatement(sql: "SELECT version FROM desk_case WHERE id = ?"), arguments: [record.id.number])
            if expecting > 0 {
                guard let version else { throw StoreError.unknown("case \(record.id)") }
                if version != expecting { outdated.append(record.id) }
            } else if try version != nil || number(of: record.key) != nil {
                outdated.append(record.id)
            }
        }
        for identity in act.identities {
            let holder = try Int64.fetchOne(
                cachedStatement(sql: "SELECT party FROM identity WHERE digest = ?"),
                arguments: [Data(identity.digest)])
            if let holder, holder != identity.party.number { return act.cases.map(\.record.id) }
        }
        return outdated
    }

    private func number(of key: CaseKey) throws -> Int64? {
        try Int64.fetchOne(
            cachedStatement(sql: "SELECT id FROM desk_case WHERE source = ? AND account = ? AND code = ?"),
            arguments: [key.source, key.account, key.code])
    }
}
