import Foundation
import Testing

/// A support team's day through the real program.
@Suite struct CaseDeskTests {
    private let program: Program

    init() throws { program = try Program() }

    /// Tickets as a help desk writes them, by number and state.
    private func tickets(_ states: [(Int, String)], updated: String, to name: String) throws -> String {
        let tickets = states.map { number, state in
            """
            {"url": "https://acme.zendesk.com/api/v2/tickets/\(number).json", "id": \(number), "subject": "Ticket \(number)",
             "description": "Where is order 302-1234567-\(1_000_000 + number)?", "created_at": "2026-11-18T09:00:00Z",
             "updated_at": "\(updated)", "status": "\(state)", "requester_id": \(number), "submitter_id": \(number),
             "via": {"channel": "email"}}
            """
        }
        return try program.folder.write("{\"tickets\": [\(tickets.joined(separator: ",\n"))]}", to: name)
    }

    private func imported(_ file: String) throws -> Program.Outcome {
        try program.run("import", file, "--account", "northwind", "--marketplace", "US", "--format", "json")
    }

    private func open() throws -> [String] {
        try program.run("cases", "--format", "csv", "--fields", "code").output
            .split(separator: "\r\n").dropFirst().map(String.init).sorted()
    }

    @Test func theSameExportTwiceChangesNothing() throws {
        let first = try tickets((1...30).map { ($0, "open") }, updated: "2026-11-19T09:00:00Z", to: "first.json")
        #expect(try imported(first).exit == 0)
        let (cases, journal) = (try program.run("cases").output, try program.run("export", "journal").output)
        #expect(try imported(first).output.contains("\"result\":\"same\""))
        // The same tickets in other bytes.
        let again = try program.folder.write(
            try String(contentsOfFile: first, encoding: .utf8) + "\n", to: "again.json")
        #expect(try imported(again).exit == 0)
        #expect(try program.run("cases").output == cases)
        let more = try program.run("export", "journal").output.dropFirst(journal.count)
        #expect(!more.contains("taken"))
    }

    @Test func ticketsThatVanishFromAnExportAreNotClosed() throws {
        _ = try imported(
            tickets([(1, "open"), (2, "open")], updated: "2026-11-19T09:00:00Z", to: "both.json"))
        _ = try imported(tickets([(2, "solved")], updated: "2026-11-20T09:00:00Z", to: "one.json"))
        #expect(try open() == ["1"])
    }

    @Test func whatPeopleDidStandsWhateverALaterExportSays() throws {
        _ = try imported(tickets([(1, "open"), (2, "open")], updated: "2026-11-19T09:00:00Z", to: "early.json"))
        #expect(try program.run("cases", "hold", "C1", "--until", "2026-12-01", "--as", "mia").exit == 0)
        #expect(try program.run("cases", "claim", "C2", "--as", "mia").exit == 0)
        #expect(try program.run("cases", "claim", "C2", "--as", "ben").exit == 4)
        _ = try imported(tickets([(1, "solved"), (2, "open")], updated: "2026-11-20T20:00:00Z", to: "late.json"))
        #expect(try open() == ["1", "2"])
        #expect(try program.run("cases", "--owner", "mia", "--format", "csv").output.contains("C2"))
    }

    @Test func casesStandInTheQueueOnceEachAndLeaveItWhenTheyAreSolved() throws {
        _ = try imported(tickets([(1, "open"), (2, "open")], updated: "2026-11-19T09:00:00Z", to: "two.json"))
        #expect(try program.run("rotate").exit == 0)
        func queued() throws -> Int {
            try program.run("queue", "--unpriced", "--workflow", "cases").output.split(separator: "\n").count
        }
        #expect(try queued() == 2)
        #expect(try program.run("rotate", "--as-of", "2026-11-20T21:00:00Z").exit == 0)
        #expect(try queued() == 2)
        _ = try program.run("cases", "solve", "C1", "--as-of", "2026-11-20T22:00:00Z")
        #expect(try program.run("rotate", "--as-of", "2026-11-20T23:00:00Z").exit == 0)
        #expect(try queued() == 1)
    }
}
