import Foundation
import RevenueAtRisk

/// The same numbers by the plainest way: the definition of the Shapley value over all orders, and decimal arithmetic.
enum Naive {
    /// What a claim takes of a day while it is there, and how likely it is to be there.
    typealias Claim = (kind: String, lost: Double, chance: Double)

    /// The loss of a day, weighed over everything that may be there and not be there: of what is there the largest of a
    /// kind takes its share, and each kind its share of what the others leave.
    static func loss(_ claims: [Claim]) -> Double {
        (0..<1 << claims.count).reduce(0) { sum, set in
            var (probability, taken) = (1.0, [String: Double]())
            for (place, claim) in claims.enumerated() {
                let isThere = set >> place & 1 == 1
                probability *= isThere ? claim.chance : 1 - claim.chance
                if isThere { taken[claim.kind] = max(taken[claim.kind] ?? 0, claim.lost) }
            }
            return sum + probability * (1 - taken.values.reduce(1) { $0 * (1 - $1) })
        }
    }

    /// The mean over all orders of arrival of what each claim adds to those that came before it.
    static func shapley(_ claims: [Claim]) -> [Double] {
        let losses = (0..<1 << claims.count).map { set in
            loss(claims.indices.filter { set >> $0 & 1 == 1 }.map { claims[$0] })
        }
        var sums = [Double](repeating: 0, count: claims.count)
        let orders = permutations(Array(claims.indices))
        for order in orders {
            var come = 0
            for index in order {
                sums[index] += losses[come | 1 << index] - losses[come]
                come |= 1 << index
            }
        }
        return sums.map { $0 / Double(orders.count) }
    }

    /// Full days of each claim over the horizon.
    static func countsFor(_ attribution: Attribution) -> [Double] {
        attribution.season.indices.reduce([Double](repeating: 0, count: attribution.claims.count)) { sums, day in
            let shares = shapley(attribution.claims.map { $0.onDay(day) })
            return zip(sums, shares).map { $0 + attribution.season[day] * $1 }
        }
    }

    /// The places of claims of each kind.
    static func kinds(of claims: [Claim]) -> [[Int]] {
        Dictionary(grouping: claims.indices) { claims[$0].kind }.values.sorted { $0[0] < $1[0] }
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

extension ListingClaim {
    /// What it does to a day; `standing` as if it did not end by itself.
    func onDay(_ day: Int, standing: Bool = false) -> Naive.Claim {
        (kind, expected.lost[day], expected.probability * (standing ? 1 : expected.lasting[day]))
    }
}
