/// The numbers that steer a stage's detection. Their Codable form is the stage's configuration.
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

    /// Describes a knob.
    public init(
        _ name: String, _ path: any WritableKeyPath<Knobs, Double> & Sendable, in range: ClosedRange<Double>,
        looser: Direction, unit: Quantity
    ) {
        self.name = name
        self.path = path
        self.range = range
        self.looser = looser
        self.unit = unit
    }
}
