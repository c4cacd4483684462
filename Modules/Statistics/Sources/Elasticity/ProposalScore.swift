/// What became of a proposed price, and of what was expected of it.
public struct ProposalScore: Hashable, Sendable, Codable {
    /// What was expected: prices in minor units, units a day.
    public struct Expectation: Hashable, Sendable, Codable {
        /// The price when it was proposed, and the one proposed.
        public let (from, to): (Int64, Int64)
        /// Units a day at the one and at the other.
        public let (unitsNow, unitsThen): (Double, Double)
        /// The latter at P10 and P90 of what is not known of it; `nil` where nothing was said.
        public let unitsThenRange: ClosedRange<Double>?

        /// An expectation of another price.
        public init(
            from: Int64, to: Int64, unitsNow: Double, unitsThen: Double, unitsThenRange: ClosedRange<Double>? = nil
        ) {
            precondition(from != to, "a proposal is of another price than \(from)")
            precondition(unitsNow >= 0 && unitsThen >= 0, "units are zero or more")
            (self.from, self.to) = (from, to)
            (self.unitsNow, self.unitsThen) = (unitsNow, unitsThen)
            self.unitsThenRange = unitsThenRange
        }
    }

    /// A day after the proposal; `nil` is unknown.
    public struct Day: Hashable, Sendable {
        /// The price asked, in minor units.
        public let price: Int64?
        /// Units sold.
        public let units: Double?
        /// The share of the day on which the listing could be bought, 0 to 1.
        public let exposure: Double

        /// A day.
        public init(price: Int64?, units: Double?, exposure: Double = 1) {
            self.price = price
            self.units = units
            self.exposure = exposure
        }
    }

    /// What most days were sold at.
    public enum Course: String, Hashable, Sendable, Codable, CaseIterable {
        /// The price proposed.
        case taken
        /// The price there was: what sold without the move is scored.
        case notTaken = "not-taken"
        /// Another price, of which nothing was expected.
        case elsewhere
        /// Not enough days are known yet.
        case tooEarly = "too-early"
    }

    /// Days at a price before anything is said.
    public static let leastDays = 7

    /// What became of it.
    public let course: Course
    /// Days of which price and units are known.
    public let daysKnown: Int
    /// Days that are scored: those at the price the course is named after.
    public let daysScored: Int
    /// Units expected on the days scored.
    public let expected: Double
    /// Units sold on them.
    public let actual: Double
    /// P10 to P90 of the units expected.
    public let range: ClosedRange<Double>

    /// Units sold above those expected, as a share of these; `nil` where none were expected or nothing is scored.
    public var error: Double? { daysScored > 0 && expected > 0 ? actual / expected - 1 : nil }
    /// Whether as many sold as P10 to P90 says; `nil` where nothing is scored.
    public var isWithinRange: Bool? { daysScored > 0 ? range.contains(actual) : nil }
}

extension ProposalScore {
    /// Compares what was expected with the days after it.
    ///
    /// A day is at one of the two prices within a quarter of the way between them. The units of all days scored are taken as
    /// negative binomial: their variance is that of days which scatter by μ + αμ², and that of the expectation itself, which
    /// errs alike on every day.
    /// - Parameters:
    ///   - days: in any order.
    ///   - overdispersion: α, as ``ElasticityEstimate`` gives it.
    public init(_ expectation: Expectation, days: some Sequence<Day>, overdispersion: Double = 0) {
        precondition(overdispersion >= 0, "an overdispersion is zero or more, found \(overdispersion)")
        var (known, old, new): (Int, [Day], [Day]) = (0, [], [])
        for day in days where day.units != nil && day.exposure >= RunRate.leastExposure {
            guard let price = day.price else { continue }
            known += 1
            let way = Double(price - expectation.from) / Double(expectation.to - expectation.from)
            if abs(way) <= 0.25 { old.append(day) }
            if abs(way - 1) <= 0.25 { new.append(day) }
        }
        let course = Self.course(known: known, old: old.count, new: new.count)
        let isTaken = course == .taken
        let scored = isTaken ? new : course == .notTaken ? old : []
        let units = isTaken ? expectation.unitsThen : expectation.unitsNow
        let means = scored.map { $0.exposure * units }
        let mean = means.reduce(0, +)
        // The distance from P10 to P90 of a normal distribution.
        let band = 2 * SpecialFunctions.normalQuantile(0.9)
        let doubt = isTaken ? expectation.unitsThenRange.map { ($0.upperBound - $0.lowerBound) / band } ?? 0 : 0
        let together = doubt * scored.reduce(0) { $0 + $1.exposure }
        let variance = means.reduce(0) { $0 + $1 + overdispersion * $1 * $1 } + together * together
        let distribution = NegativeBinomial(mean: mean, variance: variance)

        self.course = course
        daysKnown = known
        daysScored = scored.count
        expected = mean
        actual = scored.reduce(0) { $0 + ($1.units ?? 0) }
        range = distribution.quantile(0.1)...distribution.quantile(0.9)
    }

    private static func course(known: Int, old: Int, new: Int) -> Course {
        guard known >= leastDays else { return .tooEarly }
        if 2 * new > known { return new >= leastDays ? .taken : .tooEarly }
        if 2 * old > known { return old >= leastDays ? .notTaken : .tooEarly }
        return .elsewhere
    }
}

/// What became of many proposals.
public struct ProposalTally: Hashable, Sendable, Codable {
    /// Proposals by what became of them.
    public private(set) var count: [ProposalScore.Course: Int] = [:]
    /// Those scored whose units were within P10 to P90; four in five should be.
    public private(set) var within = 0
    /// Units expected of all that are scored, and sold.
    public private(set) var (expected, actual) = (0.0, 0.0)

    /// No proposals yet.
    public init() {}

    /// Adds a proposal.
    public mutating func add(_ score: ProposalScore) {
        count[score.course, default: 0] += 1
        guard let isWithin = score.isWithinRange else { return }
        within += isWithin ? 1 : 0
        expected += score.expected
        actual += score.actual
    }

    /// Proposals that were taken or not, and scored.
    public var scored: Int { count[.taken, default: 0] + count[.notTaken, default: 0] }
}
