import Statistics

/// A share of things that count for different numbers, with the interval that so few of them allow.
///
/// The share is Hájek's ratio Σw·x / Σw; the interval Wilson's at Kish's effective number (Σw)²/Σw². Sources: J. Hájek,
/// "Comment on a paper by D. Basu", 1971; L. Kish, Survey Sampling, 1965.
public struct WeightedShare: Hashable, Sendable, Codable {
    /// The share.
    public let value: Double
    /// The lower bound, 90 % one-sided.
    public let low: Double
    /// The upper bound, 90 % one-sided.
    public let high: Double
    /// Things it was seen on.
    public let count: Int

    /// The share of what holds; nil where nothing counts.
    init?(_ things: some Sequence<(weight: Double, holds: Bool)>) {
        var (whole, held, squares, count) = (0.0, 0.0, 0.0, 0)
        for (weight, holds) in things where weight > 0 {
            whole += weight
            squares += weight * weight
            if holds { held += weight }
            count += 1
        }
        guard whole > 0 else { return nil }
        let share = min(1, held / whole)
        guard let interval = WilsonInterval(share: share, trials: whole * whole / squares, confidence: 0.8) else {
            return nil
        }
        value = share
        low = interval.low
        high = interval.high
        self.count = count
    }
}
