/// One number of all samples that a score is fitted to.
public struct ScoreColumn: Sendable {
    /// Whether more of the number can only raise a risk, only lower it, or either.
    public enum Trend: Hashable, Sendable {
        /// More of it is never less risk.
        case rising
        /// More of it is never more risk.
        case falling
        /// Each interval speaks for itself.
        case any
    }

    /// What the number is, and in which unit.
    public let name: String
    /// What is known beforehand of how it bears on the risk: it keeps chance out of the table.
    public let trend: Trend
    /// One a sample, finite; `nil` where it is not known.
    public let values: [Double?]

    /// Creates a column.
    public init(_ name: String, _ trend: Trend, _ values: [Double?]) {
        precondition(values.allSatisfy { $0?.isFinite ?? true }, "\(name): values are finite or not known")
        self.name = name
        self.trend = trend
        self.values = values
    }

    /// The upper ends of intervals that hold about as many samples each, without the last; fewer where values repeat.
    func limits(intervals: Int) -> [Double] {
        let sorted = values.compactMap(\.self).sorted()
        guard let greatest = sorted.last else { return [] }
        var limits: [Double] = []
        for step in 1..<max(1, intervals) {
            let limit = sorted[(sorted.count - 1) * step / intervals]
            if limit < greatest, limit > limits.last ?? -.infinity { limits.append(limit) }
        }
        return limits
    }
}
