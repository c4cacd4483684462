import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing

/// A person asks for the end of their data: what is left are sums, states and a journal that agrees with itself.
@Suite("Erasing a person") struct ErasureTests {
    /// Tickets of some people, one of whom is named in every third ticket of the others.
    static func tickets(_ count: Int) -> String {
        let tickets = (0..<count).map { number in
            let person = number % 4
            let text =
                person == 0 || number % 3 == 0
                ? "Canary Finch, canary@finch.example, parcel \(number) broken" : "Parcel \(number) is late"
            return """
                {"id": \(number + 1), "created_at": "2026-10-0\(1 + number % 9)T10:00:00Z", "status": "\(number % 2 == 0 ? "open" : "closed")",
                 "updated_at": "2026-10-1\(number % 9)T10:00:00Z", "subject": "\(person == 0 ? "Finch" : "Parcel") \(number)",
                 "description": "\(text)", "requester_id": \(20 + person), "submitter_id": \(20 + person), "tags": []}
                """
        }
        let users = (0..<4).map { person in
            let name = person == 0 ? "Canary Finch" : "Person \(person)"
            let address = person == 0 ? "canary@finch.example" : "p\(person)@other.example"
            return #"{"id": \#(20 + person), "name": "\#(name)", "email": "\#(address)", "role": "end-user"}"#
        }
        return
            #"{"tickets": [\#(tickets.joined(separator: ",\n"))], "users": [\#(users.joined(separator: ", "))], "next_page": null}"#
    }

    /// How often the files of a store hold a word.
    static func copies(of word: String, in program: Program) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.hasPrefix("store") }
            .reduce(0) { count, file in
                let bytes = try Data(contentsOf: URL(filePath: "\(program.folder.path)/\(file)"))
                return count + String(decoding: bytes, as: UTF8.self).lowercased().components(separatedBy: word).count
                    - 1
            }
    }

    /// A program that took the tickets, and decided something about three of them.
    static func opened() throws -> Program {
        let program = try Program()
        try program.folder.write(tickets(120), to: "tickets.json")
        #expect(try program.run("import", "tickets.json", "--account", "acme").exit == 0)
        let store = try SQLiteStore(path: program.store)
        let cases = try store.caseRecords(CaseQuery(), limit: 3)
        var act = CaseAct()
        for record in cases {
            let id = try store.reserve(1, of: DecisionRecord.self)
            act.decisions.append(
                DecisionRecord(
                    id: id, case: record.id, at: Moments.looked, by: "ada", role: "lead", kind: "refund",
                    amount: Money(minorUnits: 1_999, try #require(Currency("USD")))))
            act.texts.append(
                PersonalText(
                    .rationale, id.number, case: record.id, party: record.party, at: Moments.looked,
                    "Canary Finch was right"))
            act.events.append(JournalEvent(.decided, "\(record.id)", state: record.state, detail: "\(id)"))
        }
        try store.perform(act, by: Actor(.person, "ada"), at: Moments.looked)
        return program
    }

    private static func refunds(_ program: Program) throws -> [Int64] {
        try SQLiteStore(path: program.store).decisions(of: nil).compactMap { $0.amount?.minorUnits }
    }

    @Test func noCopyIsLeftWhileSumsAndTheJournalStay() throws {
        let program = try Self.opened()
        let refunds = try Self.refunds(program)
        #expect(refunds == [1_999, 1_999, 1_999])
        #expect(try Self.copies(of: "canary", in: program) > 100)
        let cases = try SQLiteStore(path: program.store).caseRecords(CaseQuery(), limit: 1_000)
        let length = try SQLiteStore(path: program.store).journalLength()
        let run = try program.run("privacy", "erase", "--address", "canary@finch.example", "--yes", "--as", "ada")
        #expect(run.exit == 0, "\(run.errors)")
        #expect(try Self.copies(of: "canary", in: program) == 0)
        #expect(try Self.copies(of: "finch", in: program) == 0)
        #expect(try Self.refunds(program) == refunds)
        let left = try SQLiteStore(path: program.store).caseRecords(CaseQuery(), limit: 1_000)
        #expect(left.map(\.body) == cases.map(\.body) && left.map(\.state) == cases.map(\.state))
        #expect(try SQLiteStore(path: program.store).journalLength() == length + 1)
        #expect(try program.run("journal", "verify").exit == 0)
        #expect(try SQLiteStore(path: program.store).damage().isEmpty)
        // The same files once more, under another name and with another byte.
        try program.folder.write(Self.tickets(120) + "\n", to: "again.json")
        #expect(try program.run("import", "again.json", "--account", "acme").exit == 0)
        let own = try program.run("privacy", "export", "--address", "canary@finch.example", "--format", "json").json
        #expect(own["texts"].items.isEmpty)
    }

    @Test("Killed in the middle and done again, nothing is left", arguments: [CrashTests.seed])
    func kills(seed: UInt64) throws {
        var random = Random(seed)
        let program = try Self.opened()
        let erase = ["privacy", "erase", "--address", "canary@finch.example", "--yes", "--as", "ada"]
        let start = ContinuousClock.now
        #expect(try program.run("privacy", "log").exit == 0)
        let takes = (ContinuousClock.now - start) / .seconds(1)
        var landed = 0
        for number in 0..<max(4, CrashTests.kills / 5) {
            let run = try program.start(erase)
            usleep(UInt32(1_000_000 * takes * random.share() * 2))
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            landed += run.process.terminationReason == .uncaughtSignal ? 1 : 0
            #expect(try program.run("journal", "verify").exit == 0, "after kill \(number)")
        }
        #expect(landed > 0)
        #expect(try program.start(erase).finish().exit == 0)
        #expect(try Self.copies(of: "canary", in: program) == 0)
        #expect(try Self.refunds(program) == [1_999, 1_999, 1_999])
        #expect(try SQLiteStore(path: program.store).damage().isEmpty)
    }
}
