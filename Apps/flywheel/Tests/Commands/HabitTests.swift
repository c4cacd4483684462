import FlywheelKit
import Foundation
import Learning
import Testing

@testable import flywheel

@Suite struct HabitTests {
    private func items(_ run: Desk.Outcome) throws -> [String: JSON] {
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return [:] }
        return Dictionary(
            items.compactMap { item in
                if case .text(let topic) = item["topic"] { (topic, item) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
    }

    private func count(_ json: JSON?) -> Int64? {
        if case .integer(let count) = json?["count"] { count } else { nil }
    }

    /// How many rows the command of an item lists.
    private func rows(_ item: JSON?, _ desk: Desk) -> Int? {
        guard case .text(let command) = item?["command"], command.hasPrefix("flywheel queue") else { return nil }
        let words = command.split(separator: " ").dropFirst().map(String.init)
        return desk.run(words + ["-n", "1000", "--all", "--format", "tabs"]).output.split(separator: "\n").count
    }

    @Test func everyNumberOfTheMorningIsTheNumberOfRowsItsCommandLists() throws {
        let desk = try Desk.rotated()
        let first = desk.run("queue").output.split(separator: "\n")[0].split(separator: "\t")[1]
        #expect(desk.run("claim", String(first)).exit == .done)
        let morning = try items(desk.run("morning", "--format", "json"))
        #expect(morning.keys.sorted() == ["act-today", "feeds", "new-in-tier-a", "not-fixed", "queue", "yours"])
        for topic in ["queue", "not-fixed", "new-in-tier-a", "act-today", "yours"] {
            #expect(try #require(count(morning[topic])) == Int64(try #require(rows(morning[topic], desk))), "\(topic)")
        }
        #expect(count(morning["yours"]) == 1 && count(morning["queue"]) ?? 0 > 3)
        let midday = try items(desk.run("midday", "--format", "json"))
        for topic in ["tier-a", "late", "unclaimed"] {
            #expect(try #require(count(midday[topic])) == Int64(try #require(rows(midday[topic], desk))), "\(topic)")
        }
    }

    @Test func whatIsPutOffCountsInTheMorningAsInTheQueue() throws {
        let desk = try Desk.rotated()
        let id = try #require(
            desk.run("queue", "--lane", "active", "-n", "1").output.split(separator: "\t").dropFirst().first)
        #expect(desk.run("snooze", String(id), "--until", "2026-12-01", "--reason", "supplier").exit == .done)
        let queue = try JSON(reading: desk.run("queue", "--format", "json").output)
        let morning = try #require(try items(desk.run("morning", "--format", "json"))["queue"])
        #expect(morning["count"] == queue["openCount"]?["value"] && morning["money"] == queue["atRisk"])
        let words = desk.run("queue", "--format", "table", "--width", "200").output.prefix { $0 != "," }
        #expect(desk.run("morning", "--format", "table").output.contains("Queue      \(words.dropLast(5)), USD"))
        guard case .array(let ids) = morning["ids"] else { throw Diagnostic("test", "no ids", exit: .failed) }
        #expect(!ids.isEmpty && !ids.contains(.text(String(id))), "nobody is to look at it yet")
    }

    @Test func aRoutineIsDoneOnceADayAndSaysHowItWasKeptUp() throws {
        let desk = try Desk.rotated()
        let fresh = desk.run("morning", "--format", "table").output
        #expect(fresh.hasPrefix("Morning, Fri 20 Nov 2026, mia, about 15 min\n"), "\(fresh)")
        #expect(fresh.contains("Done? flywheel morning --done"))
        let done = desk.run("morning", "--done", "--format", "table")
        #expect(done.exit == .done && done.output.hasPrefix("Morning done\n"), "\(done)")
        #expect(desk.run("morning", "--done", "--format", "table").output.contains("Morning was done at 16:05"))
        let again = desk.run("morning", "--format", "table")
        #expect(again.output.contains("Done at 16:05") && !again.output.contains("Done?"))
        #expect(desk.run("morning", "--as", "ben", "--format", "table").output.contains("Done?"))

        let monday = Scene.asOf.advanced(byDays: 3)
        let next = desk.run(["morning", "--format", "table"], clock: monday).output
        #expect(next.hasPrefix("Morning, Mon 23 Nov 2026, mia, about 15 min\n"), "\(next)")
        _ = desk.run(["morning", "--done"], clock: monday.advanced(byDays: 1))
        let tuesday = desk.run(["morning", "--format", "table"], clock: monday.advanced(byDays: 1)).output
        #expect(tuesday.contains("done 2 of the last 3 working days"), "\(tuesday)")
        #expect(desk.run("export", "journal", "--format", "json").output.contains("H1"))
    }

    @Test func newIsWhatOpenedSinceTheLastMorning() throws {
        let desk = try Desk.rotated()
        let monday = Scene.asOf.advanced(byDays: 3)
        _ = desk.run("morning", "--done")
        _ = desk.run(["rotate"], clock: monday)
        let morning = try items(desk.run(["morning", "--format", "json"], clock: monday))
        #expect(morning["new-in-tier-a"]?["command"] == "flywheel queue --tier A --since R1")
    }

    @Test func whatIsNotKnownIsSaidAndNotZero() throws {
        let desk = try Desk.rotated()
        let monthly = try items(desk.run("monthly", "--format", "json"))
        for topic in ["stage", "stall", "assessment"] {
            #expect(monthly[topic]?["count"] == .null && monthly[topic]?["unknown"] == "not assessed yet", "\(topic)")
        }
        #expect(monthly["revenue-per-operator"]?["money"] == .null)
        let unknown = "staffed hours not stated; import a file of people: name, hours-per-week, workflows"
        #expect(monthly["revenue-per-operator"]?["unknown"] == .text(unknown))
        let metric = desk.run("metrics", "revenue-per-operator", "--format", "table").output
        #expect(metric.contains("import a file of people") && metric.contains("flywheel explain people"), "\(metric)")
    }

    @Test func theCloseOfDayNamesACauseWithItsKindAndLeavesOutWhatWasDismissed() throws {
        let desk = try Desk.rotated()
        let queue = try JSON(reading: desk.run("queue", "-n", "100", "--format", "json").output)
        guard case .array(let rows) = queue["items"] else { throw Diagnostic("test", "no rows", exit: .failed) }
        func two(_ kind: String) -> [String] {
            rows.filter { $0["kind"] == .text(kind) }.prefix(2).compactMap {
                if case .text(let id) = $0["id"] { id } else { nil }
            }
        }
        let closing = two("search-suppressed") + two("catalog-removed")
        #expect(desk.run(["close"] + closing + ["--cause", "typing", "--cause-new"]).exit == .done)
        #expect(desk.run(["dismiss"] + two("price-error") + ["--reason", "noise"]).exit == .done)
        let look = try items(desk.run("close-of-day", "--format", "json"))
        #expect(count(look["closed"]) == 4 && count(look["without-cause"]) == 0)
        let words = "typing 2 (product page removed), typing 2 (hidden from search), in four weeks"
        #expect(look["repeated"]?["words"] == .text(words))
        let parts = ["catalog-removed", "search-suppressed"].map { kind -> JSON in
            ["name": .text("suppressions \(kind) typing"), "count": 2]
        }
        #expect(look["repeated"]?["parts"] == .array(parts))
    }

    @Test func whileTheWheelStandsStillItsRoutinesSayWhatEndsThatAndWhatToDecide() throws {
        let desk = try Desk()
        let run = desk.run("simulate", "--scenario", "no-capture", "--seed", "7", "--weeks", "10")
        #expect(run.exit == .done, "\(run.errors)")
        let stall = try JSON(reading: desk.run("stall", "--format", "json").output)
        for habit in ["weekly", "monthly"] {
            let answer = try JSON(reading: desk.run(habit, "--format", "json").output)
            guard case .array(let items) = answer["items"], let first = items.first else {
                throw Diagnostic("test", "no items", exit: .failed)
            }
            #expect(first["topic"] == "stalled" && first["words"] == stall["remedy"]?["text"], "\(habit)")
            #expect(first["command"] == stall["remedy"]?["command"], "\(habit)")
        }
        let weekly = try items(desk.run("weekly", "--format", "json"))
        guard case .text(let command) = weekly["to-prevent"]?["command"] else {
            throw Diagnostic("test", "no command", exit: .failed)
        }
        #expect(command.hasPrefix("flywheel decisions add prevention "), "\(command)")
        #expect(weekly["to-prevent"] == (try items(desk.run("close-of-day", "--format", "json")))["to-prevent"])
        let made = desk.run(command.split(separator: " ").dropFirst().map(String.init) + ["--format", "json"])
        #expect(made.exit == .done && made.output.contains("\"metric\":\"repeat-rate\""), "\(made)")
        let after = try items(desk.run("weekly", "--format", "json"))
        #expect(after["to-prevent"]?["command"] != .text(command), "it is decided")
    }

    @Test func aDecisionThatWasLookedAtBeforeItsDayIsStillDueOnIt() throws {
        let desk = try Desk.rotated()
        #expect(
            desk.run("decisions", "add", "rule", "look-first", "--metric", "precision", "--review-days", "3").exit
                == .done)
        #expect(desk.run("decisions", "review", "D1").exit == .done)
        for (days, due) in [(2.0, Int64(0)), (4, 1)] {
            let now = Scene.asOf.advanced(byDays: days)
            let weekly = try items(desk.run("weekly", "--format", "json", clock: now))
            #expect(count(weekly["reviews"]) == due, "\(days)")
            let listed = try JSON(reading: desk.run("decisions", "due", "--format", "json", clock: now).output)
            guard case .array(let decisions) = listed["items"] else { throw Diagnostic("test", "none", exit: .failed) }
            #expect(decisions.count == Int(due), "\(days)")
        }
    }

