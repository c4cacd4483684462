public import FlywheelKit

/// How far the wheel has come, in five cycles, and whether it fell back.
///
/// Cycle 1 sees open problems of two workflows or more in one queue; 2 takes them by revenue at risk; 3 knows the causes of
/// what it closes and holds the queue level while the catalogue grows; 4 tunes detection from what was closed; 5 manages more
/// listings with the same people while repeats grow rare. A cycle holds where all its conditions and those before it do.
/// A condition holds once its figure meets the limit, until it misses it by more than chance (``WheelModel/lossDeviations``).
public struct CycleCourse: Hashable, Sendable {
    /// Months of 28 days, oldest first, the newest ending when the history does.
    public var months: [CycleMonth]
    /// The cycle the newest month shows, 0 to 5; `nil` where it is not known.
    public var stage: Int?
    /// Since when that is so.
    public var since: Instant?
    /// When each cycle was first shown, by cycle.
    public var reached: [Reached]
    /// Each time that it fell back, oldest first.
    public var falls: [CycleRegression]

    /// The newest fall that is not made up for; `nil` where there is none.
    public var regression: CycleRegression? { falls.last { $0.regained == nil } }

    /// A cycle that was reached.
    public struct Reached: Hashable, Sendable {
        /// Which, 1 to 5.
        public var stage: Int
        /// When the first month began that held it.
        public var from: Instant
    }
}

/// One month of the course.
public struct CycleMonth: Hashable, Sendable {
    /// When it begins.
    public var from: Instant
    /// When it ends.
    public var until: Instant
    /// The cycle it shows, 0 to 5; `nil` where too little happened to tell.
    public var stage: Int?
    /// The conditions of all five cycles, by cycle.
    public var conditions: [CycleCondition]
}
