/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday of a civil day, counted in days since 1970-01-01, which was a Thursday.
    public init(daysSinceEpoch: Int32) {
        let daysSinceSomeMonday = Int(daysSinceEpoch) + 3
        self = Self.fromMonday[daysSinceSomeMonday.floorDivided(by: 7).remainder]
    }

    /// Kept, because `allCases` makes a new array at every call.
    private static let fromMonday = allCases
}
