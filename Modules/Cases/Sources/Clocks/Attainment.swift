/// How many promises were kept.
///
/// A clock that is overdue and still awaited counts as missed: leaving it unanswered must not make the figure better than
/// answering late. One that is not due yet counts as neither, and neither does one that the case's end made void.
public struct Attainment: Hashable, Sendable {
    /// Came in time.
    public private(set) var met = 0
    /// Came late.
    public private(set) var late = 0
    /// Is overdue and still awaited.
    public private(set) var overdue = 0
    /// Is awaited and not due yet, or stands still.
    public private(set) var pending = 0
    /// Was made void by the end of its case.
    public private(set) var void = 0
    /// Nobody can tell.
    public private(set) var unknown = 0

    /// Nothing counted yet.
    public init() {}

    /// Counts clocks.
    public init(_ readings: some Sequence<ClockReading>) {
        for reading in readings { count(reading) }
    }

    /// Counts a clock.
    public mutating func count(_ reading: ClockReading) {
        switch reading.state {
        case .met: met += 1
        case .breached where reading.stopped == nil: overdue += 1
        case .breached: late += 1
        case .running, .paused: pending += 1
        case .void: void += 1
        case .unknown: unknown += 1
        }
    }

    /// How many can be told: kept or missed.
    public var told: Int { met + late + overdue }

    /// The share that was kept, of those that can be told; `nil` where none can.
    public var share: Double? { told == 0 ? nil : Double(met) / Double(told) }
}
