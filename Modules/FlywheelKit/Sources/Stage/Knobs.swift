/// The numbers and choices that steer a stage's detection.
///
/// Their Codable form is what people set in configuration, each member under its property's name, and what a host keeps of
/// those that were tuned. What a person sets holds, whatever was learned. So every property has a value, and is written as it
/// is read.
public protocol StageKnobs: Hashable, Codable, Sendable {
    /// The values a new installation starts with.
    init()
    /// Every number that may be tuned, with its range and its looser direction.
    static var tunable: [Knob<Self>] { get }
}

/// No numbers to steer.
public struct NoKnobs: StageKnobs {
    /// The only value.
    public init() {}
    /// None.
    public static let tunable: [Knob<NoKnobs>] = []
}

extension ClosedRange<Double> {
    /// How far a step of a share moves a knob of this range: that share of its value.
    ///
    /// A range that holds zero is no ratio scale, and a value near zero would not move at all: there it is the share of a
    /// twentieth of the range at the least. One that begins above zero may span orders of magnitude, 1 to 10,000 units, and a
    /// part of it says nothing of a step at 24.
    public func reach(of share: Double, around value: Double) -> Double {
        share * (lowerBound > 0 ? value : Swift.max(abs(value), (upperBound - lowerBound) / 20))
    }
}

/// One number that steers detection.
///
/// Its looser direction is stated so that a host may sample candidates just below the threshold, since outcomes exist
/// only above it.
public struct Knob<Knobs>: Sendable {
    /// Which way more rows are found.
    public enum Direction: String, Sendable, Codable {
        /// A lower value finds more.
        case lower
        /// A higher value finds more.
        case higher
    }

    /// Its name in configuration: the property's.
    public let name: String
    /// Where it is kept.
    public let path: any WritableKeyPath<Knobs, Double> & Sendable
    /// The values it may take.
    public let range: ClosedRange<Double>
    /// Which way more rows are found.
    public let looser: Direction
    /// What its number counts.
    public let unit: Quantity
    /// What it means for whoever is to move it, as a phrase; empty where its author does not say.
    public let about: String

    /// Describes a knob.
    public init(
        _ name: String, _ path: any WritableKeyPath<Knobs, Double> & Sendable, in range: ClosedRange<Double>,
        looser: Direction, unit: Quantity, about: String = ""
    ) {
        self.name = name
        self.path = path
        self.range = range
        self.looser = looser
        self.unit = unit
        self.about = about
    }
}
