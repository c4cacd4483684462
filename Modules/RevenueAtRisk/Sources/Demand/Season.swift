/// How the weeks of a horizon differ from an ordinary one: sₕ, what each of their days sells compared with an ordinary day.
public struct Season: Hashable, Sendable {
    /// An index a week, rounded to what is shown before it is used; the first week begins today, the last one goes on.
    public let weeks: [Decimal4]

    /// The indexes there are. Any other is an error of its source.
    public static let indexes = 0.0...1_000

    /// The season of weeks as they are shown; `nil` where there is none, all are ordinary, or one is beyond ``indexes``.
    public init?(weeks: [Decimal4]) {
        guard weeks.contains(where: { $0.tenThousandths != 10_000 }),
            weeks.allSatisfy({ Self.indexes.contains($0.value) })
        else { return nil }
        self.weeks = weeks
    }

    /// The season of a horizon.
    ///
    /// - Parameters:
    ///   - indexes: of each week; as many as the horizon has are used.
    ///   - horizon: days looked ahead, today included.
    /// - Returns: `nil` where all weeks of the horizon are ordinary, or an index is none.
    public init?(indexes: some Sequence<Double>, horizon: Int) {
        let weeks = indexes.prefix((horizon + 6) / 7).map(Decimal4.init(rounding:))
        let known = weeks.compactMap(\.self)
        guard known.count == weeks.count else { return nil }
        self.init(weeks: known)
    }

    /// sₕ of a day, 0 being today.
    public func index(ofDay day: Int) -> Double { weeks[min(day / 7, weeks.count - 1)].value }

    /// sₕ of each of so many days.
    public func days(_ count: Int) -> [Double] { (0..<count).map(index(ofDay:)) }

    /// For how many ordinary days so many count together.
    public func fullDays(_ count: Int) -> Double { days(count).reduce(0, +) }
}
