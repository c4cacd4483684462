/// What one number says of a risk, as a table that can be read and argued with: points by interval.
public struct ScorePart: Hashable, Sendable {
    /// What the number is, and in which unit.
    public let name: String
    /// The upper ends of all intervals but the last, rising; each belongs to the interval below it.
    public let limits: [Double]
    /// What each interval adds to the log odds: one more than there are limits.
    public let points: [Double]
    /// What it adds that the number is not known.
    public let unknown: Double

    /// Creates a table.
    public init(name: String, limits: [Double], points: [Double], unknown: Double = 0) {
        precondition(
            points.count == limits.count + 1, "\(name): intervals between limits have one number of points each")
        precondition(zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 }, "\(name): limits rise")
        self.name = name
        self.limits = limits
        self.points = points
        self.unknown = unknown
    }

    /// What a value adds to the log odds; `nil` where it is not known.
    public func points(for value: Double?) -> Double {
        value.map { points[Self.interval(of: $0, limits)] } ?? unknown
    }

    /// The number of limits that lie below a value, by halves.
    static func interval(of value: Double, _ limits: [Double]) -> Int {
        var range = 0..<limits.count
        while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
            range = limits[middle] < value ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
