import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing

/// An import of tickets is killed in the middle, again and again: in the end every ticket is one case, whole, and none is
/// there twice.
@Suite("Killed intake of tickets") struct KilledIntakeTests {
    /// What a store keeps of a case, without the numbers that it gave.
    private struct Kept: Hashable {
        let key: CaseKey
        let state: String
        let texts: [String]
    }

    private static func kept(_ program: Program) throws -> [Kept] {
        let store = try SQLiteStore(path: program.store)
        let records = try store.caseRecords(CaseQuery(), limit: 10_000)
        let texts = try store.texts(
            .cases(records.map(\.id)), fields: Set(PersonalText.Field.allCases),
            for: Access(by: .flywheel, at: Moments.looked, purpose: "test"))
        let byCase = Dictionary(grouping: texts, by: \.case)
        return records.map { record in
            Kept(key: record.key, state: record.state, texts: (byCase[record.id] ?? []).map(\.text).sorted())
        }
        .sorted { $0.key.code < $1.key.code }
    }

    @Test("Killed at any point and run again, it leaves what no kill would have left", arguments: [CrashTests.seed])
    func intake(seed: UInt64) throws {
        let tickets = ErasureTests.tickets(2_000)
        let whole = try Program()
        try whole.folder.write(tickets, to: "tickets.json")
        let start = ContinuousClock.now
        #expect(try whole.run("import", "tickets.json", "--account", "acme").exit == 0)
        let takes = (ContinuousClock.now - start) / .seconds(1)

        var random = Random(seed)
        let killed = try Program()
        try killed.folder.write(tickets, to: "tickets.json")
        var landed = 0
        for number in 0..<max(4, CrashTests.kills / 10) {
            let run = try killed.start(["import", "tickets.json", "--account", "acme"])
            usleep(UInt32(1_000_000 * takes * random.share()))
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            landed += run.process.terminationReason == .uncaughtSignal ? 1 : 0
            if FileManager.default.fileExists(atPath: killed.store) {
                #expect(try killed.run("journal", "verify").exit == 0, "after kill \(number)")
            }
        }
        #expect(landed > 0)
        #expect(try killed.run("import", "tickets.json", "--account", "acme").exit == 0)
        let expected = try Self.kept(whole)
        #expect(expected.count == 2_000)
        #expect(try Self.kept(killed) == expected)
        #expect(try SQLiteStore(path: killed.store).damage().isEmpty)
    }
}
