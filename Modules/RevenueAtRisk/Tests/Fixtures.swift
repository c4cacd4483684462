import FlywheelKit
import Foundation
import RevenueAtRisk
import Statistics

/// Seeds of the random cases. A failing case prints its seed, which is its argument.
let seeds: [UInt64] = Array(1...60)

/// The moment every case is looked from: 2026-11-20T16:05:00Z.
let asOf = Instant(seconds: 1_795_190_700)

/// A claim that surely takes these shares of the coming days, the last one holding on; of a kind of its own unless said.
func claim(_ shares: Double..., kind: String = UUID().uuidString, fixTakesDays: Double = 0, cures: [String] = [])
    -> ListingClaim
{
    claim(shares, kind: kind, fixTakesDays: fixTakesDays, cures: cures)
}

func claim(
    _ shares: [Double], kind: String = UUID().uuidString, fixTakesDays: Double = 0, cures: [String] = []
) -> ListingClaim {
    let exposure = Exposure(.dailyShare(shares), fixTakesDays: fixTakesDays, cures: cures)
    guard let claim = ListingClaim(kind: kind, exposure, asOf: asOf, survival: lasting(90), horizon: 90) else {
        preconditionFailure("daily shares make a claim")
    }
    return claim
}

/// A survival that ends nothing.
func lasting(_ days: Int) -> [Double] { [Double](repeating: 1, count: days) }

extension SplitMix64 {
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
    }

    /// A share as they come: nothing, everything, or something between.
    mutating func share() -> Double {
        switch Int.random(in: 0..<6, using: &self) {
        case 0: 0
        case 1: 1
        default: uniform()
        }
    }

    mutating func survival(_ days: Int) -> [Double] {
        Survival(priorMeanDays: uniform(0.5...40)).probabilities(age: 0, horizon: days)
    }

    /// Claims of one listing with random kinds, shares, probabilities, starts and durations.
    mutating func claims(_ count: Int, horizon: Int = 30) -> [ListingClaim] {
        (0..<count).compactMap { index in
            let shares = (0..<Int.random(in: 1...horizon, using: &self)).map { _ in share() }
            let isActive = Bool.random(using: &self)
            let exposure = Exposure(
                .dailyShare(shares), probability: isActive ? 1 : uniform(),
                begins: isActive ? nil : asOf.advanced(byDays: uniform(-1...Double(horizon))),
                fixTakesDays: uniform(0...5))
            return ListingClaim(
                kind: "kind\(Int.random(in: 0...index, using: &self))", exposure, asOf: asOf,
                survival: survival(horizon), horizon: horizon)
        }
    }

    mutating func season(_ days: Int) -> [Double] { (0..<days).map { _ in uniform(0...3) } }
}

/// Fails the way a test should where a fixture itself is wrong.
struct WrongFixture: Error {}

extension Optional {
    /// The value, or an error that ends the test.
    func orFail() throws -> Wrapped {
        guard let self else { throw WrongFixture() }
        return self
    }
}

func currency(_ code: String) throws -> Currency { try Currency(code).orFail() }

/// A day of 2026.
func day(_ month: Int, _ day: Int) throws -> Day { try Day(year: 2026, month: month, day: day).orFail() }
