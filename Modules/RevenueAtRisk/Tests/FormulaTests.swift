import FlywheelKit
import Foundation
import RevenueAtRisk
import Testing

/// The published page against the code: every number of its tables is read from the page and computed again.
@Suite struct FormulaTests {
    private let page: String

    init() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/RevenueAtRisk.docc/Formula.md")
        page = try String(contentsOf: url, encoding: .utf8)
    }

    /// The cells of a table, without its heading.
    private func table(_ name: String) throws -> [[String]] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try lines.firstIndex { $0 == "<!-- table: \(name) -->" }.orFail()
        return lines[(start + 3)...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    private func number(_ cell: String) throws -> Double { try Double(cell).orFail() }

    private func terms(_ rate: String, _ price: String) throws -> Terms {
        try Terms(
            unitsPerDay: Decimal4(rounding: number(rate)).orFail(),
            price: Money(minorUnits: Int64((number(price) * 100).rounded()), currency("USD")))
    }

    private func text(_ days: Decimal4) -> String { String(format: "%.4f", days.value) }

    private func check(day rows: [[String]]) throws {
        let exceptions = rows.dropLast()
        // What stands before a colon is the kind.
        let claims = try exceptions.map { claim(try number($0[1]), kind: String($0[0].prefix { $0 != ":" })) }
        let attribution = Attribution(of: claims, horizon: 1)
        let risk = try ListingRisk(attribution, terms: terms(rows[0][3], rows[0][4]))
        for (cells, row) in zip(exceptions, risk.rows) {
            #expect(Array(cells[2...]) == [text(row.days), cells[3], cells[4], row.amount.amount, row.fixAlone.amount])
            #expect(cells[3] == rows[0][3] && cells[4] == rows[0][4])
        }
        let together = try rows.last.orFail()
        #expect(Array(together[1...2]) == [text(risk.days), text(risk.days)])
        #expect(together[5] == risk.total.amount)
    }

    @Test func theDayWithThreeProblemsIsComputedAsPublished() throws {
        let rows = try table("day")
        #expect(rows.count == 4)
        try check(day: rows)
    }

    @Test func theDayAfterTheFixIsComputedAsPublished() throws {
        let rows = try table("after")
        #expect(rows.count == 3)
        try check(day: rows)
    }

    @Test func theDayWithTwoOfOneKindIsComputedAsPublished() throws {
        let rows = try table("kind")
        #expect(rows.count == 4)
        try check(day: rows)
    }

    @Test func severalDaysAndTheirMoneyAreComputedAsPublished() throws {
        let rows = try table("days")
        let days = rows.dropLast()
        #expect(days.count == 4)
        let survival = try days.map { try number($0[2]) }
        let suppressed = try ListingClaim(
            kind: "suppressed", Exposure(.dailyShare([1])), asOf: asOf, survival: survival, horizon: 4
        )
        .orFail()
        let attribution = try Attribution(
            of: [suppressed, claim(days.map { try number($0[3]) })], horizon: 4, season: days.map { try number($0[1]) })
        for (day, cells) in days.enumerated() {
            let counts = (0...1).map { attribution.dailyCountsFor($0)[day] }
            let shown = try cells[4...6].map { try number($0) }
            #expect(zip([counts[0] + counts[1]] + counts, shown).allSatisfy { abs($0 - $1) < 1e-12 }, "\(cells)")
        }
        let money = try table("money")
        let risk = try ListingRisk(attribution, terms: terms(money[0][1], money[0][2]))
        #expect(
            try rows.last.orFail() == ["full days", "5.00", "", "", text(risk.days)] + risk.rows.map { text($0.days) })
        #expect(money.map { $0[3] } == risk.rows.map { text($0.days) } + [text(risk.days)])
        #expect(money.map { $0[4] } == risk.rows.map(\.amount.amount) + [risk.total.amount])
        #expect(money.map { $0[5] } == risk.rows.map { text($0.fixAloneDays) } + [""])
        #expect(money.map { $0[6] } == risk.rows.map(\.fixAlone.amount) + [""])
        #expect(risk.rows.map(\.blockedBy) == [[], [0]])
    }

    @Test func everyAmountIsTheProductOfItsOwnLine() throws {
        for cells in try table("day") + table("after") + table("kind") {
            #expect(try product(cells[2...4]) == Decimal(string: cells[5]))
        }
        for cells in try table("money") { #expect(try product(cells[1...3]) == Decimal(string: cells[4])) }
    }

    private func product(_ cells: ArraySlice<String>) throws -> Decimal {
        Naive.rounded(try cells.reduce(1) { try $0 * Decimal(string: $1).orFail() }, digits: 2)
    }
}
