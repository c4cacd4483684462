import Foundation
import Testing

/// Who works what, and what was promised, through the real program.
@Suite("Routing and promises of a desk") struct DeskRoutingTests {
    private static let settings = """
        cases:
          levels: [frontline, senior]
          promises: [{id: all, firstResponse: 4, resolution: 40}]
          people:
            - {name: ana, groups: [money], cap: 2}
            - {name: sue, level: senior}
          routing:
            - {id: loud, when: {urgency: [high]}, level: senior}
            - {id: rest, group: money}
        """

    /// A desk with an urgent ticket and three others, oldest first.
    private static func desk() throws -> Program {
        let program = try Program()
        try program.folder.write(settings, to: "flywheel.yaml")
        let tickets = (1...4).map { number in
            """
            {"url": "https://acme.zendesk.com/api/v2/tickets/\(number).json", "id": \(number),
             "subject": "Ticket \(number)", "description": "Where is it?",
             "created_at": "2026-11-18T1\(number):00:00Z", "updated_at": "2026-11-18T1\(number):00:00Z",
             "status": "open", "priority": "\(number == 1 ? "high" : "normal")", "requester_id": \(number),
             "submitter_id": \(number), "via": {"channel": "email"}}
            """
        }
        try program.folder.write("{\"tickets\": [\(tickets.joined(separator: ",\n"))]}", to: "tickets.json")
        let run = try program.run("import", "tickets.json", "--account", "northwind", "--marketplace", "US")
        #expect(run.exit == 0, "\(run.errors)")
        return program
    }

    private static func owners(_ program: Program) throws -> [String] {
        try program.run("cases", "--order", "updated", "--format", "json").json["items"].items
            .sorted { ($0["id"].text ?? "") < ($1["id"].text ?? "") }.map { $0["owner"].text ?? "-" }
    }

    @Test("A dry run says what giving cases out then does, and it can be taken back case by case")
    func route() throws {
        let program = try Self.desk()
        let dry = try program.run("cases", "route", "--dry-run", "--format", "json").json
        #expect(try Self.owners(program) == ["-", "-", "-", "-"])
        let done = try program.run("cases", "route", "--as", "lee", "--format", "json").json
        func whom(_ answer: JSON) -> [String] {
            answer["items"].items.map { "\($0["id"].text ?? "") \($0["person"].text ?? "-") \($0["why"].text ?? "")" }
        }
        #expect(whom(dry) == whom(done))
        #expect(try Self.owners(program) == ["sue", "ana", "ana", "-"])
        let why = try program.run("case", "C1", "--format", "json").json["routing"].text
        #expect(why == "rule loud; needs language en, step 1 of the ladder or higher; given to sue by the rules")
        #expect(try program.run("cases", "undo", "C2", "--as", "lee").exit == 0)
        #expect(try Self.owners(program) == ["sue", "-", "ana", "-"])
        #expect(try program.run("export", "journal").output.contains("lee,person,routed,C1,loud,open,sue"))
    }

    @Test("Rules that change move what nobody has in hand, and ask about the rest")
    func changedRules() throws {
        let program = try Self.desk()
        try program.run("cases", "route", "--as", "lee")
        #expect(try program.run("cases", "next", "--as", "ana", "--claim").exit == 0)
        try program.folder.write(
            Self.settings.replacingOccurrences(of: "group: money}", with: "level: senior}"), to: "flywheel.yaml")
        let done = try program.run("cases", "route", "--as", "lee", "--format", "json").json
        let asked = done["items"].items.filter { $0["outcome"].text == "asks" }
        #expect(asked.map { $0["id"].text } == ["C2"] && asked.first?["from"].text == "ana")
        #expect(try Self.owners(program) == ["sue", "ana", "sue", "sue"])
    }

    @Test("Somebody is told what to take next and why, and takes it")
    func next() throws {
        let program = try Self.desk()
        let first = try program.run("cases", "next", "--as", "ana", "--format", "json").json
        #expect(first["case"]["id"].text == "C2", "the oldest that is not for seniors")
        #expect(try Self.owners(program) == ["-", "-", "-", "-"])
        for id in ["C2", "C3"] {
            let taken = try program.run("cases", "next", "--as", "ana", "--claim", "--format", "json").json
            #expect(taken["case"]["id"].text == id)
        }
        let full = try program.run("cases", "next", "--as", "ana", "--claim", "--format", "table")
        #expect(full.exit == 0)
        #expect(full.output.contains("ana has 2 open cases, as many as they may"), "\(full.output)")
        #expect(try program.run("cases", "next", "--as", "nobody").exit == 4)
    }

    @Test("Promises are counted before they are saved as they are after, and kept or missed")
    func promises() throws {
        let program = try Self.desk()
        let changed = Self.settings.replacingOccurrences(
            of: "promises: [", with: "promises: [{id: loud, when: {urgency: [high]}, firstResponse: 1}, ")
        try program.folder.write(changed, to: "flywheel.yaml")
        func counts(_ command: String...) throws -> [String] {
            try program.start(["sla"] + command + ["--format", "csv", "--fields", "promise,cases"]).finish().output
                .split(separator: "\r\n").dropFirst().map(String.init)
        }
        #expect(try counts("preview") == ["loud,1", "all,3"])
        let saved = try program.run("sla", "save", "--as", "lee", "--format", "json").json
        #expect(saved["saved"].number == 1)
        #expect(try counts("preview") == ["loud,1", "all,3"])
        let status = try program.run("sla", "status", "--format", "csv", "--fields", "promise,clock,overdue").output
        #expect(status.contains("loud,first-response,1"), "\(status)")
        #expect(status.contains("all,first-response,3"), "\(status)")
    }
}
