/// A named number that says what came of a stage's findings.
public struct Measure: Hashable, Sendable, Codable {
    /// Its name: plain words for people, in lower case.
    public let name: String
    /// Its value.
    public let value: Double
    /// What the value counts.
    public let unit: Quantity
    /// How many outcomes it rests on; of none, nothing was measured yet.
    public let samples: Int

    /// A measure.
    public init(_ name: String, _ value: Double, unit: Quantity, samples: Int) {
        self.name = name
        self.value = value
        self.unit = unit
        self.samples = samples
    }
}
