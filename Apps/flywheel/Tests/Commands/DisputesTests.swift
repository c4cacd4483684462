import CaseDesk
import Cases
import FlywheelKit
import FlywheelSQLite
import Foundation
import Testing

@testable import flywheel

@Suite struct DisputesTests {
    /// A desk with a claim over 200 euros in C1.
    private func claimed() throws -> Desk {
        let desk = try Desk.disputing()
        let opened = desk.dispute(
            as: "ana", "open", "C1", "--kind", "a-to-z-claim", "--reason", "never-arrived", "--amount", "EUR 200.00")
        #expect(opened.exit == .done && opened.output.contains("C1: response, until "), "\(opened)")
        return desk
    }

    @Test func anEmptyListSaysHowToBegin() throws {
        let list = try Desk.disputing().dispute(as: "ana")
        #expect(list.exit == .done && list.output.contains("Next: flywheel disputes open"))
    }

    @Test func theListHasTheSoonestDeadlineFirstAndNeverAddsUnknownSums() throws {
        let desk = try claimed()
        #expect(desk.dispute(as: "ana", "open", "C2", "--kind", "chargeback", "--reason", "4855").exit == .done)
        let list = desk.dispute(as: "ana").output
        #expect(list.contains("2 disputes over EUR 200.00; the amount of 1 is not known; 2 lost at the deadline"))
        let rows = list.split(separator: "\n").filter { $0.hasPrefix("C") && !$0.hasPrefix("CASE") }
        #expect(rows.map { $0.prefix(2) } == ["C1", "C2"])
        #expect(desk.dispute(as: "ana", "--kind", "chargeback").output.contains("1 dispute; "))
        #expect(desk.dispute(as: "ana", "--all", "-n", "1").output.contains("flywheel disputes --all --limit 2"))
        #expect(desk.run("disputes", "--format", "csv").output.hasPrefix("case,kind,reason,rules,stage,account"))
    }

    @Test func belowTheLimitItIsDoneAndAboveItWaitsForSomebodyElse() throws {
        let desk = try claimed()
        let small = try claimed().dispute(
            as: "ana", "decide", "C1", "partly", "--award", "EUR50", "--because", "one of four was lost")
        #expect(small.exit == .done && small.output.contains("by decision D1"), "\(small)")
        let large = desk.dispute(
            as: "ana", "decide", "C1", "partly", "--award", "EUR50.01", "--because", "all of it was lost")
        #expect(large.exit == .waits)
        #expect(large.output.contains("D1 waits for senior: EUR 50.01 is more than the limit of EUR 50.00."))
        #expect(desk.dispute(as: "ana", "--waiting").output.contains("D1"))
        let own = desk.dispute(as: "ana", "agree", "D1", "--because", "as I said")
        #expect(own.exit == .notAllowed && own.errors.contains("ana proposed it and cannot review it"))
        #expect(desk.dispute(as: "sue", "agree", "D1", "--because", "no scan on the way").exit == .done)
        #expect(desk.dispute(as: "sue", "agree", "D1", "--because", "once more").exit == .refused)
        let shown = desk.dispute(as: "sue", "show", "C1").output
        #expect(shown.contains("Ruling   partly, EUR 50.01") && shown.contains("by ana, agreed to by sue"), "\(shown)")
        #expect(shown.contains("\"all of it was lost\"") && shown.contains("\"no scan on the way\""))
        let found = desk.dispute(as: "ana", "precedents", "scan").output
        #expect(found.contains("refund over EUR 50.01, taken by sue") && !found.contains("all of it"))
    }

    @Test func refusalsSayWhatWasFoundAndExpected() throws {
        let desk = try claimed()
        func refused(_ text: String, _ exit: Exit, _ arguments: String...) {
            let run = desk.run(["disputes"] + arguments + ["--as", "ana"])
            #expect(run.exit == exit && run.errors.contains(text), "\(arguments): \(run.errors)")
        }
        refused(
            "the claimant cannot move it from response to review", .refused, "move", "C1", "--to", "review", "--by",
            "claimant")
        refused("error[no-dispute]", .refused, "withdraw", "C2")
        refused("error[unknown-case]", .unknown, "withdraw", "C99")
        refused("error[no-proposal]", .unknown, "refuse", "D9", "--because", "what is it")
        refused("a dispute is open already", .refused, "open", "C1", "--kind", "escrow", "--reason", "x")
        refused("needs a rationale in words", .refused, "decide", "C1", "upheld", "--because", "42")
        refused("expected either --because", .usage, "decide", "C1", "upheld")
        refused("--award goes with partly", .usage, "decide", "C1", "upheld", "--award", "EUR1", "--because", "x")
        refused("\"EUR 1.001\" is no sum", .usage, "pay", "C1", "--amount", "EUR 1.001", "--reference", "R1")
        refused("nothing is awarded yet", .refused, "pay", "C1", "--amount", "EUR1", "--reference", "R1")
        refused(
            "is more than the amount at stake", .refused,
            "hold", "C1", "--amount", "EUR201", "--rule", "r", "--reason", "r", "--until", "2026-11-25", "--because",
            "x y")
        refused("it takes a decision of the desk", .refused, "decide", "C1", "upheld", "--letter", "A1")
        refused(
            "it is not the desk's to decide", .refused, "decide", "C1", "denied", "--by", "reviewer", "--because", "x y"
        )
    }

    @Test func aHoldIsReleasedOrEndsByItselfAndDeadlinesAreWrittenDown() throws {
        let desk = try claimed()
        let held = desk.dispute(
            as: "sue", "hold", "C1", "--amount", "EUR200", "--rule", "a-to-z", "--reason", "claim", "--until",
            "2026-11-30", "--because", "claim is open")
        #expect(held.exit == .done, "\(held)")
        #expect(
            desk.dispute(
                as: "sue", "release", "C1", "--amount", "EUR20", "--to", "respondent", "--because", "paid twice"
            )
            .exit == .done)
        let later = Scene.asOf.advanced(byDays: 40)
        let lapse = desk.run("disputes", "lapse", "--as", "ana", "--format", "table", clock: later)
        #expect(lapse.output.contains("time for response ran out: upheld"), "\(lapse)")
        #expect(lapse.output.contains("hold 1 ended: EUR 180.00 to the claimant"))
        #expect(desk.run("disputes", "lapse", "--format", "table", clock: later).output.hasPrefix("No deadline"))
        // EUR 20.00 of the award were let go to the other side before: they are still to be paid.
        let listed = desk.run("disputes", "--format", "table", clock: later).output
        #expect(listed.contains("C1") && listed.contains("upheld, not paid"), "\(listed)")
        #expect(desk.run("disputes", "show", "C1", clock: later).output.contains("EUR 20.00 of the award"))
        #expect(desk.run("journal", "verify", clock: later).exit == .done)
    }

    @Test(arguments: [
        ("EUR 200.00", Int64(20_000)), ("eur200", 20_000), ("JPY 200", 200), ("KWD1.234", 1_234), ("USD 0.5", 50),
    ])
    func sumsAreReadInTheirCurrencysDigits(text: String, minorUnits: Int64) throws {
        #expect(try Sum.money(text).minorUnits == minorUnits)
    }

    @Test(arguments: ["EUR", "200", "EUR -1", "EUR 1,00", "JPY 1.5", "EUR 1.", "EUR .5", "EURO 5", "EUR 1e3"])
    func whatIsNoSumIsRefused(text: String) {
        #expect(throws: (any Error).self) { try Sum.money(text) }
    }
}
