import FlywheelStore
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("Every change to the journal's rows shows")
struct TamperingTests {
    private static let tables = ["journal", "event", "exception", "import", "counter"]
    private let store: SQLiteStore

    init() throws {
        store = try SQLiteStore.inMemory()
        try store.keep("a", ["K1"])
        let ids = try store.open("K1", "K2", "K3")
        try store.change(ids[0], to: .verifying)
        try store.change(ids[0], to: .verified)
        try store.publish(store.begin())
        let copies = Self.tables.map { "CREATE TABLE saved_\($0) AS SELECT * FROM \($0)" }
        try execute(copies.joined(separator: ";"))
        try execute("PRAGMA foreign_keys = OFF")
    }

    private func execute(_ sql: String) throws {
        try store.database.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// What the audit finds after a change, which is then undone.
    private func faults(after change: String) throws -> [JournalFault] {
        try execute(change)
        let faults = try store.journalFaults()
        let restoring = Self.tables.map { "DELETE FROM \($0); INSERT INTO \($0) SELECT * FROM saved_\($0)" }
        try execute(restoring.joined(separator: ";"))
        return faults
    }

    @Test func untouchedJournalHasNoFaults() throws {
        #expect(try faults(after: "SELECT 1").isEmpty)
        #expect(try store.journalLength() == 5)
    }

    @Test(arguments: ["sequence", "batch", "at", "actor_kind", "actor_name", "event_digest", "previous", "seal"])
    func everyAlteredValueOfEveryEntryShows(column: String) throws {
        let isNumber = ["sequence", "batch", "at"].contains(column)
        for sequence in 1...5 {
            let found = try faults(
                after: """
                    UPDATE journal SET \(column) = \(isNumber ? "COALESCE(\(column), 0) + 1000" : "\(column) || 'x'")
                    WHERE sequence = \(sequence)
                    """)
            #expect(!found.isEmpty, "\(column) of entry \(sequence)")
        }
    }

    @Test(arguments: ["batch", "position", "verb", "subject", "count", "cause", "state", "detail"])
    func everyAlteredValueOfEveryEventShows(column: String) throws {
        let isNumber = ["batch", "position", "count"].contains(column)
        for number in 0..<6 {
            let found = try faults(
                after: """
                    UPDATE event SET \(column) = \(isNumber ? "\(column) + 1000" : "\(column) || 'x'")
                    WHERE (batch, position) IN (SELECT batch, position FROM event LIMIT 1 OFFSET \(number))
                    """)
            #expect(!found.isEmpty, "\(column) of event \(number)")
        }
    }

    @Test func everyMissingRowShows() throws {
        for sequence in 1...5 {
            #expect(try !faults(after: "DELETE FROM journal WHERE sequence = \(sequence)").isEmpty, "entry \(sequence)")
        }
        for number in 0..<6 {
            let found = try faults(
                after: """
                    DELETE FROM event
                    WHERE (batch, position) IN (SELECT batch, position FROM event LIMIT 1 OFFSET \(number))
                    """)
            #expect(!found.isEmpty, "event \(number)")
        }
    }

    @Test(arguments: [
        "INSERT INTO journal SELECT 6, 1000, at, actor_kind, actor_name, event_digest, seal, seal FROM journal LIMIT 1",
        "INSERT INTO event SELECT batch, 1000, verb, subject, count, cause, state, detail FROM event LIMIT 1",
        "INSERT INTO event SELECT 1000, position, verb, subject, count, cause, state, detail FROM event LIMIT 1",
    ])
    func everyAddedRowShows(change: String) throws { #expect(try !faults(after: change).isEmpty) }

    @Test func swappedRowsShow() throws {
        for sequence in 1...4 {
            let found = try faults(
                after: """
                    UPDATE journal SET sequence = -sequence WHERE sequence IN (\(sequence), \(sequence + 1));
                    UPDATE journal SET sequence = \(2 * sequence + 1) + sequence WHERE sequence < 0
                    """)
            #expect(!found.isEmpty, "entries \(sequence) and \(sequence + 1)")
        }
        let found = try faults(
            after: """
                UPDATE event SET position = -1 WHERE subject = 'X1' AND position = 0 AND verb = 'opened';
                UPDATE event SET position = 0 WHERE subject = 'X2';
                UPDATE event SET position = 1 WHERE position = -1
                """)
        #expect(!found.isEmpty, "two events of one entry")
    }

    @Test(arguments: [
        ("UPDATE exception SET state = 1 WHERE id = 1", Int64(4)),
        ("UPDATE exception SET state = 7 WHERE id = 2", 2),
        ("UPDATE import SET state = 'quarantined'", 1),
    ])
    func recordsThatDisagreeShowAtTheirLastEntry(change: String, sequence: Int64) throws {
        #expect(try faults(after: change).map(\.sequence) == [sequence])
    }

    @Test func cutEndShowsAgainstTheCount() throws {
        let found = try faults(after: "DELETE FROM journal WHERE sequence = 5")
        #expect(found.map(\.description) == ["the journal ends with entry 4, but 5 were written"])
    }
}
