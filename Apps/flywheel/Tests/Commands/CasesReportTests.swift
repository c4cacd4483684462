import FlywheelKit
import Foundation
import Testing

@testable import flywheel

@Suite struct CasesReportTests {
    private static let mapping = """
        kind: conversations
        unknown: n/a
        columns: {
          Number: ticket, Opened: opened, At: at, State: status, Who: requester, About: category, Group: group,
          Level: priority, Side: side}
        words: {priority: {P: urgent, Q: low}}
        """

    /// A desk with a log of tickets: sixty of buyers, ended after one to sixty hours, and three of sellers that go on.
    func logged() throws -> Desk {
        let desk = try Desk()
        var rows = ["Number,Opened,At,State,Who,About,Group,Level,Side"]
        func row(_ number: Int, _ hours: Int, _ state: String, _ who: String, _ group: String, _ side: String) {
            let opened = Instant(seconds: Scene.asOf.seconds - 30 * 86_400)
            let at = opened.advanced(bySeconds: Int64(hours) * 3_600)
            let level = number % 2 == 0 ? "P" : "Q"
            rows.append("\(number),\(opened),\(at),\(state),\(who),refund,\(group),\(level),\(side)")
        }
        for number in 1...60 {
            row(number, 0, "new", number == 60 ? "n/a" : "b\(number)", "first", "buyer")
            row(
                number, number, "solved", number == 60 ? "n/a" : "b\(number)", number > 40 ? "second" : "first", "buyer"
            )
        }
        for number in 61...63 { row(number, 0, "open", "s\(number)", "first", "seller") }
        let (file, mapping) = (
            try desk.write(rows.joined(separator: "\n"), to: "log.csv"),
            try desk.write(Self.mapping, to: "mapping.yaml")
        )
        let taken = desk.run("import", file, "--account", "north", "--mapping", mapping)
        #expect(taken.exit == .done, "\(taken.errors)")
        return desk
    }

    private func figures(_ desk: Desk, _ arguments: String...) throws -> [JSON] {
        let run = desk.run(["cases", "report", "--format", "json"] + arguments)
        guard case .array(let figures) = try JSON(reading: run.output)["figures"] else {
            throw Diagnostic("test", "no figures: \(run.errors)", exit: .failed)
        }
        return figures
    }

