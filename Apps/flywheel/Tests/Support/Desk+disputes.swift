@testable import flywheel

extension Desk {
    /// A desk that works for sellers, with two tickets, C1 and C2: ana decides on refunds up to 50 euros, sue up to 500.
    static func disputing() throws -> Desk {
        let desk = try Desk()
        _ = try desk.write(
            """
            cases:
              levels: [frontline, senior]
              automation: {intents: [where-is-my-order]}
              people:
                - {name: ana}
                - {name: sue, level: senior}
              rights:
                - {role: frontline, type: refund, upTo: {EUR: 50}}
                - {role: senior, type: [refund, hold, release], upTo: {EUR: 500}}
            """, to: "flywheel.yaml")
        let tickets = [("41", "Where is my parcel?"), ("42", "The lamp is broken")].map { code, subject in
            """
            {"id":\(code),"url":"https://acme.zendesk.com/api/v2/tickets/\(code).json","via":{"channel":"email"},\
            "created_at":"2026-11-18T10:00:00Z","updated_at":"2026-11-18T10:05:00Z","subject":"\(subject)",\
            "description":"\(subject)","raw_subject":"\(subject)","type":"incident","external_id":null,"priority":"high",\
            "status":"open","recipient":null,"requester_id":\(code),"submitter_id":\(code),"assignee_id":null,\
            "organization_id":null,"group_id":null,"tags":[],"custom_fields":[],"generated_timestamp":1795000000}
            """
        }
        let path = try desk.write("{\"tickets\":[\(tickets.joined(separator: ","))]}", to: "tickets.json")
        let taken = desk.run("import", path, "--account", "acme", "--marketplace", "DE")
        guard taken.exit == .done else { throw Diagnostic("test", taken.output + taken.errors, exit: .failed) }
        return desk
    }

    /// Runs a command of disputes as somebody.
    func dispute(as name: String, _ arguments: String...) -> Outcome {
        run(["disputes"] + arguments + ["--as", name, "--format", "table"])
    }
}
