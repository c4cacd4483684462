/// Something that is promised in public, with how much of it is to be kept.
public struct ServiceLevel: Hashable, Sendable {
    /// What is measured.
    public enum Measure: Hashable, Sendable {
        /// How often a clock of the desk was kept, by the clock's name; of one promise, or of all of them.
        case clock(String, promise: String?)
        /// How much of the time a component was up: not affected by an incident of at least this severity.
        case uptime(component: String, from: Severity)
    }

    /// Over which time.
    public enum Window: String, Hashable, Sendable, CaseIterable {
        /// From the first day of the month on.
        case calendarMonth = "calendar-month"
        /// The last 28 times 24 hours.
        case rolling28Days = "rolling-28-days"
    }

    /// The word that programs know it by.
    public let id: String
    /// What is promised, in a sentence for everybody.
    public let title: String
    /// What is measured.
    public let measure: Measure
    /// The share that is to be kept, in ten-thousandths.
    public let target: Int
    /// Over which time.
    public let window: Window
    /// What there has to be before anything is said: promises kept or missed, or for a component, days.
    public let least: Int

    /// A service level.
    public init(id: String, title: String, measure: Measure, target: Int, window: Window, least: Int) {
        self.id = id
        self.title = title
        self.measure = measure
        self.target = target
        self.window = window
        self.least = least
    }
}
