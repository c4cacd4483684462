/// What may be asked for over a stretch of time: all that levels of stock are worked out from.
public protocol StockedDemand: Sendable {
    /// Units expected.
    var mean: Double { get }
    /// Its square root is the standard deviation, in units.
    var variance: Double { get }

    /// The probability that no more than `units` are asked for.
    func cdf(_ units: Double) -> Double

    /// The expected units asked for beyond `stock`, E[(D - stock)⁺]: what a cycle that begins with it leaves unserved.
    func expectedShort(_ stock: Double) -> Double

    /// The smallest stock with which demand is met with a probability.
    ///
    /// - Parameter p: from 0 to 1.
    func quantile(_ p: Double) -> Double
}
