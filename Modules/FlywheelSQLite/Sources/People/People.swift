public import FlywheelKit
public import FlywheelStore
import GRDB

/// Who may come in: what changes of somebody, the end of their sign-ins and the journal's event are one transaction.
extension SQLiteStore {
    /// See ``FlywheelStore/PeopleStore/people()``.
    public func people() throws(StoreError) -> [PersonRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM person ORDER BY id").map(PersonRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/PeopleStore/person(_:)``.
    public func person(_ id: PersonID) throws(StoreError) -> PersonRecord? {
        try read(keeping: .person(id)) { db in try db.person("id = ?", [id.number]) }
    }

    /// See ``FlywheelStore/PeopleStore/person(named:)``.
    public func person(named name: String) throws(StoreError) -> PersonRecord? {
        try read { db in try db.person("name = ?", [name]) }
    }

    /// See ``FlywheelStore/PeopleStore/person(identified:)``.
    public func person(identified identity: PersonRecord.Identity) throws(StoreError) -> PersonRecord? {
        try read { db in
            try db.person("issuer = ? AND subject = ?", [identity.issuer, identity.subject])
        }
    }

    /// See ``FlywheelStore/PeopleStore/keep(_:change:endsSignIns:needing:by:at:)``.
    public func keep(
        _ person: PersonRecord, change: String?, endsSignIns: Bool, needing role: String, by actor: Actor, at: Instant
    ) throws(StoreError) -> PersonRecord {
        try write { db in
            let kept = try db.replace(person)
            if endsSignIns { try db.run("DELETE FROM sign_in WHERE person = ?", [kept.id.number]) }
            if let change {
                try db.requireSomebody(in: role)
                try db.append([kept.event(change)], at: at, by: actor)
            }
            return kept
        }
    }

    /// Compares people with what the journal says of them.
    static func checkPeople(_ db: Database, _ audit: inout JournalAudit) throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM person ORDER BY id") {
            let person = try PersonRecord(row: row)
            audit.check(person.id.description, is: person.state)
        }
    }
}

extension Database {
    fileprivate func person(_ condition: String, _ arguments: StatementArguments) throws -> PersonRecord? {
        try Row.fetchOne(cachedStatement(sql: "SELECT * FROM person WHERE \(condition)"), arguments: arguments)
            .map(PersonRecord.init(row:))
    }

    fileprivate func requireSomebody(in role: String) throws {
        let isThere = try Bool.fetchOne(
            self, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE role = ? AND accounts IS NULL AND disabled IS NULL)",
            arguments: [role])
        guard isThere == true else { throw StoreError.nobodyLeft(in: role) }
    }

    /// Puts somebody in the place of the one they were made from.
    fileprivate func replace(_ person: PersonRecord) throws -> PersonRecord {
        let others = try Row.fetchAll(
            cachedStatement(
                sql: "SELECT name FROM person WHERE id <> ? AND (name = ? OR (issuer = ? AND subject = ?))"),
            arguments: [person.id.number, person.name, person.identity?.issuer, person.identity?.subject])
        for other in others {
            throw try other.get("name") == person.name ? StoreError.nameTaken(person.name) : .identityTaken
        }
        let changing: StatementArguments = [
            person.displayName, person.role, try person.accounts.map(CanonicalJSON.text), person.locale, person.figures,
            person.zone, person.disabled?.seconds, person.password, try person.secondFactor.map(CanonicalJSON.text),
            person.identity?.issuer, person.identity?.subject,
        ]
        var kept = person
        if person.version == 0 {
            try run(
                """
                INSERT INTO person (display_name, role, accounts, locale, figures, zone, disabled, password, second_factor,
                    issuer, subject, name, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """, changing + [person.name])
            kept.id = PersonID(lastInsertedRowID)
        } else {
            try run(
                """
                UPDATE person SET display_name = ?, role = ?, accounts = ?, locale = ?, figures = ?, zone = ?, disabled = ?,
                    password = ?, second_factor = ?, issuer = ?, subject = ?, version = version + 1
                WHERE id = ? AND name = ? AND version = ?
                """, changing + [person.id.number, person.name, person.version])
            guard changesCount == 1 else { throw StoreError.recordsChangedMeanwhile([person.id.description]) }
        }
        kept.version += 1
        return kept
    }
}

extension PersonRecord {
    fileprivate init(row: Row) throws {
        try self.init(
            id: PersonID(row.get("id")), name: row.get("name"), displayName: row.get("display_name"),
            role: row.get("role"),
            accounts: (row.get("accounts") as String?).map { try CanonicalJSON.value([String].self, from: $0) }
        )
        locale = try row.get("locale")
        figures = try row.get("figures")
        zone = try row.get("zone")
        disabled = try row.optionalInstant("disabled")
        password = try row.get("password")
        secondFactor = try (row.get("second_factor") as String?).map {
            try CanonicalJSON.value(SecondFactor.self, from: $0)
        }
        if let issuer: String = try row.get("issuer") {
            identity = Identity(issuer: issuer, subject: try row.get("subject"))
        }
        version = try row.get("version")
    }
}
