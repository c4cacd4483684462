import Statistics

/// How the periods of a series follow each other, and after how many of them the season begins again.
public enum Frequency: Hashable, Sendable {
    /// Every day; a season is a week.
    case daily
    /// Every seventh day; a season is a year.
    case weekly
    /// Every month, each on the same day of it, or on its last; a season is a year.
    case monthly
    /// Every third month.
    case quarterly
    /// Every twelfth month; without a season.
    case yearly
    /// Periods that are only numbered, with a season of so many; 1 for none.
    case numbered(season: Int)

    /// The frequencies that have a name.
    public static let named: [(name: String, frequency: Frequency)] = [
        ("daily", .daily), ("weekly", .weekly), ("monthly", .monthly), ("quarterly", .quarterly), ("yearly", .yearly),
    ]

    /// The longest season: an hour of a year.
    private static let longestSeason = 8_784

    /// Above it few series are long enough to show a season twice, and models of it only cost time.
    private static let longestModelledSeason = 24

    /// Reads a name, its first letter, or the length of a season; `nil` for anything else.
    public init?(_ text: String) {
        if let season = Int(text), (1...Self.longestSeason).contains(season) {
            self = .numbered(season: season)
            return
        }
        let word = text.lowercased()
        guard let found = Self.named.first(where: { word == $0.name || word == String($0.name.prefix(1)) }) else {
            return nil
        }
        self = found.frequency
    }

    /// Periods after which the season begins again; 1 for none.
    public var seasonLength: Int {
        switch self {
        case .daily: 7
        case .weekly: 52
        case .monthly: 12
        case .quarterly: 4
        case .yearly: 1
        case .numbered(let season): season
        }
    }

    /// Whether periods are only numbered.
    var isNumbered: Bool { if case .numbered = self { true } else { false } }

    /// Whether periods are months or longer, which a month alone names.
    var isOfMonths: Bool {
        switch self {
        case .monthly, .quarterly, .yearly: true
        case .daily, .weekly, .numbered: false
        }
    }

    /// What is tried beside the cheap methods, where periods are long enough for a trend and seasons short enough for a few of
    /// them to be seen.
    var methods: [any SeriesMethod] {
        switch self {
        case .daily, .weekly: []
        case .numbered(let season) where season > Self.longestModelledSeason: []
        case .monthly, .quarterly, .yearly, .numbered: [Combination.etsAndTheta(season: seasonLength)]
        }
    }
}
