import Foundation
import RevenueAtRisk

/// The same numbers by the plainest way: the definition of the Shapley value over all orders, and decimal arithmetic.
enum Naive {
    static func loss(_ shares: some Sequence<Double>) -> Double { 1 - shares.reduce(1) { $0 * (1 - $1) } }

    /// The mean over all orders of arrival of what each share adds to those that came before it.
    static func shapley(_ shares: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: shares.count)
        let orders = permutations(Array(shares.indices))
        for order in orders {
            for (place, index) in order.enumerated() {
                let before = order[..<place].map { shares[$0] }
                sums[index] += loss(before + [shares[index]]) - loss(before)
            }
        }
        return sums.map { $0 / Double(orders.count) }
    }

    /// Full days of each claim over the horizon.
    static func countsFor(_ attribution: Attribution) -> [Double] {
        attribution.season.indices.reduce([Double](repeating: 0, count: attribution.claims.count)) { sums, day in
            let shares = shapley(attribution.claims.map { $0.expected.shares[day] })
            return zip(sums, shares).map { $0 + attribution.season[day] * $1 }
        }
    }

    static func permutations(_ items: [Int]) -> [[Int]] {
        guard let last = items.last else { return [[]] }
        return permutations(items.dropLast()).flatMap { rest in
            (0...rest.count).map { place in rest[..<place] + [last] + rest[place...] }
        }
    }

    /// Ties to even, in decimal arithmetic.
    static func rounded(_ value: Decimal, digits: Int = 0, _ mode: NSDecimalNumber.RoundingMode = .bankers) -> Decimal {
        var (value, result) = (value, Decimal())
        NSDecimalRound(&result, &value, digits, mode)
        return result
    }

    /// Rounds parts so that they add up to the total, the largest remainders first.
    static func apportioned(_ parts: [Decimal], to total: Decimal, digits: Int) -> [Decimal] {
        let step = Decimal(sign: .plus, exponent: -digits, significand: 1)
        var result = parts.map { rounded($0, digits: digits, .down) }
        var remainders = zip(parts, result).map { $0 - $1 }
        while result.reduce(0, +) < total, let largest = remainders.max(),
            let index = remainders.firstIndex(of: largest)
        {
            result[index] += step
            remainders[index] = -1
        }
        return result
    }
}
