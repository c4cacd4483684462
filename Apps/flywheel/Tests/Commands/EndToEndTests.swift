import Foundation
import Testing

@testable import flywheel

/// The program as people run it, on the exports of the invented seller.
@Suite struct EndToEndTests {
    @Test func everyAmountIsRecomputedFromWhatIsPrinted() throws {
        let desk = try Desk.rotated()
        let queue = try object(desk.run("queue", "--limit", "500", "--format", "json"))
        let items = try #require(queue["items"] as? [[String: Any]])
        #expect(items.count >= 10)
        #expect((queue["openCount"] as? [String: Any])?["value"] as? Int == items.count)
        var total = Decimal.zero
        for item in items {
            let id = try #require(item["id"] as? String)
            let show = try object(desk.run("show", id, "--numbers", "--format", "json"))
            let terms = try #require(show["terms"] as? [String: Any])
            let amount = try amount(of: terms, show, id)
            #expect(try amount == money(terms["atRisk"]), "\(id)")
            #expect(try amount == money(item["atRisk"]), "\(id)")
            total += amount
        }
        #expect(try total == money(queue["atRisk"]))
    }

    @Test func theSameQuestionHasTheSameBytes() throws {
        let desk = try Desk.rotated()
        for arguments in [
            ["queue"], ["queue", "--format", "csv"], ["show", "X1", "--numbers"], ["imports"], ["doctor"],
        ] {
            let one = desk.run(arguments)
            #expect(one.output == desk.run(arguments).output)
            #expect(!one.output.isEmpty)
        }
        let again = desk.run("rotate", "--format", "json")
        #expect(again.output.contains(#""opened":0"#) && !again.output.contains(#""ended":1"#))
    }

    @Test func aProblemIsClaimedClosedAndReopenedByOnePersonAtATime() throws {
        let desk = try Desk.rotated()
        let ids = desk.run("queue", "-n", "3").output.split(separator: "\n").map {
            String($0.split(separator: "\t")[1])
        }
        #expect(ids.count == 3)
        #expect(desk.run("claim", "-", input: ids).exit == .done)
        let other = desk.run("claim", ids[0], "X99999", "--as", "ben")
        #expect(other.exit == .refused)
        #expect(other.errors.contains("error[claimed]: \(ids[0]) was claimed by mia at"))
        #expect(other.errors.contains("error[unknown-exception]"))
        #expect(desk.run("release", ids[1], "X99999").exit == .partly)
        #expect(desk.run("close", ids[0]).errors.contains("error[root-cause]: \(ids[0]) stays open"))
        #expect(desk.run("close", ids[0], "--cause", "otehr").errors.contains("did you mean \"other\"?"))
        let closed = desk.run("close", ids[0], "--cause", "other", "--note", "n\u{1B}[2J", "--format", "table")
        #expect(closed.exit == .done)
        #expect(closed.output.contains("will be worth") && closed.output.hasSuffix("Undo: flywheel reopen \(ids[0])\n"))
        let shown = desk.run("show", ids[0])
        #expect(shown.output.contains("verifying") && shown.output.contains("n\\u{1B}[2J"))
        #expect(!desk.run("queue").output.contains("\t\(ids[0])\t"))
        #expect(desk.run("close", ids[0], "--cause", "other").exit == .refused)
        #expect(desk.run("reopen", ids[0]).exit == .done)
        #expect(desk.run("journal", "verify").exit == .done)
    }

    @Test func laneByLaneTheCursorReachesEveryRowOnce() throws {
        let desk = try Desk.rotated()
        let all = desk.run("queue", "-n", "1000").output.split(separator: "\n").map { $0.split(separator: "\t")[1] }
        // Pages of every size end at lanes' ends, in front of them and behind them.
        for size in 1...7 {
            var walked: [Substring] = []
            var cursor: String? = "act-now:0"
            while let next = cursor, walked.count <= all.count {
                let page = desk.run("queue", "-n", "\(size)", "--cursor", next, "--format", "json")
                let queue = try object(page)
                walked += (queue["items"] as? [[String: Any]] ?? []).compactMap { ($0["id"] as? String)?[...] }
                cursor = queue["nextCursor"] as? String
            }
            #expect(walked == all, "pages of \(size)")
        }
    }

    // MARK: Arithmetic of its own

    private func amount(of terms: [String: Any], _ show: [String: Any], _ id: String) throws -> Decimal {
        var sum = Decimal.zero
        for listing in terms["listings"] as? [[String: Any]] ?? [] {
            let cents = Decimal(listing["centsShared"] as? Int ?? 0) / 100
            let product = try number(listing["unitsPerDay"]) * money(listing["price"]) * number(listing["days"])
            let amount = rounded(product) + cents
            #expect(try amount == money(listing["amount"]), "\(id)")
            let conversion = try #require(listing["conversion"] as? [String: Any])
            sum += rounded(amount * (try number(conversion["rate"])))
            let rows = (show["numbers"] as? [String: Any])?["rows"] as? [[String: Any]] ?? []
            let own = rows.first { $0["id"] as? String == id }?["countsForDays"] as? [Double]
            let days = try NSDecimalNumber(decimal: number(listing["days"])).doubleValue
            if let own { #expect(abs(own.reduce(0, +) - days) < 0.000101, "\(id)") }
        }
        return sum
    }

    private func rounded(_ value: Decimal) -> Decimal {
        var (value, result) = (value, Decimal.zero)
        NSDecimalRound(&result, &value, 2, .bankers)
        return result
    }

    private func number(_ value: Any?) throws -> Decimal {
        try #require((value as? String).flatMap { Decimal(string: $0) })
    }

    private func money(_ value: Any?) throws -> Decimal { try number((value as? [String: Any])?["amount"]) }

    private func object(_ outcome: Desk.Outcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }
}
