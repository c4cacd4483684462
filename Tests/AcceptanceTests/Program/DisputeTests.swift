import Foundation
import Testing

/// A dispute from its opening to its end, worked by two people with the real program.
@Suite("Disputes") struct DisputeTests {
    private static let settings = """
        cases:
          side: platform
          levels: [frontline, senior]
          people:
            - {name: ana}
            - {name: sue, level: senior}
          rights:
            - {role: frontline, type: [refund, hold], upTo: {EUR: 50}}
            - {role: senior, type: [refund, hold, release], upTo: {EUR: 500}}
        """

    private static let ticket = """
        {"tickets":[{"id":41,"url":"https://acme.zendesk.com/api/v2/tickets/41.json","via":{"channel":"email"},\
        "created_at":"2026-11-18T10:00:00Z","updated_at":"2026-11-18T10:05:00Z","subject":"Where is my parcel?",\
        "description":"It never came.","raw_subject":"Where is my parcel?","type":"incident","external_id":null,\
        "priority":"high","status":"open","recipient":null,"requester_id":7,"submitter_id":7,"assignee_id":null,\
        "organization_id":null,"group_id":null,"tags":[],"custom_fields":[],"generated_timestamp":1795000000}]}
        """

    /// A marketplace's desk with a claim over 200 euros, as it is on 20 November.
    private func claimed(amount: String = "EUR 200.00") throws -> Program {
        let program = try Program()
        _ = try program.folder.write(Self.settings, to: "flywheel.yaml")
        let path = try program.folder.write(Self.ticket, to: "tickets.json")
        try #require(try program.run("import", path, "--account", "acme", "--marketplace", "DE").exit == 0)
        try #require(
            try program.run(
                "disputes", "open", "C1", "--kind", "a-to-z-claim", "--reason", "never-arrived", "--amount", amount,
                "--as", "ana"
            ).exit == 0)
        return program
    }

    private func item(_ program: Program, asOf: String = "2026-11-20T20:00:00Z") throws -> [String: Any] {
        let run = try program.run("disputes", "--all", "--format", "json", "--as-of", asOf)
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        return try #require((answer["items"] as? [[String: Any]])?.first)
    }

    @Test("A stage that the rules do not allow is refused, and the dispute stands where it stood")
    func illegalMove() throws {
        let program = try claimed()
        for stage in ["closed", "appeal", "negotiation"] {
            let moved = try program.run("disputes", "move", "C1", "--to", stage, "--by", "respondent", "--as", "ana")
            #expect(moved.exit == 4, "\(stage): \(moved.errors)")
        }
        #expect(try item(program)["stage"] as? String == "response")
    }

    @Test("At the deadline the default outcome happens, whether or not anybody looks")
    func defaultOutcome() throws {
        let program = try claimed()
        let before = try item(program, asOf: "2026-11-23T19:59:59Z")
        #expect(before["stage"] as? String == "response" && before["outcome"] is NSNull)
        let after = try item(program, asOf: "2026-11-23T20:00:00Z")
        #expect(after["stage"] as? String == "decided" && after["outcome"] as? String == "upheld")
    }

    @Test("Above the limit nothing is decided without somebody else, below it one person is enough")
    func reviewAboveTheLimit() throws {
        let program = try claimed()
        func decide(_ name: String) throws -> Program.Outcome {
            try program.run(
                "disputes", "decide", "C1", "denied", "--because", "delivery is proven", "--as", name)
        }
        // The whole sum is at stake in a ruling, so denying it is as high a decision as granting it.
        #expect(try decide("ana").exit == 3)
        #expect(try item(program)["outcome"] is NSNull)
        #expect(try program.run("disputes", "agree", "D1", "--because", "it is", "--as", "ana").exit == 6)
        #expect(try program.run("disputes", "agree", "D1", "--because", "signature seen", "--as", "sue").exit == 0)
        #expect(try item(program)["outcome"] as? String == "denied")
        let found = try program.run("disputes", "precedents", "signature", "--as", "ana").output
        #expect(found.contains("signature seen"))

        let small = try claimed(amount: "EUR 50.00")
        let alone = try small.run(
            "disputes", "decide", "C1", "denied", "--because", "delivery is proven", "--as", "ana")
        #expect(alone.exit == 0)
        #expect(try item(small)["outcome"] as? String == "denied")
    }

    @Test("Money is held by a rule, for a reason, by a decision, and until a moment at which it is free by itself")
    func hold() throws {
        let program = try claimed()
        let flags = ["disputes", "hold", "C1", "--amount", "EUR50", "--rule", "a-to-z", "--reason", "claim"]
        let grounds = ["--because", "claim is open", "--as", "ana"]
        #expect(try program.start(flags + grounds).finish().exit == 64)
        #expect(try program.start(flags + ["--until", "2026-11-22", "--as", "ana"]).finish().exit == 64)
        #expect(try program.start(flags + ["--until", "2027-11-22"] + grounds).finish().exit == 4)
        #expect(
            try program.start(flags + ["--until", "2026-11-22T00:00:00Z", "--letter", "L1", "--as", "ana"]).finish()
                .exit
                == 4)
        #expect(try program.start(flags + ["--until", "2026-11-22T00:00:00Z"] + grounds).finish().exit == 0)
        func held(_ asOf: String) throws -> String? {
            (try item(program, asOf: asOf)["held"] as? [String: Any])?["amount"] as? String
        }
        #expect(try held("2026-11-21T23:59:59Z") == "50.00")
        #expect(try held("2026-11-22T00:00:00Z") == "0.00")
        let noted = try program.run("disputes", "lapse", "--as", "ana", "--as-of", "2026-11-22T08:00:00Z").output
        #expect(noted.contains("hold 1 ended: EUR 50.00 to the respondent"))
        #expect(try program.run("journal", "verify").exit == 0)
    }
}
