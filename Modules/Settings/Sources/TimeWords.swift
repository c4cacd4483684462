public import Calendars

extension Weekday {
    /// What people write for them: `mon`.
    public static let words: [(word: String, day: Weekday)] = [
        ("mon", .monday), ("tue", .tuesday), ("wed", .wednesday), ("thu", .thursday), ("fri", .friday),
        ("sat", .saturday), ("sun", .sunday),
    ]

    /// The day of a word, `mon` or `Monday`.
    public init?(word: String) {
        let word = word.lowercased()
        guard let found = Self.words.first(where: { $0.word == word || "\($0.day)" == word }) else { return nil }
        self = found.day
    }
}

/// A time of day as people write it.
public enum TimeOfDay {
    /// The second of the day that `8:30` or `08:30` means; `24:00` is the day's end.
    public static func second(of text: some StringProtocol) -> Int? {
        guard let parts = String(text).wholeMatch(of: /(\d{1,2}):([0-5]\d)/), let hour = Int(parts.1),
            let minute = Int(parts.2), hour * 60 + minute <= 24 * 60
        else { return nil }
        return hour * 3_600 + minute * 60
    }
}
