import Calendars
import FlywheelMemory
import Statistics
public import FlywheelRuntime
public import FlywheelStore
public import FlywheelKit

/// A seller's organisation over a number of weeks, written into a store by the store's own calls and the rules of the
/// workbench: what began, who found it and when, who worked on what in which order, how it ended, what was decided.
///
/// The same scenario, seed, weeks and last day give the same store to the byte.
public struct Simulation: Hashable, Sendable {
    /// What is the matter.
    public let scenario: Scenario
    /// What chance is drawn from.
    public let seed: UInt64
    /// How many weeks pass.
    public let weeks: Int
    /// The day after the last one.
    public let end: Day

    /// The day that a simulation ends before, unless another is named: a Monday.
    public static let usualEnd = Day(epochDays: 20_773)
    /// The Monday on or before a day.
    public static func monday(onOrBefore day: Day) -> Day {
        day.advanced(by: 1 - Weekday(daysSinceEpoch: day.epochDays).rawValue)
    }

    /// Weeks that can be simulated.
    public static let allowedWeeks = 1...260

    /// Readies a simulation.
    ///
    /// - Precondition: `weeks` lies in ``allowedWeeks``.
    public init(_ scenario: Scenario, seed: UInt64, weeks: Int = 52, end: Day = usualEnd) {
        precondition(Self.allowedWeeks.contains(weeks), "weeks lie in \(Self.allowedWeeks), found \(weeks)")
        self.scenario = scenario
        self.seed = seed
        self.weeks = weeks
        self.end = end
    }

    /// The workflows of a simulated organisation: what shows and works a simulated store.
    public static let workflows: [InstalledStage] = [
        InstalledStage(SimulatedStage<SuppressionsTopic>.self), InstalledStage(SimulatedStage<InventoryTopic>.self),
        InstalledStage(SimulatedStage<PricingTopic>.self), InstalledStage(SimulatedStage<CasesTopic>.self),
        InstalledStage(SimulatedStage<ForecastingTopic>.self),
    ]

    /// Lives through the weeks, and writes them into an empty store.
    ///
    /// - Parameter progress: told after each week how many are over.
    /// - Throws: ``FlywheelStore/StoreError`` where the store holds anything already.
    public func write(into store: any Store, progress: (_ weeks: Int) -> Void = { _ in }) throws {
        var chance = SplitMix64(seed: seed)
        let organisation = Organisation(scenario, weeks: weeks, &chance)
        try write(organisation, into: store, seed: chance.next(), progress: progress)
    }

    /// Lets an organisation live through the weeks.
    func write(
        _ organisation: Organisation, into store: any Store, seed chance: UInt64, progress: (Int) -> Void = { _ in }
    ) throws {
        let calendar = Calendar(first: end.advanced(by: -weeks * 7), days: weeks * 7)
        try store.markSimulated(seed: seed, by: .flywheel, at: calendar.instant(0, hour: 0))
        var world = try World(
            organisation, calendar: calendar, plan: try Plan(Self.workflows), store: store, seed: chance)
        for day in 0..<calendar.days {
            try world.live(through: day)
            if day % 7 == 6 { progress(day / 7 + 1) }
        }
        try world.turn(on: calendar.days, hour: 0)
    }

    /// A store in memory that holds a simulated history.
    public static func history(scenario: Scenario, seed: UInt64, weeks: Int = 52) throws -> any Store {
        let store = MemoryStore()
        try Simulation(scenario, seed: seed, weeks: weeks).write(into: store)
        return store
    }
}
