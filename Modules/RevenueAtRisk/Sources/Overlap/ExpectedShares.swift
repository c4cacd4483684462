public import FlywheelKit

/// What an exposure is expected to take of each day's revenue: x(h) = p · ℓ(h) · S(h).
///
/// The three factors are the probability that it happens, the share lost on day h while it lasts, and the probability
/// that it lasts until day h.
public struct ExpectedShares: Hashable, Sendable {
    /// x(h), 0 to 1, for h = 0 (today) on.
    public let shares: [Double]
    /// ℓ(h), 0 to 1: what it takes of day h where it happens and lasts; 0 before it begins.
    public let lost: [Double]
    /// S(h): given that it happens, the probability that it is not yet over on day h. 1 until it has begun.
    public let lasting: [Double]
    /// p: the probability that it happens at all; 1 while it is happening.
    public let probability: Double

    /// The expected shares of an exposure that claims shares; `nil` for one that claims nothing, a stated sum, or
    /// nobody knows what.
    ///
    /// - Parameters:
    ///   - exposure: its last daily share holds for all days after.
    ///   - asOf: the moment looked from; days are counted from it.
    ///   - survival: the probability of still being there k days on, given its age, never rising; it is counted from
    ///     the day the exposure starts, so element 0 belongs to that day (`Statistics.Survival.probabilities`).
    ///   - horizon: days to look ahead, today included, 1 to 90.
    /// - Precondition: `survival` has an element for every day of the horizon, each 0 to 1.
    public init?(of exposure: Exposure, asOf: Instant, survival: [Double], horizon: Int = Horizon.standard) {
        Horizon.check(horizon)
        precondition(survival.count >= horizon, "\(survival.count) survival probabilities for \(horizon) days")
        precondition(survival.allSatisfy { (0...1).contains($0) }, "probabilities lie in 0...1: \(survival)")
        guard case .dailyShare(let daily) = exposure.loss, let last = daily.last else { return nil }
        // A known beginning that has passed leaves its first shares behind, whole day by whole day.
        let past = exposure.begins.map { max(0, Int(asOf.days(since: $0))) } ?? 0
        let start = exposure.startsInDays(from: asOf)
        let isWhole = start == 0 && survival.count == horizon
        let lasting = isWhole ? survival : (0..<horizon).map { day in day < start ? 1 : survival[day - start] }
        self.lasting = lasting
        probability = exposure.probability
        let lost = (0..<horizon).map { day in
            guard day >= start else { return 0.0 }
            let sinceBeginning = day - start + past
            return sinceBeginning < daily.count ? daily[sinceBeginning] : last
        }
        self.lost = lost
        shares = lost.indices.map { exposure.probability * lost[$0] * lasting[$0] }
    }

    private init(shares: [Double], lost: [Double], lasting: [Double], probability: Double) {
        self.shares = shares
        self.lost = lost
        self.lasting = lasting
        self.probability = probability
    }

    /// What it does to a day: while it may end by itself, or, where `standing`, as if it did not.
    func onDay(_ day: Int, standing: Bool = false) -> DailyClaim {
        DailyClaim(lost: lost[day], chance: standing ? probability : probability * lasting[day])
    }

    /// The same after it was fixed: it takes nothing.
    var ended: ExpectedShares {
        let nothing = shares.map { _ in 0.0 }
        return ExpectedShares(shares: nothing, lost: nothing, lasting: lasting, probability: probability)
    }
}

/// How far revenue at risk looks ahead.
public enum Horizon {
    /// 30 days, today included.
    public static let standard = 30
    /// The horizons allowed. Beyond a quarter of a year, "what if nobody acts" stops being a forecast.
    public static let allowed = 1...90

    static func check(_ days: Int) {
        precondition(allowed.contains(days), "a horizon is \(allowed) days, found \(days)")
    }
}
