/// Whether the people can do the work that comes, from counts and touch times.
///
/// Little's law: open = arrivals a day × days in the system. Utilisation ρ = Σ arrivalsₖ · touch timeₖ / staffed hours over
/// kinds k, and waiting grows as ρ/(1 - ρ) service times. Sources: J. Little, "A proof for the queuing formula L = λW", 1961;
/// L. Kleinrock, "Queueing Systems", 1975.
public struct CapacityOutlook: Hashable, Sendable {
    /// Why somebody should look at it.
    public enum Alarm: String, Hashable, Sendable, Codable, CaseIterable {
        /// Utilisation is above ``WheelModel/utilisationLimit``.
        case utilisation
        /// More came than ended in each of the last two weeks, and nine in ten open problems grow older.
        case netFlow = "net-flow"
    }

    /// Problems that came in a day, over the newest ``WheelModel/capacityWeeks``.
    public var arrivalsPerDay: Double
    /// Problems that ended in a day, over the same weeks.
    public var endedPerDay: Double
    /// Of those that came, the part that takes a person's time: not over before somebody took it on; `nil` where none came.
    public var workedShare: Double?
    /// Problems open now.
    public var open: Int
    /// The age in days that nine in ten of them do not pass; `nil` where none is open.
    public var ageP90Days: Double?
    /// The same a week, and two weeks, ago.
    public var earlierAgeP90Days: [Double?]
    /// More came than ended, in each of the newest two weeks, newest first.
    public var netFlow: [Int]
    /// Open over ended a day: how long what comes now stays, by Little's law; `nil` where nothing ends.
    public var daysInSystem: Double?
    /// Minutes that one problem takes, weighted by how often its kind comes; `nil` where nothing takes time.
    public var touchMinutes: Double?
    /// The part of that weight whose minutes are a prior, since too few of its kind were timed, 0 to 1.
    public var priorShare: Double
    /// Staffed hours a week; `nil` where nobody said.
    public var staffHours: Double?
    /// ρ; `nil` where staffed hours are not known.
    public var utilisation: Double?
    /// ρ/(1 - ρ): waiting in service times; `nil` where ρ is not known, or 1 or more, and waiting has no end.
    public var queueGrowth: Double?
    /// Why somebody should look at it.
    public var alarms: [Alarm]
    /// What is not known, and why.
    public var missing: [String]

    /// The hours a day it takes to do what comes and to clear `backlog` problems within `days`: (λ + B/T) · E[S].
    ///
    /// - Parameters:
    ///   - arrivalsPerDay: λ, problems a day that take a person's time.
    ///   - touchHours: E\[S\], hours that one takes.
    /// - Precondition: `days` is above zero.
    public static func hoursPerDay(
        clearing backlog: Int, within days: Double, arrivalsPerDay: Double, touchHours: Double
    ) -> Double {
        precondition(days > 0, "a backlog is cleared in more than no time, found \(days) days")
        return (arrivalsPerDay + Double(backlog) / days) * touchHours
    }

    /// The hours a day it takes to clear what is open now within `days`; `nil` where touch time is not known.
    public func hoursPerDay(clearingWithin days: Double) -> Double? {
        guard let touchMinutes, let workedShare else { return nil }
        return Self.hoursPerDay(
            clearing: open, within: days, arrivalsPerDay: arrivalsPerDay * workedShare, touchHours: touchMinutes / 60)
    }
}
