import FlywheelKit
import Statistics

@testable import Thresholds

/// A desk whose problems change their looks over a year: scores of real ones and of false alarms drift, and a threshold on
/// the score decides what people get to see.
struct DriftWorld {
    /// Something a looser or tighter threshold may find.
    struct Thing {
        var name: String
        var week: Int
        var score: Double
        var isReal: Bool
        var isHero: Bool
        var avoidable: Int64
    }

    static let weeks = 52
    /// About what pays best in the first week.
    static let startValue = 0.5
    static let range = 0.1...0.9
    static let reviewCost: Int64 = 2_500
    static let heroScore = 0.8
    static let spread = 0.12
    /// The shares of what lies just below the value in force that people get to see.
    static let sampled = 0.05
    static let sampledHeroes = 1.0

    let things: [[Thing]]
    /// By how much scores of real things drift over the year.
    private let realDrift: Double

    /// - Parameter seed: decides the drift and everything else.
    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Down: everything comes to score lower, so that a fixed value misses more and more of what pays. Up: false alarms
        // come to score higher, so that it finds more and more for nothing. By how much is drawn.
        let isDown = random.uniform() < 0.5
        let size = 0.12 + 0.1 * random.uniform()
        let (realDrift, noiseDrift) = isDown ? (-size, -size) : (0, size)
        self.realDrift = realDrift
        things = (0..<Self.weeks).map { week in
            let course = Double(week) / Double(Self.weeks)
            return (0..<120).map { number in
                let isReal = random.uniform() < 0.35
                let isHero = random.uniform() < 0.25
                let mean = isReal ? (isHero ? Self.heroScore : 0.6) + realDrift * course : 0.36 + noiseDrift * course
                return Thing(
                    name: "\(week)/\(number)", week: week, score: mean + Self.spread * random.normal(), isReal: isReal,
                    isHero: isHero,
                    avoidable: Int64(3_000 * SpecialFunctions.power(2.718281828459045, 0.8 * random.normal()))
                        * (isHero ? 4 : 1))
            }
        }
    }

    /// The share of real things of tier one that a value finds, of all that may come in a week.
    func heroRecall(of value: Double, in week: Int) -> Double {
        let mean = Self.heroScore + realDrift * Double(week) / Double(Self.weeks)
        return 1 - SpecialFunctions.normalCDF((value - mean) / Self.spread)
    }

    /// What a value is worth in a week, when the truth is known.
    func worth(of value: Double, in week: Int) -> Int64 {
        things[week].filter { $0.score >= value }.reduce(0) { $0 + ($1.isReal ? $1.avoidable : 0) - Self.reviewCost }
    }
}
