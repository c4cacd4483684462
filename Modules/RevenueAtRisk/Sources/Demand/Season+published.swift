public import FlywheelKit

extension Season {
    /// The weeks ahead that were published; `nil` where all of the horizon are ordinary, or one is beyond ``indexes``.
    public init?(_ published: DemandSeason, horizon: Int) {
        self.init(indexes: published.ahead.indices.lazy.map { Double(published.ahead[$0]) }, horizon: horizon)
    }
}

extension DemandSeason {
    /// Whether all that it says lies within ``Season/indexes``. Else it is an error of its source: a past counted by it beside weeks
    /// ahead that cannot be would make rates of sale that are none.
    public var isCredible: Bool { [past, past * deals.factors, ahead].allSatisfy(Self.areCredible) }

    private static func areCredible(_ indexes: SIMD16<Float>) -> Bool {
        all(indexes .>= Float(Season.indexes.lowerBound)) && all(indexes .<= Float(Season.indexes.upperBound))
    }
}
