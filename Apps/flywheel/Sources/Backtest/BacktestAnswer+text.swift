import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension BacktestAnswer {
    func text(on page: Page) -> [String] {
        let asOf = "\(rotation.id), as of \(page.clock.full(rotation.asOf)), amounts in \(backtest.currency)"
        // All together stand last, and one workflow is its own whole.
        guard let whole = parts.last, !losses.isEmpty else {
            return page.wrapped("No problem that nobody acted on has an amount to compare yet")
                + [asOf] + leftOut(page) + page.next("flywheel queue")
        }
        return page.wrapped(
            "\(Numbers.count(losses.count, "problem")) that nobody acted on: predicted, and what came")
            + [asOf, ""]
            + block("While they lasted, if they are over: share x baseline, day by day", page, \.whileLasting)
            + block("Over the horizon: what they counted for when they opened", page, \.overHorizon)
            + deciles(whole.overHorizon, page) + page.wrapped(coverage(whole)) + leftOut(page)
            + page.next("flywheel explain back-test")
    }

    private func block(_ title: String, _ page: Page, _ score: KeyPath<RiskBacktest.Part, LossScore>) -> [String] {
        let table = Table(
            columns: [
                .init("WORKFLOW", least: 8), .init("PROBLEMS", isRight: true), .init("PREDICTED", isRight: true),
                .init("CAME", isRight: true), .init("RATIO", isRight: true), .init("80% BETWEEN", isRight: true),
            ],
            rows: parts.map { part in
                let score = part[keyPath: score]
                return [
                    Table.Cell(part.workflow ?? "all"), Table.Cell(Numbers.grouped(score.problems)),
                    Table.Cell(amount(score.predicted)), Table.Cell(amount(score.came)),
                    Table.Cell(score.ratio.map { Numbers.fixed($0.value, decimals: 2) } ?? "-"),
                    Table.Cell(range(score)),
                ]
            }
        ).lines(on: page)
        return [page.ink(title.visible, .bold)] + table + [""]
    }

    private func range(_ score: LossScore) -> String {
        if let ratio = score.ratio {
            return "\(Numbers.fixed(ratio.low, decimals: 2)) and \(Numbers.fixed(ratio.high, decimals: 2))"
        }
        return score.problems < LossScore.fewest ? "inconclusive" : "nothing predicted"
    }

    private func deciles(_ score: LossScore, _ page: Page) -> [String] {
        guard !score.deciles.isEmpty else { return [] }
        let table = Table(
            columns: [
                .init("TENTH", isRight: true), .init("PROBLEMS", isRight: true), .init("PREDICTED", isRight: true),
                .init("CAME", isRight: true),
            ],
            rows: score.deciles.enumerated().map { number, decile in
                [
                    Table.Cell("\(number + 1)"), Table.Cell(Numbers.grouped(decile.problems)),
                    Table.Cell(amount(decile.predicted)), Table.Cell(amount(decile.came)),
                ]
            }
        ).lines(on: page)
        return [page.ink("Over the horizon, by what was predicted, smallest first".visible, .bold)] + table + [""]
    }

    private func coverage(_ part: RiskBacktest.Part) -> String {
        guard part.intervals > 0 else { return "No interval could be held against what came yet" }
        let share = Numbers.percent(Double(part.covered) / Double(part.intervals))
        return "\(share) of \(Numbers.count(part.intervals, "interval")) from the tenth to the ninetieth percentile"
            + " held what came; 80% is right"
    }

    private func leftOut(_ page: Page) -> [String] {
        let parts = RiskBacktest.Reason.allCases.compactMap { reason in
            backtest.leftOut[reason].map { "\(Numbers.grouped($0)) \(reason.words)" }
        }
        return parts.isEmpty ? [] : page.wrapped(parts.joined(separator: "; "), head: "left out  ")
    }

    private func amount(_ minorUnits: Int64) -> String {
        Numbers.amount(Money(minorUnits: minorUnits, backtest.currency))
    }
}

extension RiskBacktest.Reason {
    fileprivate var words: String {
        switch self {
        case .unpriced: "without an amount when they opened"
        case .severalListings: "on several listings"
        case .shared: "beside other problems of their listing"
        case .otherCurrency: "in another currency"
        case .noDays: "without a whole day of known sales"
        }
    }
}
