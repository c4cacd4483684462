import FlywheelKit
import Foundation
import Testing

@testable import flywheel

@Suite struct CasesTests {
    private static let promises = """
        cases:
          promises: [{id: standard, calendar: office, firstResponse: 8, resolution: 40}]
          macros:
            - {id: thanks, reply: "Hello {name}, thank you. {agent}", state: solved}
            - {id: bye, reply: "Thank you. {agent}", state: solved}
            - {id: order, reply: "We look into {order}."}
          masking: {others: [name, address]}
        """

    @Test func theInboxFitsEightyCellsAndSaysWhatIsLateFirst() throws {
        let desk = try Desk.withCases(Self.promises)
        let lines = desk.run("cases", "--width", "80", "--color", "never", isTerminal: true).output.split(
            separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.first == "2 cases, 1 late, 2 unassigned")
        #expect(lines[3].hasPrefix("C1  late"))
        #expect(lines[3].contains("high: Where is order"))
        #expect(lines[4].hasPrefix("C2  -"))
    }

    @Test func aDeskWithoutConversationsLeadsToTheCasesOfTables() throws {
        let desk = try Desk.rotated()
        let states = ["open", "new", "closed"].enumerated().map { "\($0.offset),2026-11-19,\($0.element),buyer\n" }
        let tickets = "ticket,opened,status,party\n" + states.joined()
        let file = try desk.write(tickets, to: "tickets.csv")
        #expect(desk.run("import", file, "--account", "northwind", "--marketplace", "US").exit == .done)
        #expect(desk.run("rotate", clock: Scene.asOf.advanced(bySeconds: 60)).exit == .done)
        let told = desk.run("cases", "--format", "table").output
        #expect(told.contains("The desk holds no conversation; 2 cases of tables stand in the queue"), "\(told)")
        #expect(told.contains("Next: flywheel queue --workflow cases"))
        let page = try PageDoor(desk).get("/cases").text
        #expect(page.contains("2 cases of tables stand in <a href=\"/queue?workflow=cases\">the queue</a>"))
    }

