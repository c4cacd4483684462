public import FlywheelKit

/// What share of what came in a phase passes on, with what it rests on.
public struct Yield: Hashable, Sendable {
    /// What is counted, which names the formula.
    public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Problems that a stage found within ``WheelModel/lagLimitHours`` of their beginning, of all that began while
        /// somebody watched and whose beginning or late finding is known.
        case foundInTime = "found-in-time"
        /// Problems that a stage found, of all; the rest were found by people whom no stage told.
        case foundByStages = "found-by-stages"
        /// The time within ``WheelModel/lagLimitHours`` before a turn with fresh facts, of all time.
        case watched
        /// How far work is taken in the order of the queue, or of worth within workflows where people keep to that better:
        /// 1 always from the top, 0 in any other order.
        case order
        /// Problems that somebody took on within ``WheelModel/ownershipDays``, of those that were not over before.
        case owned
        /// Problems that were taken on, or over, before they were due, of those with a due moment that has passed.
        case ownedWhenDue = "owned-when-due"
        /// Weeks in which no more waited at some moment than is taken on in a day, of all: a queue that is worked off now and then.
        case cleared
        /// Problems that ended, of those that came: 1 where as many end as come.
        case keptUp = "kept-up"
        /// Work that ended with a close that names a usable cause, of all work that ended.
        case caused
        /// Weeks in which something was decided about how to work, of one in ``WheelModel/decisionPaceWeeks`` since causes that
        /// came back called for it.
        case decided
        /// Causes that came back and that a decision of their workflow answered, of all that came back.
        case answered
        /// Closes that the data confirmed, of those that they have had the time to.
        case verified
        /// Decisions whose effect was looked at, of those that were due for it.
        case reviewed
    }

    /// One week of it.
    public struct Week: Hashable, Sendable {
        /// When the week begins.
        public var from: Instant
        /// The share in that week; `nil` where nothing came.
        public var value: Double?
        /// What came in that week.
        public var count: Int
    }

    /// What is counted.
    public var measure: Measure
    /// The share from ``from`` on, 0 to 1; `nil` where it is not known, and ``unknown`` says why.
    public var value: Double?
    /// Where the share lies with a probability of 80 %, by drawing weeks anew; `nil` where it is not known.
    public var interval: ClosedRange<Double>?
    /// What came since ``from``.
    public var count: Int
    /// The share that a turning wheel reaches.
    public var target: Double
    /// Why the share is not known.
    public var unknown: String?
    /// When the first week begins that the share is taken over: the newest quarter, half a year where that is too little or what
    /// lasts a season is judged, and a year for decisions.
    public var from: Instant
    /// Its weeks, oldest first.
    public var weeks: [Week]
    /// What fell short, newest first, no more than ``WheelModel/rowsShown``.
    public var short: [HistoryRecord]

    /// Whether it reaches its target; `nil` where it is not known.
    public var reachesTarget: Bool? { value.map { $0 >= target } }
}
