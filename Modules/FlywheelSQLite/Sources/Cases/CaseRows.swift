import FlywheelKit
import FlywheelStore
import GRDB

extension Database {
    /// Writes a case as it is from now on. When it was last erased is not the act's to say.
    func write(_ record: CaseRecord, version: Int) throws {
        try run(
            """
            INSERT INTO desk_case (id, source, account, code, marketplace, version, state, is_done, side, owner, team,
                language, urgency, due, opened, updated, ended, party, listings, dispute, merged_into, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET marketplace = excluded.marketplace, version = excluded.version,
                state = excluded.state, is_done = excluded.is_done, side = excluded.side, owner = excluded.owner,
                team = excluded.team, language = excluded.language, urgency = excluded.urgency, due = excluded.due,
                opened = excluded.opened, updated = excluded.updated, ended = excluded.ended, party = excluded.party,
                listings = excluded.listings, dispute = excluded.dispute, merged_into = excluded.merged_into,
                body = excluded.body
            """,
            [
                record.id.number, record.key.source, record.key.account, record.key.code, record.marketplace, version,
                record.state, record.isDone, record.side, record.owner, record.group, record.language, record.urgency,
                record.due?.seconds, record.opened?.seconds, record.updated?.seconds, record.ended?.seconds,
                record.party?.number, try CanonicalJSON.text(record.listings), record.dispute?.rawValue,
                record.mergedInto?.number, record.body,
            ])
        if version > 1 { try run("DELETE FROM case_listing WHERE desk_case = ?", [record.id.number]) }
        for code in Set(record.listings) {
            try run("INSERT INTO case_listing VALUES (?, ?)", [code, record.id.number])
        }
    }
}

extension CaseRecord {
    init(row: Row) throws {
        self.init(
            id: CaseID(try row.get("id")),
            key: CaseKey(source: try row.get("source"), account: try row.get("account"), code: try row.get("code")),
            state: try row.get("state"), body: try row.get("body"))
        marketplace = try row.get("marketplace")
        version = try row.get("version")
        isDone = try row.get("is_done")
        side = try row.get("side")
        owner = try row.get("owner")
        group = try row.get("team")
        language = try row.get("language")
        urgency = try row.get("urgency")
        due = try row.optionalInstant("due")
        opened = try row.optionalInstant("opened")
        updated = try row.optionalInstant("updated")
        ended = try row.optionalInstant("ended")
        party = try (row.get("party") as Int64?).map { PartyID($0) }
        listings = try CanonicalJSON.value([String].self, from: row.get("listings"))
        dispute = try row.optionalWord("dispute")
        mergedInto = try (row.get("merged_into") as Int64?).map { CaseID($0) }
        erased = try row.optionalInstant("erased")
    }
}

extension Row {
    /// A word of a closed list that may be missing.
    func optionalWord<Word: RawRepresentable<String>>(_ column: String) throws(StoreError) -> Word? {
        guard let raw = try get(column, as: String?.self) else { return nil }
        guard let word = Word(rawValue: raw) else {
            throw .failed("column \(column) holds \"\(raw)\", which is no \(Word.self)")
        }
        return word
    }
}
