import FlywheelKit
import Learning
import Testing

@testable import flywheel

/// What the routines say of a desk.
@Suite struct HabitDeskTests {
    private static let settings = """
        cases:
          side: platform
          promises: [{id: all, resolution: 8}]
          levels: [frontline, senior]
          people: [{name: ana}, {name: ben}, {name: sue, level: senior}]
        """

    /// A store with problems and a desk: C1 is late, C2 waits for who asked, C3 is over.
    static func staffed() throws -> Desk {
        let desk = try Desk.prepared()
        _ = try desk.write(settings, to: "flywheel.yaml")
        let taken = desk.run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US")
        #expect(taken.exit == .done, "\(taken.errors)")
        return desk
    }

    /// The same, with a table of what eight weeks brought: one case a day, each solved after so many hours.
    static func aged() throws -> Desk {
        let desk = try staffed()
        let start = Instant(seconds: Scene.asOf.seconds - 56 * 86_400)
        let rows = (0..<56).map { day in
            let opened = start.advanced(byDays: Double(day))
            let solved = opened.advanced(bySeconds: day < 28 ? 40 * 3_600 : 4 * 3_600)
            return "\(day),Parcel \(day),buyer,p\(day)@mail.example,\(opened),\(solved)\n"
        }
        let file = try desk.write(
            "ticket,subject,side,customer email,opened,solved at\n" + rows.joined(), to: "tickets.csv")
        let taken = desk.run("import", file, "--account", "northwind", "--marketplace", "US")
        #expect(taken.exit == .done, "\(taken.errors)")
        return desk
    }

    private func items(_ habit: Habit, _ desk: Desk) throws -> [String: JSON] {
        let run = desk.run(habit.rawValue, "--format", "json", "--as", "ana")
        guard case .array(let items) = try JSON(reading: run.output)["items"] else {
            throw Diagnostic("test", "no items: \(run.errors)", exit: .failed)
        }
        return Dictionary(
            items.compactMap { item in if case .text(let topic) = item["topic"] { (topic, item) } else { nil } }
        ) { first, _ in first }
    }

    private func rows(_ item: JSON?, _ desk: Desk) throws -> JSON {
        guard case .text(let command) = item?["command"] else { return .null }
        let words = command.split(separator: " ").dropFirst().map(String.init)
        return .integer(Int64(desk.run(words + ["--format", "tabs"]).output.split(separator: "\n").count))
    }

    @Test func aStoreWithoutCasesHasNoDesk() throws {
        let desk = try Desk.prepared()
        for habit in Habit.allCases {
            let topics = try items(habit, desk).keys.filter {
                $0.contains("case") || ["disputes", "policy-gaps"].contains($0)
            }
            #expect(topics.isEmpty, "\(habit): \(topics)")
        }
    }

    @Test func theDayNamesWhatTheDeskOwesAndHowMuchItsCommandsList() throws {
        let desk = try Self.staffed()
        let first = try items(.morning, desk)
        #expect(first["cases-due"]?["words"] == "1 due within 24 h, 1 late" && first["cases-due"]?["ids"] == ["C1"])
        #expect(first["case-answers"] == nil && first["disputes"] == nil, "none waits")
        let answer = try JSON(
            reading: desk.run("cases", "reply", "C1", "--text", "It left.", "--as", "ana", "--format", "json").output)
        #expect(answer["refused"] == .array([]) || answer["refused"] == nil)
        for (id, deadline) in [("C1", "2026-11-21T09:00:00Z"), ("C2", "2026-12-01T09:00:00Z")] {
            let opened = desk.run(
                "disputes", "open", id, "--kind", "a-to-z-claim", "--reason", "lost", "--deadline", deadline)
            #expect(opened.exit == .done, "\(opened.errors)")
        }
        let morning = try items(.morning, desk)
        #expect(morning["case-answers"]?["words"] == "1 to approve")
        #expect(morning["case-answers"]?["command"] == "flywheel case C1")
        #expect(morning["disputes"]?["words"] == "2 open, 1 with a deadline within 24 h")
        #expect(morning["disputes"]?["ids"] == ["C1"])
        for topic in ["cases-due", "disputes"] {
            #expect(try morning[topic]?["count"] == rows(morning[topic], desk), "\(topic)")
        }
        let late = try items(.midday, desk)["cases-late"]
        #expect(late?["words"] == "1, 1 of them unassigned")
        #expect(try late?["count"] == rows(late, desk))
    }

    @Test func theWeekNamesWhatIsToLookAtAndWhatIsMissing() throws {
        let desk = try Self.aged()
        #expect(desk.run("cases", "cause", "C3", "C10", "C11", "--code", "late-carrier", "--as", "ana").exit == .done)
        let sample = try JSON(reading: desk.run("cases", "sample", "--format", "json").output)
        guard case .array(let drawn) = sample["items"], case .text(let id) = drawn.first?["id"] else {
            throw Diagnostic("test", "nothing drawn", exit: .failed)
        }
        #expect(drawn.allSatisfy { $0["isDone"] == false })
        let before = try items(.weekly, desk)
        #expect(before["case-reviews"]?["count"] == .integer(Int64(drawn.count)))
        #expect(before["case-cause"]?["words"] == "late-carrier, 2 of 2 with a cause in 12 weeks", "C3 ended this week")
        #expect(before["policy-gaps"]?["words"] == "none")
        // Three of those at random two people look at.
        for name in ["ana", "ben"] { _ = desk.run("cases", "review", id, "--verdict", "good", "--as", name) }
        for act in [
            ["escalate", "C1", "--reason", "over-limit", "--as", "ana"],
            ["audit", "C1", "--tag", "limit-too-low", "--gap", "refund-limit", "--as", "sue"],
        ] {
            let run = desk.run(["cases"] + act)
            #expect(run.exit == .done, "\(run.errors)")
        }
        let after = try items(.weekly, desk)
        #expect(after["case-reviews"]?["count"] == .integer(Int64(drawn.count) - 1))
        #expect(after["policy-gaps"]?["words"] == "1 that nobody has decided (refund-limit)")
    }

    @Test func theMonthStandsBesideTheOneBefore() throws {
        let desk = try Self.aged()
        let monthly = try items(.monthly, desk)
        #expect(monthly["cases-opened"]?["words"] == "31 opened in four weeks, 28 in the four before")
        #expect(monthly["case-solving"]?["words"] == "half within 4.0 h, within 40.0 h in the four weeks before")
        let promises = try #require(monthly["case-promises"]?["words"])
        guard case .text(let words) = promises else { return #expect(Bool(false)) }
        #expect(words.contains(" kept, ") && words.hasSuffix(" in the four weeks before"), "\(words)")
        guard case .text(let command) = monthly["cases-opened"]?["command"] else { return #expect(Bool(false)) }
        let report = desk.run(command.split(separator: " ").dropFirst().map(String.init) + ["--format", "table"])
        #expect(report.output.contains("31 cases, opened from "), "\(report.output)\(report.errors)")
    }

    @Test func thePagesLeadToTheCases() throws {
        let browser = try Visitor(try Self.aged())
        let morning = browser.get("/today/morning").text
        #expect(morning.contains("Cases due within a day") && morning.contains("<a href=\"/cases/C1\">C1</a>"))
        #expect(morning.contains("<a href=\"/cases?due-in=24\">Show all</a>"))
        let weekly = browser.get("/today/weekly").text
        #expect(weekly.contains("<a href=\"/cases/sample\">Show all</a>"))
    }
}