    @Test func figuresSayWhatTheyAreOf() throws {
        let desk = try logged()
        let found = try figures(desk)
        let solved = try #require(
            found.first { $0["metric"] == "time-to-solve" && $0["statistic"] == "medianOfEnded" })
        #expect(solved["value"] == .number(30.5) && solved["count"] == .integer(60) && solved["open"] == .integer(3))
        // Half of all sixty-three, three of them still open, had ended after 32 hours.
        let half = try #require(found.first { $0["metric"] == "time-to-solve" && $0["statistic"] == "median" })
        #expect(half["value"] == .integer(32))
        let passed = try #require(found.first { $0["metric"] == "passed-on" })
        #expect(passed["count"] == .integer(20))
        let back = try #require(found.first { $0["metric"] == "repeat-contact" })
        #expect(back["of"] == .integer(59) && back["count"] == .integer(0))
    }

    @Test func partsOfFewCasesAreHiddenAndSoIsWhatWouldGiveThemAway() throws {
        let desk = try logged()
        let parts = try figures(desk, "--by", "side").filter { $0["part"] != .null && $0["metric"] == "time-to-solve" }
        #expect(parts.allSatisfy { $0["isHidden"] == .bool(true) && $0["value"] == .null }, "\(parts)")
        let urgencies = try figures(desk, "--by", "urgency").filter {
            $0["metric"] == "time-to-solve" && $0["statistic"] == "medianOfEnded" && $0["part"] != .null
        }
        #expect(urgencies.count == 2 && urgencies.allSatisfy { $0["value"] != .null })
    }

    @Test func theReportIsReadAtEightyColumns() throws {
        let desk = try logged()
        let run = desk.run("cases", "report", "--by", "urgency", "--format", "table", "--width", "80")
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(run.output)")
        #expect(run.output.contains("63 cases, 3 of them open"))
        #expect(run.output.contains("solved"))
        #expect(run.output.contains("Open at the end of the day"))
        let none = try Desk()
        let file = try none.write("sku,price\nA,1.00\n", to: "listings-US.csv")
        _ = none.run("import", file, "--kind", "catalog/1", "--account", "b")
        #expect(none.run("cases", "report", "--format", "table").output.contains("0 cases"))
    }

    @Test func aMarketplacesDeskReportsWhatBuyersAndWhatSellersWon() throws {
        let desk = try Desk.withCases(
            """
            cases:
              side: platform
              promises: [{id: all, resolution: 8}]
              people: [{name: ana}]
              rights: [{role: frontline, type: refund, upTo: {USD: 500}}]
              quality: {leastShown: 3}
            """)
        for (id, ruling) in [("C1", "upheld"), ("C2", "denied"), ("C3", "upheld")] {
            for words in [
                ["open", id, "--kind", "a-to-z-claim", "--reason", "lost", "--amount", "USD 50.00"],
                ["move", id, "--to", "review", "--by", "respondent"], ["decide", id, ruling, "--because", "seen"],
            ] {
                let run = desk.run(["disputes"] + words + ["--as", "ana"])
                #expect(run.exit == .done, "\(words): \(run.errors)")
            }
        }
        let found = try figures(desk, "--by", "channel")
        func won(_ metric: JSON, _ part: JSON) -> [JSON?] {
            let figure = found.first { $0["metric"] == metric && $0["statistic"] == "share" && $0["part"] == part }
            return [figure?["count"], figure?["of"]]
        }
        for part in [JSON.null, "channel email", "reason lost"] {
            #expect(won("disputes-won-by-buyers", part) == [2, 3] && won("disputes-won-by-sellers", part) == [1, 3])
        }
        #expect(won("disputes-won", .null) == [0, 0])
        #expect(won("passed-up", "channel email") == [0, 3])
        let kept = found.first { $0["metric"] == "promises-kept" && $0["part"] == "channel email" }
        #expect(kept?["isHidden"] == true, "two cases tell, of which one is late")
        let text = desk.run("cases", "report", "--by", "channel", "--format", "table", "--width", "100").output
        #expect(text.contains("Buyers won    67% of 3 decided, 95% between 21% and 94%, of few"), "\(text)")
        #expect(text.contains("Sellers won   33% of 3 decided, 95% between 6% and 79%, of few"))
        #expect(text.contains("PROMISES KEPT  BUYERS WON  SELLERS WON") && text.contains("67% of 3     33% of 3"))
        #expect(!text.contains("Disputes won"))
    }

    @Test func aPeriodStandsBesideTheOneBeforeAndBothAsTheyStoodAtTheirEnds() throws {
        let desk = try logged()
        // All were opened on 21 October; those that took a day or more ended later.
        let report = desk.run(
            "cases", "report", "--since", "2026-10-21", "--until", "2026-10-21", "--format", "json")
        let json = try JSON(reading: report.output)
        #expect(json["cases"] == 63 && json["until"] == "2026-10-21T23:59:59Z" && json["before"]?["cases"] == 0)
        #expect(json["before"]?["since"] == "2026-10-20T00:00:00Z", "\(report.output)")
        let later = try JSON(
            reading: desk.run("cases", "report", "--since", "2026-10-22", "--until", "2026-10-22", "--format", "json")
                .output)
        #expect(later["cases"] == 0 && later["before"]?["cases"] == 63)
        let solved = later["before"]?["figures"]
        guard case .array(let figures) = solved else { throw Diagnostic("test", "no figures", exit: .failed) }
        let ended = figures.first { $0["metric"] == "time-to-solve" && $0["statistic"] == "median" }
        #expect(ended?["count"] == 7 && ended?["open"] == 56, "16:05 to midnight")
        let quarter = desk.run("cases", "report", "--quarter", "2026-q4", "--format", "table", "--width", "80").output
        #expect(quarter.contains("63 cases, opened from 1 Oct to 31 Dec, 3 of them open"), "\(quarter)")
        #expect(quarter.contains("1 OCT TO 31 DEC") && quarter.contains("1 JUL TO 30 SEP"))
        for wrong in [
            ["--quarter", "2026-Q5"], ["--until", "2026-10-21"], ["--quarter", "2026-Q1", "--since", "2026-10-21"],
        ] {
            #expect(desk.run(["cases", "report"] + wrong).exit == .usage, "\(wrong)")
        }
        let open = try JSON(reading: desk.run("cases", "report", "--format", "json").output)
        #expect(open["before"] == .null && open["until"] == .null)
    }

    @Test(arguments: [
        ("2026-Q1", "2026-01-01", "2026-03-31", "2025-10-01"), ("2024-q1", "2024-01-01", "2024-03-31", "2023-10-01"),
        ("2026-Q4", "2026-10-01", "2026-12-31", "2026-07-01"),
    ])
    func aQuarterIsThreeMonthsAndStandsBesideThree(text: String, from: String, through: String, before: String) throws {
        let quarter = try #require(DeskPeriod(quarter: text))
        #expect(quarter.from.description == from && quarter.through.description == through)
        #expect(quarter.before.from.description == before && quarter.before.through == quarter.from.advanced(by: -1))
    }

    @Test func aWeekIsDrawnTwiceAlikeAndNobodyIsNamedTwice() throws {
        let desk = try logged()
        let arguments = ["cases", "sample", "--week", "2026-10-21", "--reviewer", "ana", "--reviewer", "ben"]
        let run = desk.run(arguments + ["--format", "csv"])
        #expect(run.exit == .done && run.output == desk.run(arguments + ["--format", "csv"]).output)
        #expect(run.output.split(whereSeparator: \.isNewline).count == 11, "\(run.output)")
        #expect(desk.run(arguments + ["--format", "table", "--width", "80"]).output.contains("60 cases ended"))
    }

    @Test func aReviewIsKeptUnlessItIsOnesOwnWork() throws {
        let desk = try logged()
        #expect(desk.run("cases", "review", "C1", "--verdict", "good", "--as", "ana").exit == .done)
        #expect(desk.run("cases", "claim", "C63", "--as", "ben").exit == .done)
        let own = desk.run("cases", "review", "C63", "--verdict", "good", "--as", "ben")
        #expect(own.exit == .refused && own.errors.contains("own-work"), "\(own.errors)")
        #expect(desk.run("cases", "audit", "C1", "--tag", "right", "--as", "ana").exit == .refused)
        #expect(desk.run("cases", "escalate", "C63", "--reason", "over-limit", "--as", "ben").exit == .done)
        let audit = desk.run(
            "cases", "audit", "C63", "--tag", "limit-too-low", "--gap", "refund-limit", "--as", "ana")
        #expect(audit.exit == .done, "\(audit.errors)")
        #expect(desk.run("cases", "cause", "C1", "--code", "wrong-label").exit == .done)
        #expect(desk.run("cases", "cause", "C1").exit == .usage)
        let text = desk.run("cases", "report", "--format", "table", "--width", "80").output
        #expect(text.contains("wrong-label"))
        #expect(text.contains("refund-limit (1): nobody has decided") && text.contains("1 case: good"), "\(text)")
    }
}
