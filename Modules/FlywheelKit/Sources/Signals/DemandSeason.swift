/// How much more or less than on an ordinary day is asked for in a listing: by the course of the year, and on days of deals.
///
/// Published only where some day is no ordinary one. A rate of sale estimated with what past days count for is that of an
/// ordinary day; times what a day of a coming week counts for, it is that week's. Demand belongs to the product: where its SKUs
/// are told different ones, the first counts for all.
public struct DemandSeason: Signal, Hashable {
    /// `demand.season/1`.
    public static let key = SignalKey("demand.season/1")

    /// Weeks either way that are told apart; the last one stands for all beyond it.
    public static let weeks = 16

    /// For how many ordinary days a day of each past week counts on which no deal is; the first week ends with the day before
    /// the look.
    public let past: SIMD16<Float>
    /// The days of deals in those weeks.
    public let deals: Deals
    /// For how many ordinary days a day of each coming week counts, on average over the week; the first begins with the day of
    /// the look.
    public let ahead: SIMD16<Float>

    /// - Precondition: no week counts for less than nothing.
    public init(past: SIMD16<Float>, deals: Deals = Deals(), ahead: SIMD16<Float>) {
        precondition(past.min() >= 0 && ahead.min() >= 0, "a week counts for no less than nothing")
        self.past = past
        self.deals = deals
        self.ahead = ahead
    }

    /// For how many ordinary days a past day counts, 1 being the day before the look.
    public func index(daysAgo: Int) -> Double {
        let (week, day) = (max(1, daysAgo) - 1).quotientAndRemainder(dividingBy: 7)
        guard week < Self.weeks else { return Double(past[Self.weeks - 1]) }
        return Double(past[week]) * deals.factor(ofDay: day, inWeek: week)
    }
}

extension DemandSeason {
    /// Past days on which a listing sells unlike on the others of their week.
    ///
    /// They are told one by one, since few listings can be bought on all days of a week: two days of a deal that empty the shelf
    /// are no week with two such days in it.
    public struct Deals: BitwiseCopyable, Sendable, Hashable {
        /// How many times as much as the other days of its week each of them sells; of different deals in one week the mean day's.
        public private(set) var factors = SIMD16<Float>(repeating: 1)
        /// Which days of each week they are, a bit each; the lowest is the newest day.
        private var days = SIMD16<UInt8>()

        /// No day.
        public init() {}

        /// The days of the past that count for more or less than others.
        ///
        /// - Parameter factor: how many times as much as others a past day sells, 1 being the day before the look.
        /// - Precondition: none sells less than nothing.
        public init(_ factor: (_ daysAgo: Int) -> Double) {
            for week in 0..<DemandSeason.weeks {
                let own = (1...7).map { factor(7 * week + $0) }
                precondition(own.allSatisfy { $0 >= 0 }, "a day sells no less than nothing")
                let unlike = own.filter { $0 != 1 }
                guard !unlike.isEmpty else { continue }
                factors[week] = Float(unlike.reduce(0, +) / Double(unlike.count))
                for day in own.indices where own[day] != 1 { days[week] |= 1 << UInt8(day) }
            }
        }

        /// Whether there is none.
        public var isEmpty: Bool { days == SIMD16() }

        fileprivate func factor(ofDay day: Int, inWeek week: Int) -> Double {
            days[week] & (1 << UInt8(day)) == 0 ? 1 : Double(factors[week])
        }
    }
}
