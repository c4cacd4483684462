/// A routine that keeps the wheel turning: small, and gone through again and again.
///
/// Not one of them asks for a reason when it was left out.
public enum Habit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Look at the ranked queue.
    case morning
    /// Look at how old the problems of the best listings become.
    case midday
    /// Look at which causes came back today.
    case closeOfDay = "close-of-day"
    /// Tune one number that steers detection.
    case weekly
    /// Look at whether the same people manage more.
    case monthly

    /// How often it is gone through.
    public enum Rhythm: Hashable, Sendable {
        case workingDay, week, month
    }

    /// How often it is gone through.
    public var rhythm: Rhythm {
        switch self {
        case .morning, .midday, .closeOfDay: .workingDay
        case .weekly: .week
        case .monthly: .month
        }
    }

    /// What people call it.
    public var title: String {
        switch self {
        case .morning: "Morning"
        case .midday: "Midday"
        case .closeOfDay: "Close of day"
        case .weekly: "Weekly"
        case .monthly: "Monthly"
        }
    }

    /// About how many minutes it takes; a figure to plan by, not measured.
    public var minutes: Int {
        switch self {
        case .morning: 15
        case .midday, .closeOfDay: 10
        case .weekly: 30
        case .monthly: 45
        }
    }
}
