import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// What hangs on a row, as a sum that a pocket calculator repeats: stated sums, and what ends on a listing.
struct ShowStakes {
    let answer: ShowAnswer
    let terms: RiskTerms

    func lines(_ page: Page) -> [String] {
        let heading = terms.atRisk.map { "Why \(Numbers.money(Money(minorUnits: $0, terms.currency)))" } ?? "Why"
        let columns: [Table.Column] = [
            .init(heading, least: 24), .init("term", isRight: true), .init(terms.currency.code, isRight: true),
        ]
        let rows = terms.sums.flatMap(rows) + (terms.ending.map(rows) ?? [])
        var lines = Table(columns: columns, rows: rows).lines(on: page)
        guard let ending = terms.ending else { return lines }
        lines += ["", "With it ends on \(ending.code.visible), in the total already:"]
        lines += ending.ends.map { "  \(name($0))" }
        if !ending.countedBefore.isEmpty {
            lines.append("What ends with these as well is counted there: \(names(ending.countedBefore))")
        }
        return lines
    }

    /// The sum as stated, times its probability and the rate, where either is other than one.
    private func rows(_ sum: RiskTerms.Sum) -> [[Table.Cell]] {
        let chance = terms.probability < 1 ? " x \(Numbers.fixed(terms.probability, decimals: 2))" : ""
        let stated = Table.Cell("  \(sum.source.visible), stated\(chance)")
        guard let conversion = sum.conversion, conversion.path != .same else {
            return [[stated, Table.Cell(Numbers.money(sum.money)), Table.Cell(amount(sum.atRisk))]]
        }
        return [
            [stated, Table.Cell(Numbers.money(sum.money)), ""],
            [
                Table.Cell("  \(conversion.words)"), Table.Cell("x \(conversion.rate)"),
                Table.Cell(amount(sum.atRisk)),
            ],
        ]
    }

    private func rows(_ ending: RiskTerms.Ending) -> [[Table.Cell]] {
        let converted = ending.conversion?.convert(ending.amount)?.minorUnits
        var rows: [[Table.Cell]] = [
            ["  sold a day when nothing is wrong, units", Table.Cell(ending.unitsPerDay.description), ""],
            ["  price", Table.Cell("x \(Numbers.money(ending.price))"), ""],
            [
                Table.Cell("  full days that end with it, of \(terms.horizonDays)"), Table.Cell("x \(ending.days)"),
                Table.Cell(ending.countedBefore.isEmpty ? amount(converted) : ""),
            ],
        ]
        if !ending.countedBefore.isEmpty {
            rows.append([
                Table.Cell("  less those of \(names(ending.countedBefore)), full days"),
                Table.Cell("- \(ending.daysBefore)"), Table.Cell(amount(converted)),
            ])
        }
        return rows
    }

    private func amount(_ minorUnits: Int64?) -> String {
        minorUnits.map { Numbers.amount(Money(minorUnits: $0, terms.currency)) } ?? "?"
    }

    private func names(_ fingerprints: [Fingerprint]) -> String { fingerprints.map(name).joined(separator: ", ") }

    private func name(_ fingerprint: Fingerprint) -> String {
        let id = answer.id(of: fingerprint)?.description ?? fingerprint.workflow
        return "\(id) \(answer.manifests.name(of: fingerprint))"
    }
}

extension Conversion {
    /// Whose rate of which day it is.
    var words: String { "\(quote) for one \(base), \(day), \(sources.joined(separator: ", "))" }
}
