import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelSQLite

@Suite("What stages saw is written down as it is staged") struct EvidenceTests {
    private struct Unwritable: Error {}

    private let store: SQLiteStore
    private let turn: Turn

    init() throws {
        store = try SQLiteStore.inMemory()
        turn = try store.begin()
    }

    private func opened(_ code: String, _ evidence: EvidenceText) throws -> ExceptionRecord {
        ExceptionRecord(
            id: try store.reserveExceptions(1),
            fingerprint: Fingerprint(
                workflow: "w", kind: "k",
                subject: Subject(.listing, account: "north", marketplace: "ATVPDKIKX0DER", code: code)),
            state: .active, onset: nil, detected: noon, opened: turn.rotation.id, evidence: evidence, exposure: .none,
            model: "")
    }

    @Test func eachExceptionKeepsItsOwn() throws {
        let found = try (0..<300).map { number in
            try opened("K\(number)", EvidenceText { "{\"n\":\(number)}" })
        }
        try store.stage(found, for: turn.rotation.id)
        try store.publish(turn)
        let kept = try store.unfinishedExceptions().map { try $0.evidence.text() }
        #expect(kept == (0..<300).map { "{\"n\":\($0)}" })
    }

    @Test func whatCannotBeWrittenDownIsRefusedAndNothingStaged() throws {
        let bad = try [opened("A", "{}"), opened("B", EvidenceText { throw Unwritable() })]
        #expect(throws: StoreError.self) { try store.stage(bad, for: turn.rotation.id) }
        try store.publish(turn)
        #expect(try store.unfinishedExceptions().isEmpty)
    }
}
