public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// Sign-ins, one-time ways in, and the log of the door: none of it is in the journal, and all of it is swept.
extension SQLiteStore {
    /// See ``FlywheelStore/PeopleStore/begin(_:)``.
    public func begin(_ signIn: SignInRecord) throws(StoreError) -> SignInID {
        try write { db in
            try db.run(
                """
                INSERT INTO sign_in (digest, person, is_complete, began, last_seen, ends, address, agent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    Data(signIn.digest), signIn.person.number, signIn.isComplete, signIn.began.seconds,
                    signIn.lastSeen.seconds, signIn.ends.seconds, signIn.address, signIn.agent,
                ])
            return SignInID(db.lastInsertedRowID)
        }
    }

    /// See ``FlywheelStore/PeopleStore/signIn(digest:)``.
    public func signIn(digest: [UInt8]) throws(StoreError) -> SignInRecord? {
        try read(keeping: .signIn(digest)) { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM sign_in WHERE digest = ?"), arguments: [Data(digest)]
            ).map(SignInRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/PeopleStore/signIns(of:)``.
    public func signIns(of person: PersonID?) throws(StoreError) -> [SignInRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM sign_in WHERE ?1 IS NULL OR person = ?1 ORDER BY id",
                arguments: [person?.number]
            ).map(SignInRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/PeopleStore/touch(_:at:)-(SignInID,_)``.
    public func touch(_ id: SignInID, at: Instant) throws(StoreError) {
        try write { db in try db.run("UPDATE sign_in SET last_seen = ? WHERE id = ?", [at.seconds, id.number]) }
    }

    /// See ``FlywheelStore/PeopleStore/end(_:)``.
    public func end(_ ids: [SignInID]) throws(StoreError) {
        try write { db in
            try db.run(
                "DELETE FROM sign_in WHERE id IN (SELECT value FROM json_each(?))",
                [Database.list(ids.map(\.number))])
        }
    }

    /// See ``FlywheelStore/PeopleStore/keep(_:)-(InvitationRecord)``.
    public func keep(_ invitation: InvitationRecord) throws(StoreError) {
        try write { db in
            try db.run("DELETE FROM invitation WHERE person IS ?", [invitation.person?.number])
            try db.run(
                "INSERT INTO invitation VALUES (?, ?, ?)",
                [Data(invitation.digest), invitation.person?.number, invitation.ends.seconds])
        }
    }

    /// See ``FlywheelStore/PeopleStore/invitation(digest:)``.
    public func invitation(digest: [UInt8]) throws(StoreError) -> InvitationRecord? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM invitation WHERE digest = ?", arguments: [Data(digest)]
            ).map { row in
                try InvitationRecord(
                    digest: digest, person: (row.get("person") as Int64?).map(PersonID.init(_:)),
                    ends: row.instant("ends"))
            }
        }
    }

    /// See ``FlywheelStore/PeopleStore/useInvitation(digest:)``.
    public func useInvitation(digest: [UInt8]) throws(StoreError) -> Bool {
        try write { db in
            try db.run("DELETE FROM invitation WHERE digest = ?", [Data(digest)])
            return db.changesCount == 1
        }
    }

    /// See ``FlywheelStore/PeopleStore/log(_:)``.
    public func log(_ event: DoorEvent) throws(StoreError) {
        try write { db in
            try db.run(
                "INSERT INTO door_event (at, kind, person, detail, address) VALUES (?, ?, ?, ?, ?)",
                [event.at.seconds, event.kind, event.person?.number, event.detail, event.address])
        }
    }

    /// See ``FlywheelStore/PeopleStore/doorEvents(of:before:limit:)``.
    public func doorEvents(
        of person: PersonID?, before number: Int64?, limit: Int
    ) throws(StoreError) -> [DoorEvent] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM door_event WHERE \(person == nil ? "?1 IS NULL" : "person = ?1") AND number < ?2
                    ORDER BY number DESC LIMIT ?3
                    """, arguments: [person?.number, number ?? .max, limit]
            ).map { row in
                try DoorEvent(
                    number: row.get("number"), at: row.instant("at"), kind: row.get("kind"),
                    person: (row.get("person") as Int64?).map(PersonID.init(_:)), detail: row.get("detail"),
                    address: row.get("address"))
            }
        }
    }

    /// See ``FlywheelStore/PeopleStore/hasDoorEvent(_:of:from:)``.
    public func hasDoorEvent(_ kind: String, of person: PersonID, from address: String) throws(StoreError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM door_event WHERE person = ? AND kind = ? AND address = ?)",
                arguments: [person.number, kind, address]) ?? false
        }
    }

    /// See ``FlywheelStore/PeopleStore/sweepPeople(now:idle:logged:)``.
    public func sweepPeople(now: Instant, idle: Instant, logged: Instant) throws(StoreError) {
        try write { db in
            try db.run("DELETE FROM sign_in WHERE ends <= ? OR last_seen < ?", [now.seconds, idle.seconds])
            try db.run("DELETE FROM invitation WHERE ends <= ?", [now.seconds])
            try db.run("DELETE FROM door_event WHERE at < ?", [logged.seconds])
        }
    }
}

extension SignInRecord {
    fileprivate init(row: Row) throws(StoreError) {
        try self.init(
            id: SignInID(row.get("id")), digest: Array(row.get("digest", as: Data.self)),
            person: PersonID(row.get("person")), isComplete: row.get("is_complete"), began: row.instant("began"),
            ends: row.instant("ends"), address: row.get("address"), agent: row.get("agent"))
        lastSeen = try row.instant("last_seen")
    }
}
