import Assessment
import FlywheelKit
import Statistics

/// A measure before and after a decision, and how far apart they are.
///
/// Of shares the difference with R. Newcombe's interval of two Wilson intervals ("Interval estimation for the difference
/// between independent proportions", Statistics in Medicine 17, 1998, method 10); of hours the difference of medians, with
/// the bounds of a bootstrap from a fixed seed. It is looked at once, on the day that was set beforehand: a fixed interval
/// that is looked at every day errs far more often than it says (D. Robinson, 2015; 25.5 % for 25 looks).
public struct MeasuredEffect: Hashable, Sendable, Codable {
    /// The measure before.
    public let before: Double
    /// The measure after.
    public let after: Double
    /// The difference, after less before.
    public let difference: Double
    /// Its lower bound, 95 % two-sided.
    public let low: Double
    /// Its upper bound.
    public let high: Double
    /// Problems before.
    public let countBefore: Int
    /// Problems after.
    public let countAfter: Int

    /// Problems on either side below which nothing is concluded.
    public static let least = 20

    /// What moved; `nil` where a side has too few.
    init?(before: [Double], after: [Double], isShare: Bool) {
        guard before.count >= Self.least, after.count >= Self.least else { return nil }
        (countBefore, countAfter) = (before.count, after.count)
        if isShare {
            func interval(_ values: [Double]) -> WilsonInterval? {
                WilsonInterval(successes: values.count { $0 == 1 }, trials: values.count, confidence: 0.95)
            }
            guard let one = interval(before), let two = interval(after) else { return nil }
            self.before = one.share
            self.after = two.share
            difference = two.share - one.share
            func root(_ left: Double, _ right: Double) -> Double { (left * left + right * right).squareRoot() }
            low = difference - root(two.share - two.low, one.high - one.share)
            high = difference + root(two.high - two.share, one.share - one.low)
        } else {
            guard let one = Robust.median(of: before), let two = Robust.median(of: after) else { return nil }
            self.before = one
            self.after = two
            difference = two - one
            var random = SplitMix64(seed: 1)
            func drawn(_ values: [Double]) -> Double {
                Robust.median(of: values.map { _ in values[Int(random.next() % UInt64(values.count))] }) ?? 0
            }
            let draws = (0..<500).map { _ in drawn(after) - drawn(before) }
            low = Robust.quantile(of: draws, 0.025) ?? difference
            high = Robust.quantile(of: draws, 0.975) ?? difference
        }
    }

    /// What it says of the decision.
    func verdict(isBetterHigher: Bool) -> Decision.Effect {
        if low > 0 { return isBetterHigher ? .better : .worse }
        if high < 0 { return isBetterHigher ? .worse : .better }
        return .inconclusive
    }
}
