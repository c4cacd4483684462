import FlywheelStore
import Testing

@testable import FlywheelRuntime
@testable import flywheel

@Suite struct RotateAnswerTests {
    @Test func aTurnSaysWhatChangedAndWhatItRestsOn() throws {
        var last = try Scene.summary()
        last.rotation = .init(211)
        last.atRisk = 5_190_240
        let answer = RotateAnswer(summary: try Scene.summary(withheld: ["planning stale, 31 days old"]), last: last)
        #expect(
            answer.text(on: Scene.page()).joined(separator: "\n") == """
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 2,914 listings
                              NEW  KEPT  CHANGED  ENDED  NOT FIXED  FEEDS
                Inventory       9   151        3     12          0  planning stale, 31 days old
                Suppressions    5    30        2      4          1  fresh
                Open       201, USD 48,310.00 at risk (R211: 51,902.40), each listing once
                Cleared    11 verified; 5 by themselves, counted apart
                Unpriced   2: no EUR to USD rate
                Unpriced   1: no price
                Next: flywheel queue
                """)
        #expect(
            answer.json.line.contains(#""previous":{"rotation":"R211","openCount":201,"atRisk":{"amount":"51902.40""#))
    }

    @Test func whatEndedIsToldByWhatPeopleDidAboutIt() throws {
        var summary = try Scene.summary()
        func told() -> String? {
            RotateAnswer(summary: summary, last: nil).text(on: Scene.page()).first { $0.hasPrefix("Cleared") }
        }
        (summary.verifiedAtRisk, summary.dismissed, summary.actedOn) = (921_410, 2, 3)
        #expect(
            told() == "Cleared    11 verified, USD 9,214.10; 2 dismissed, 3 acted on; 5 by themselves,")
        (summary.verified, summary.verifiedAtRisk, summary.dismissed, summary.selfCleared) = (0, 0, 0, 0)
        #expect(told() == "Cleared    3 acted on")
        (summary.actedOn, summary.lapsed) = (0, 2)
        #expect(told() == "Cleared    2 predicted, which did not happen")
        summary.lapsed = 0
        #expect(told() == nil)
    }

    @Test func rowsOfWhichNothingCouldBeToldAreCountedWhereItIsAskedFor() throws {
        var summary = try Scene.summary()
        (summary.workflows[0].rows, summary.workflows[0].untold) = (70, 67)
        (summary.workflows[1].rows, summary.workflows[1].untold) = (70, 0)
        func told(_ tellsRows: Bool) -> [String] {
            RotateAnswer(summary: summary, last: nil, tellsRows: tellsRows).text(on: Scene.page(200)).filter {
                $0.hasPrefix("Untold")
            }
        }
        #expect(
            told(true) == [
                "Untold     Inventory 67 of 70 rows: too little is known of them to open or close anything, or not of every kind"
            ])
        #expect(told(false) == [])
    }

    @Test func theFirstTurnOfAVersionSaysSo() throws {
        var (last, summary) = (try Scene.summary(), try Scene.summary())
        summary.program = "0.9.0"
        func told() -> String? {
            let lines = RotateAnswer(summary: summary, last: last).text(on: Scene.page(200))
            return lines.first { $0.hasPrefix("Version") }
        }
        #expect(told()?.contains("first turn of 0.9.0, after an older version: ") == true)
        last.program = "0.8.0"
        #expect(told()?.contains("first turn of 0.9.0, after 0.8.0: ") == true)
        last.program = "0.9.0"
        #expect(told() == nil)
        #expect(
            RotateAnswer(summary: summary, last: nil).firstOf == nil, "the first turn of all is of no other version")
    }
}
