/// From which day on sales say what is asked for: where they began, if too many days without one lie before for chance.
///
/// No file of sales says whether there was anything to buy on a day without one, so such days are demand. But not those
/// before a first sale after which it sold so often that as many sales, each on any of the days alike, would have left those
/// out once in a thousand times at most (``QuietRun``): what was launched was not asked for before. Nor what lies
/// before a first sale in a quarter of a year, at once in a million times: then a season began.
///
/// The first sale itself says only that there is something to buy. It is left out as well: days counted from a sale on would
/// make what sells seldom look as if it sold more often.
public struct SalesStart {
    /// Where sales may have begun: a first sale, and what came up to it.
    @usableFromInline struct Candidate {
        let day: Int
        /// Days without a sale that lead up to it.
        let silence: Double
        /// Days, and days with sales, up to and with it.
        let days: Double
        let sales: Int
    }

    /// The probability below which days without a sale before the first are no accident.
    private static let leastProbability = 0.001
    /// The same of days between two sales, which what is ordered in bursts has often.
    private static let leastProbabilityBetween = 1e-6
    /// Days without a sale between two from which they may be another beginning.
    @usableFromInline static let leastDaysBetween = 91.0

    @usableFromInline var candidates: [Candidate] = []
    @usableFromInline var count = 0
    @usableFromInline var quiet = 0.0
    @usableFromInline var days = 0.0
    @usableFromInline var sales = 0

    /// No day yet.
    @usableFromInline init() {}

    /// The exposure below which a day says nothing: of an hour's trade nothing can be scaled up to a day.
    @inlinable public static var leastExposure: Double { 0.05 }

    /// The place of the first day that counts; 0 where all do.
    ///
    /// - Parameters:
    ///   - days: what stands for each day, the oldest first.
    ///   - sold: what a day sold, `nil` where that is unknown, and the part of it on which there was something to buy: one without
    ///     says nothing.
    @inlinable public static func firstDay<Day>(
        of days: some Sequence<Day>, _ sold: (Day) -> (units: Double?, exposure: Double)
    ) -> Int {
        var start = SalesStart()
        for day in days {
            let (units, exposure) = sold(day)
            start.addDay(units: units, exposure: exposure)
        }
        return start.firstDay
    }

    @inlinable mutating func addDay(units: Double?, exposure: Double) {
        defer { count += 1 }
        guard let units, exposure >= Self.leastExposure else { return }
        days += exposure
        guard units > 0 else {
            quiet += exposure
            return
        }
        sales += 1
        if quiet >= (sales == 1 ? 1 : Self.leastDaysBetween) { addCandidate() }
        quiet = 0
    }

    @usableFromInline mutating func addCandidate() {
        candidates.append(Candidate(day: count, silence: quiet, days: days, sales: sales))
    }

    @usableFromInline var firstDay: Int {
        let start = candidates.last { start in
            QuietRun.probability(of: start.silence, before: sales - start.sales, in: days - start.days)
                < (start.sales == 1 ? Self.leastProbability : Self.leastProbabilityBetween)
        }
        return start.map { $0.day + 1 } ?? 0
    }
}
