import Foundation

extension ByHand {
    /// Makes money of full days: terms to four decimals, one rounding, ties to even.
    struct Money {
        let unitsPerDay: Decimal
        /// In units of the listing's currency, which has hundredths.
        let price: Decimal
        /// Units of the reporting currency for one of the listing's.
        let rate: Decimal

        /// The rows of a listing. A problem that claims nothing counts for nothing.
        func amounts(_ overlap: Overlap, of shares: [Double]) -> [Row] {
            let claiming = shares.indices.filter { shares[$0] > 0 }
            let lost = overlap.together.reduce(0, +)
            let total = min((lost * 10_000).rounded(.toNearestOrEven), Double(ByHand.horizon) * 10_000)
            let days = handedOut(claiming.map { overlap.countsFor[$0] * 10_000 }, total: total).map {
                Decimal($0) / 10_000
            }
            let whole = rounded(hundredths(Decimal(total) / 10_000))
            var amounts = days.map { floor(hundredths($0)) }
            let missing = whole - amounts.reduce(0, +)
            let order = amounts.indices.sorted { left, right in
                let (one, other) = (hundredths(days[left]) - amounts[left], hundredths(days[right]) - amounts[right])
                return one == other ? left < right : one > other
            }
            for index in order.prefix(NSDecimalNumber(decimal: missing).intValue) { amounts[index] += 1 }

            var rows = shares.map { _ in Row(unitsPerDay: 0, days: 0, atRisk: 0, fixAlone: 0, avoidable: 0) }
            for (place, index) in claiming.enumerated() {
                let alone = min(fullDays(overlap.fixAlone[index]), Decimal(total) / 10_000)
                let saved = min(
                    rounded(hundredths(min(fullDays(overlap.avoidable[index]), days[place]))), amounts[place])
                rows[index] = Row(
                    unitsPerDay: unitsPerDay, days: days[place], atRisk: rounded(amounts[place] * rate),
                    fixAlone: rounded(rounded(hundredths(alone)) * rate), avoidable: rounded(saved * rate))
            }
            return rows
        }

        private func hundredths(_ days: Decimal) -> Decimal { unitsPerDay * price * 100 * days }

        private func fullDays(_ days: Double) -> Decimal { Decimal((days * 10_000).rounded(.toNearestOrEven)) / 10_000 }

        private func rounded(_ number: Decimal, _ mode: NSDecimalNumber.RoundingMode = .bankers) -> Decimal {
            var (number, result) = (number, Decimal())
            NSDecimalRound(&result, &number, 0, mode)
            return result
        }

        private func floor(_ number: Decimal) -> Decimal { rounded(number, .down) }
    }
}
