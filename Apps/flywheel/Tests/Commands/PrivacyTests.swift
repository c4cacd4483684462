import Foundation
import Testing

@testable import flywheel

@Suite struct PrivacyTests {
    static let tickets = """
        {"tickets": [
          {"id": 1, "created_at": "2026-10-01T10:00:00Z", "updated_at": "2026-10-02T10:00:00Z", "status": "closed",
           "subject": "Broken mug", "description": "I am Jo Canary and my mug is broken.", "requester_id": 20,
           "submitter_id": 20, "tags": []},
          {"id": 2, "created_at": "2026-11-10T10:00:00Z", "updated_at": "2026-11-10T10:00:00Z", "status": "open",
           "subject": "About a friend", "description": "Jo Canary, jo@canary.example, told me to ask.",
           "requester_id": 21, "submitter_id": 21, "tags": []}],
         "users": [{"id": 20, "name": "Jo Canary", "email": "jo@canary.example", "role": "end-user"},
                   {"id": 21, "name": "Max Other", "email": "max@other.example", "role": "end-user"}], "next_page": null}
        """

    /// A desk that took both tickets.
    private static func opened(_ settings: String = "") throws -> Desk {
        let desk = try Desk()
        if !settings.isEmpty { _ = try desk.write(settings, to: "flywheel.yaml") }
        let file = try desk.write(tickets, to: "tickets.json")
        let run = desk.run("import", file, "--account", "acme")
        #expect(run.exit == .done, "\(run.output) \(run.errors)")
        return desk
    }

    @Test func allOfAPersonIsGivenOutAndLogged() throws {
        let desk = try Self.opened()
        let run = desk.run("privacy", "export", "--address", "JO@canary.example", "--format", "json")
        #expect(run.exit == .done, "\(run.errors)")
        for word in ["Jo Canary", "jo@canary.example", "Broken mug", "my mug is broken"] {
            #expect(run.output.contains(word), "\(word)")
        }
        #expect(!run.output.contains("Max"), "only what is theirs")
        let same = desk.run("privacy", "export", "--contact", "20", "--source", "zendesk", "--format", "csv")
        #expect(same.exit == .done && same.output.contains("Jo Canary"), "\(same.errors)")
        let log = desk.run("privacy", "log", isTerminal: true).output
        #expect(log.contains("mia") && log.contains("disclosure"))
        #expect(desk.run("privacy", "log", "--limit", "1").output.split(separator: "\n").count == 1)
    }

    @Test func anErasureIsMeantAndLeavesNothing() throws {
        let desk = try Self.opened()
        let unmeant = desk.run("privacy", "erase", "--address", "jo@canary.example")
        #expect(unmeant.exit == .usage && unmeant.errors.contains("written to acme; add --yes"), "\(unmeant.errors)")
        let run = desk.run(["privacy", "erase", "--address", "jo@canary.example", "--yes"], isTerminal: true)
        #expect(run.exit == .done, "\(run.errors)")
        #expect(run.output.contains("gone from 1 other text"), "\(run.output)")
        let again = desk.run(["privacy", "erase", "--address", "jo@canary.example", "--yes"], isTerminal: true)
        #expect(again.exit == .done && again.output.contains("Nothing was left to erase"))
        for file in try FileManager.default.contentsOfDirectory(atPath: desk.folder) where file.hasPrefix("store") {
            let bytes = try Data(contentsOf: URL(filePath: "\(desk.folder)/\(file)"))
            for word in ["Canary", "canary"] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)") }
        }
        #expect(desk.run("journal", "verify").exit == .done)
        // The same files bring nothing of it back.
        let file = try desk.write(Self.tickets + "\n", to: "again.json")
        #expect(desk.run("import", file, "--account", "acme").exit == .done)
        let left = desk.run("privacy", "export", "--address", "jo@canary.example", "--format", "json").output
        #expect(!left.contains("Canary") && !left.contains("mug"), "\(left)")
    }

    @Test func whoIsUnknownOrNamedTwiceIsSaid() throws {
        let desk = try Self.opened()
        let unknown = desk.run("privacy", "export", "P99")
        #expect(unknown.exit == .unknown && unknown.errors.contains("unknown-person"))
        for arguments in [["P1", "--address", "a@b"], [], ["--contact", "20"], ["--address", "Jo"], ["Q1"]] {
            #expect(desk.run(["privacy", "export"] + arguments).exit == .usage, "\(arguments)")
        }
        #expect(desk.run("privacy", "erase", "P1", "--yes", "--force", "Because I say so").exit == .usage)
    }

    @Test func oneAccountsRequestLeavesTheOthersTheirs() throws {
        let desk = try Self.opened()
        let file = try desk.write(Self.tickets.replacing("\"closed\"", with: "\"open\""), to: "other.json")
        #expect(desk.run("import", file, "--account", "kent").exit == .done)
        let jo = ["--address", "jo@canary.example"]
        for verb in [["export"] + jo, ["erase", "--yes"] + jo] {
            let run = desk.run(["privacy"] + verb)
            #expect(run.exit == .refused && run.errors.contains("several-accounts"), "\(run.errors)")
            #expect(run.errors.contains("acme, kent (open: C"), "\(run.errors)")
        }
        #expect(desk.run(["privacy", "export", "--account", "acme", "--all-accounts"] + jo).exit == .usage)
        let own = desk.run(["privacy", "erase", "--account", "acme", "--yes"] + jo, isTerminal: true)
        #expect(
            own.exit == .done && own.output.contains("what they wrote to kent, is kept"), "\(own.output)\(own.errors)")
        let left = desk.run(["privacy", "export", "--all-accounts", "--format", "json"] + jo).output
        #expect(left.components(separatedBy: "my mug is broken").count == 2, "\(left)")
        #expect(desk.run(["privacy", "erase", "--all-accounts", "--yes"] + jo).exit == .done)
    }

    @Test func textsEndWhenTheirTimeIsOver() throws {
        let desk = try Self.opened("cases:\n  retention: {other: 30}\n")
        #expect(desk.run("privacy", "retain").exit == .usage)
        let look = desk.run(["privacy", "retain", "--dry-run"], isTerminal: true)
        #expect(look.exit == .done && look.output.contains("1 case ended over 30 days ago"), "\(look.output)")
        #expect(look.output.contains("1 party of whom nothing else is kept"))
        let done = desk.run("privacy", "retain", "--yes", "--format", "json")
        #expect(try JSON(reading: done.output)["items"] != .array([]), "\(done.output)")
        #expect(desk.run(["privacy", "retain", "--dry-run"], isTerminal: true).output.contains("Nothing is kept"))
        #expect(!desk.run("privacy", "export", "--address", "jo@canary.example").output.contains("mug"))
        #expect(desk.run("privacy", "export", "--address", "max@other.example").output.contains("About a friend"))
    }
}
