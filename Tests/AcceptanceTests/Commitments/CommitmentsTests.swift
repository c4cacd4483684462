import FlywheelKit
import Foundation
import Testing

/// What is said in public, through the real program.
@Suite("What everybody sees is what the desk sees") struct CommitmentsProgramTests {
    private static let settings = """
        commitments:
          public: true
          components: [{id: orders, name: Order import, since: 2026-10-01}]
          levels:
            - {id: answers, title: We answer, clock: first-response, target: 0.5, least: 5}
            - {id: loud, title: We answer the loud, clock: first-response, promise: loud, target: 0.5, least: 1,
               window: rolling-28-days}
            - {id: solved, title: We solve, clock: resolution, target: 0.9, least: 1, window: rolling-28-days}
            - {id: up, title: Orders come in, component: orders, target: 0.99, window: rolling-28-days}
        cases:
          promises:
            - {id: loud, when: {urgency: [high]}, firstResponse: 2, resolution: 20}
            - {id: rest, firstResponse: 8, resolution: 40}

        """

    /// Tickets of a month, some of them answered and solved, as Zendesk writes them.
    private static func tickets(_ random: inout Random) -> String {
        let start = Instant("2026-10-20T00:00:00Z") ?? Instant(seconds: 0)
        let tickets = (1...random.pick(10...60)).map { id in
            let created = start.advanced(bySeconds: Int64(random.pick(0...31 * 86_400)))
            let answered = created.advanced(bySeconds: Int64(random.pick(60...300_000)))
            let answer = """
                {"id": \(id * 10), "author_id": 90, "public": true, "plain_body": "On its way.",
                 "created_at": "\(answered)"}
                """
            let isAnswered = random.happens(0.7)
            return """
                {"url": "https://acme.zendesk.com/api/v2/tickets/\(id).json", "id": \(id), "subject": "Where is it?",
                 "description": "Where is it?", "created_at": "\(created)", "updated_at": "\(answered)",
                 "status": "\(random.pick(["open", "pending", "solved"]))",
                 "priority": "\(random.pick(["high", "normal"]))", "requester_id": \(id), "submitter_id": \(id),
                 "via": {"channel": "email"}, "comments": [\(isAnswered ? answer : "")]}
                """
        }
        let agent = #"{"id": 90, "name": "Ben", "email": "ben@shop.example", "role": "agent"}"#
        return "{\"tickets\": [\(tickets.joined(separator: ",\n"))], \"users\": [\(agent)]}"
    }

    @Test("Attainment in public is that of sla, clock by clock", arguments: 1...6 as ClosedRange<UInt64>)
    func attainment(seed: UInt64) throws {
        var random = Random(seed)
        let program = try Program()
        try program.folder.write(Self.settings, to: "flywheel.yaml")
        try program.folder.write(Self.tickets(&random), to: "tickets.json")
        let taken = try program.run("import", "tickets.json", "--account", "northwind", "--marketplace", "US")
        #expect(taken.exit == 0, "\(taken.errors)")
        for asOf in ["2026-11-08T12:00:00Z", "2026-11-20T20:00:00Z"] {
            let status = try program.run("commitments", "--as-of", asOf, "--format", "json").json
            let levels = status["levels"].items.filter { $0["measure"]["clock"].text != nil }
            #expect(levels.count == 3)
            for level in levels {
                let since = try #require(level["since"].text)
                let lines = try program.run("sla", "--as-of", asOf, "--since", since, "--format", "json").json["items"]
                    .items.filter { line in
                        let promise = level["measure"]["promise"].text
                        return line["clock"].text == level["measure"]["clock"].text
                            && (promise == nil || line["promise"].text == promise)
                    }
                func sum(_ keys: String...) -> Double {
                    lines.reduce(0) { sum, line in keys.reduce(sum) { $0 + (line[$1].number ?? .nan) } }
                }
                let (kept, told) = (sum("met"), sum("met", "late", "overdue"))
                #expect(level["kept"].number == kept && level["told"].number == told)
                if let share = level["share"].number {
                    #expect(abs(share - kept / told) <= 0.000_05)
                    if lines.count == 1 { #expect(share == lines[0]["share"].number) }
                    #expect(level["isMet"].isTrue == (kept >= told * (level["target"].number ?? .nan)))
                } else {
                    #expect(level["unknown"].text?.hasPrefix("too few to say") == true)
                }
            }
        }
    }

    @Test("An incident without an update in time is update overdue, and the journal says so once")
    func overdue() throws {
        var program = try Program()
        try program.folder.write(Self.settings, to: "flywheel.yaml")
        try program.folder.write("sku,price,status\nA,1.00,active\n", to: "listings-US.csv")
        try program.run("import", "listings-US.csv", "--account", "northwind", "--currency", "USD")
        let opened = try program.run(
            "incidents", "open", "Orders are late", "--text", "We look.", "--component", "orders", "--next",
            "2026-11-20T21:00:00Z", "--as", "mia")
        #expect(opened.exit == 0, "\(opened.errors)")
        program.asOf = "2026-11-20T21:00:00Z"
        #expect(try state(program) == "open")
        program.asOf = "2026-11-20T21:00:01Z"
        #expect(try state(program) == "overdue")
        for _ in 0..<2 { #expect(try program.run("rotate").exit == 0) }
        let journal = try program.run("export", "journal").output.split(whereSeparator: \.isNewline).filter {
            $0.contains("B1")
        }
        #expect(journal.count == 2 && journal.last?.contains("overdue") == true, "\(journal)")
        let morning = try program.run("morning", "--as", "mia", "--format", "table").output
        #expect(morning.contains("B1 update overdue, yours"))
        #expect(try program.run("journal", "verify").exit == 0)
    }

    private func state(_ program: Program) throws -> String? {
        let status = try program.run("commitments", "--format", "json")
        #expect(!status.output.contains("mia"))
        return try status.json["incidents"].items.first?["state"].text
    }
}