    @Test func aCaseShowsItsPromisesItsLinksAndItsThread() throws {
        let desk = try Desk.withCases(Self.promises)
        let text = desk.run("case", "C2", "--width", "80", "--color", "never", isTerminal: true).output
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains("Wrong colour"))
        #expect(text.contains("Ben"))
        #expect(text.contains("Could you send a picture?"))
        #expect(text.contains("resolution is paused while waiting on requester"))
        #expect(text.contains("J. 8., …@mail.example"))
        #expect(!text.contains("jo8@"))
        #expect(
            desk.run("case", "C1", "--color", "never", isTerminal: true).output
                .contains("order 302-1234567-1234567?"))
    }

    @Test func theSameFileAgainChangesNothing() throws {
        let desk = try Desk.withCases()
        let before = desk.run("cases", "--done", "--format", "json").output
        #expect(
            desk.run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US").output
                .contains("same"))
        #expect(desk.run("cases", "--done", "--format", "json").output == before)
    }

    @Test func oneWhoIsSecondIsToldWhoWasFirst() throws {
        let desk = try Desk.withCases()
        #expect(desk.run("cases", "claim", "C1", "--as", "ben").exit == .done)
        let second = desk.run("cases", "claim", "C1", "C2", "--as", "zoe")
        #expect(second.exit == .partly)
        #expect(second.errors.contains("error[case-owned]: C1 is with ben since 16:05; nothing was changed"))
        #expect(desk.run("cases", "undo", "--as", "zoe").exit == .done)
        #expect(desk.run("cases", "--unowned").output.split(separator: "\n").count == 1)
    }

    @Test func aFileOfAnswersThatACrashLeftHiddenIsFinishedByTheNextRun() throws {
        let desk = try Desk.withCases()
        for text in ["Monday.", "Tuesday."] {
            let answer = desk.run("cases", "reply", "C1", "--text", text, "--format", "json").output
            guard case .text(let id)? = try JSON(reading: answer)["message"] else { continue }
            #expect(desk.run("cases", "approve", id, "--as", "ben").exit == .done)
        }
        #expect(desk.run("cases", "write", "--output", desk.folder).exit == .done)
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
        let name = try #require(names.first { $0.hasPrefix("replies-") })
        #expect(!names.contains { $0.hasSuffix(".part") })
        // The store has it, the file has no name yet, and the program is gone.
        try FileManager.default.moveItem(atPath: "\(desk.folder)/\(name)", toPath: "\(desk.folder)/.\(name).1.part")
        let next = try JSON(reading: desk.run("cases", "write", "--output", desk.folder, "--format", "json").output)
        #expect(next["files"] == .array([]) && next["finished"] == .texts(["\(desk.folder)/\(name)"]))
        let file = try String(contentsOfFile: "\(desk.folder)/\(name)", encoding: .utf8)
        #expect(file.contains("Monday.") && file.contains("Tuesday."))
    }

    @Test func anAnswerGoesThroughAPersonIntoAFileAndNowhereElse() throws {
        let desk = try Desk.withCases()
        let draft = desk.run("cases", "reply", "C1", "--text", "It left today, \"really\".", "--format", "json").output
        guard case .text(let id)? = try JSON(reading: draft)["message"] else {
            Issue.record("\(draft)")
            return
        }
        #expect(desk.run("cases", "write", "--output", desk.folder).output.isEmpty)
        #expect(desk.run("cases", "approve", id, "--as", "ben").exit == .done)
        #expect(desk.run("cases", "write", "--dry-run").output.contains("replies-zendesk-northwind-\(id).csv"))
        #expect(desk.run("cases", "write", "--output", desk.folder).exit == .done)
        let file = try String(contentsOfFile: "\(desk.folder)/replies-zendesk-northwind-\(id).csv", encoding: .utf8)
        #expect(file == "ticket,reply,author\r\n7,\"It left today, \"\"really\"\".\",mia\r\n")
        #expect(desk.run("cases", "--state", "waiting-on-requester").output.contains("C1"))
        #expect(desk.run("cases", "write", "--output", desk.folder).output.isEmpty)
    }

    @Test func aMacroIsAllOrNothing() throws {
        let desk = try Desk.withCases(Self.promises)
        let refused = desk.run("cases", "macro", "C2", "--apply", "order")
        #expect(refused.exit == .refused)
        #expect(refused.errors.contains("error[macro-gap]: order needs what is not known of C2: order"))
        #expect(desk.run("cases", "macro", "C2", "--apply", "thank").errors.contains("did you mean \"thanks\"?"))
        let masked = desk.run("cases", "macro", "C2", "--apply", "thanks").errors
        #expect(masked.contains("error[macro-gap]: thanks needs what is not known of C2: name"), "it is hidden")
        #expect(desk.run("cases", "macro", "C2", "--apply", "bye").exit == .done)
        #expect(desk.run("cases").output.contains("C2"), "nobody was answered yet")
        let draft = try #require(desk.run("case", "C2").output.matches(of: #/M(\d+)/#).compactMap { Int($0.1) }.max())
        #expect(desk.run("cases", "approve", "M\(draft)").exit == .done)
        #expect(desk.run("cases", "write", "--output", desk.folder).exit == .done)
        #expect(!desk.run("cases").output.contains("C2"))
    }

    @Test func aSavedViewAsksAgain() throws {
        let desk = try Desk.withCases()
        _ = desk.run("cases", "claim", "C2")
        #expect(desk.run("cases", "--mine", "--save", "own").output.contains("C2"))
        let view = desk.run("cases", "--view", "own").output
        #expect(view.contains("C2") && !view.contains("C1"))
        #expect(desk.run("cases", "--view", "own", "--owner", "zoe").output.contains("C2") == false)
        #expect(desk.run("cases", "--view", "own", "--unowned").output.contains("C1"))
        #expect(desk.run("cases", "--mine", "--owner", "zoe").exit == .usage)
        let unknown = desk.run("cases", "--view", "own", "--as", "zoe")
        #expect(unknown.exit == .unknown)
        #expect(unknown.errors.contains("error[unknown-view]"))
        #expect(desk.run("cases", "--search", "colour").output.contains("C2"))
        #expect(!desk.run("cases", "--search", "colour").output.contains("C1"))
    }

    @Test func whatIsHiddenIsNotFoundEither() throws {
        let desk = try Desk.withCases(
            "cases: {masking: {others: [content], frontline: [message]}, people: [{name: zoe}]}")
        let refused = desk.run("cases", "--search", "colour", "--as", "vic")
        #expect(refused.exit == .notAllowed && refused.output.isEmpty, "\(refused.output)\(refused.errors)")
        #expect(refused.errors.contains("hidden from you"))
        #expect(desk.run("cases", "--search", "colour", "--as", "zoe").output.contains("C2"), "a subject that zoe sees")
        #expect(
            !desk.run("cases", "--search", "picture", "--as", "zoe").output.contains("C2"), "an answer she does not")
    }

    @Test func mergedCasesAreReadAsOneAndPartAgain() throws {
        let desk = try Desk.withCases()
        let merged = desk.run("cases", "merge", "C2", "--into", "C1", isTerminal: true)
        #expect(merged.exit == .done && merged.output.contains("Merged C2: part of C1\n"))
        #expect(desk.run("case", "C1", isTerminal: true).output.contains("Could you send a picture?"))
        #expect(!desk.run("cases").output.contains("C2"))
        #expect(desk.run("cases", "claim", "C2").errors.contains("error[merged]"))
        #expect(desk.run("cases", "unmerge", "C2").exit == .done)
        #expect(desk.run("cases").output.contains("C2"))
        _ = desk.run("cases", "close", "C1")
        #expect(desk.run("cases", "merge", "C2", "--into", "C1").errors.contains("flywheel cases reopen C1"))
    }

    @Test func aNewerExportDoesNotUndoWhatAPersonDid() throws {
        let desk = try Desk.withCases()
        _ = desk.run("cases", "hold", "C1", "--until", "2026-12-01")
        let newer = try desk.tickets(status: "solved", updated: "2026-11-20T16:30:00Z")
        let later = Scene.asOf.advanced(bySeconds: 7_200)
        let imported = desk.run(
            "import", newer, "--account", "northwind", "--marketplace", "US", isTerminal: true, clock: later)
        #expect(imported.output.contains("1 case where the source says something else"))
        let shown = desk.run("case", "C1", isTerminal: true, clock: later).output
        #expect(shown.contains("on hold, until 1 Dec"))
        #expect(shown.contains("its source says solved"))
        #expect(desk.run("cases", "--conflicts", clock: later).output.contains("C1"))
        #expect(desk.run("cases", "take", "C1", "--field", "state", clock: later).exit == .done)
        #expect(desk.run("cases", "--state", "solved", clock: later).output.contains("C1"))
    }

    @Test func whatIsNoStateOrFieldOrMomentIsWrongUsage() throws {
        let desk = try Desk.withCases()
        for arguments in [
            ["cases", "--state", "openish"], ["cases", "assign", "C1"], ["cases", "label", "C1"],
            ["cases", "reply", "C1"], ["cases", "take", "C1", "--field", "colour"], ["cases", "--cursor", "x"],
        ] {
            #expect(desk.run(arguments).exit == .usage, "\(arguments)")
        }
        #expect(desk.run("case", "C99").exit == .unknown)
    }
}
