public import FlywheelKit

/// Whether the wheel turns, where it stalls, how far it has come, and whether what it brings adds up.
///
/// Everything in it follows from a ``WorkHistory`` and a ``WheelModel`` alone, and each figure names the rows behind it.
public struct WheelHealth: Hashable, Sendable {
    /// The version of the ``WheelModel`` it was judged by.
    public var modelVersion: Int
    /// Where the window begins that yields and the diagnosis look at; trends and the cycle look at the whole history.
    public var from: Instant
    /// The moment it is judged from.
    public var until: Instant
    /// What each of the six phases passes on, in the order of the wheel.
    public var phases: [PhaseYield]
    /// Where the wheel stalls, if it does.
    public var stall: StallDiagnosis
    /// How far it has come, month by month.
    public var cycle: CycleCourse
    /// Whether what it brings adds up.
    public var compounding: CompoundingVerdict
    /// Whether the people can do the work that comes.
    public var capacity: CapacityOutlook
    /// What taking out handoffs did, oldest first.
    public var handoffs: [HandoffEffect]
    /// Whether a simulation wrote what it was judged by.
    public var isSimulated: Bool
}
