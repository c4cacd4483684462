/// How far values lie from the mean of those before, in usual distances.
struct LevelDistance {
    private var level: FadingMean
    private var size = UsualSize()

    /// - Parameter values: values after which one counts half in the level.
    init(halfLife values: Double) { level = FadingMean(halfLife: values) }

    mutating func next(_ value: Double) -> Double? {
        defer { level.add(value) }
        return level.count > 0 ? size.times(abs(value - level.value)) : nil
    }
}