    @Test func withoutAProposalOrAHintTuneSaysWhatIsMissing() throws {
        let desk = try Desk.rotated()
        let tune = try #require(try items(desk.run("weekly", "--format", "json"))["tune"])
        #expect(tune["unknown"] == "no workflow has a label yet; closing and dismissing gives them", "\(tune)")
    }

    @Test func everyLineFitsIntoEightyCellsAndEveryPageHasItsCommands() throws {
        let desk = try Desk.rotated()
        for habit in Habit.allCases {
            let run = desk.run(habit.rawValue, "--format", "table", "--width", "80")
            #expect(run.exit == .done, "\(habit): \(run.errors)")
            for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
            #expect(
                run.output.matches(of: #/(?m)^\d .*/#).count == run.output.matches(of: #/flywheel [a-z]/#).count - 1
                    - (habit == .morning ? 1 : 0))
        }
        #expect(!desk.run("morning", "-q", "--format", "table").output.contains("flywheel"))
    }

    @Test func beforeTheFirstTurnOnlyTheStartHasSomethingToSay() throws {
        let desk = try Desk()
        #expect(desk.run("morning").errors.contains("error[no-store]"))
        let start = desk.run("start", "--format", "table")
        #expect(start.exit == .done && start.output.hasPrefix("Month 1 of 3: see and rank\n"), "\(start)")
        #expect(start.output.contains("Next: flywheel import FILES"))
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/store.flywheel"), "a look leaves nothing")
    }
}
