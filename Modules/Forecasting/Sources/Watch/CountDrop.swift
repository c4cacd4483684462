public import FlywheelKit
import Statistics

/// A sudden fall of what is counted day by day, which chance hardly makes and nothing known explains.
public struct CountDrop: Hashable, Codable, Sendable {
    /// What is counted.
    public enum Counted: String, Hashable, Codable, Sendable {
        /// Times the listing's page was shown.
        case views
        /// Units that all SKUs of the product sold.
        case units
    }

    /// What fell.
    public let counted: Counted
    /// The first of the days that were too low.
    public let since: Day
    /// How many there are: one, three or seven.
    public let days: Int
    /// What was to be expected of them.
    public let expected: Double
    /// What was counted on them.
    public let seen: Int
    /// The probability of so little or less by chance, as -log10: 6 is one case in a million.
    public let rarity: Double
    /// What scatter does not explain, as a part of what was expected.
    public let share: Double
    /// The probability that something is behind it; 1 where sales bear it out.
    public let probability: Double
    /// Days until sales alone would tell, of a fall of views; `nil` where they do, or there is too little to tell by.
    public let salesTellInDays: Int?

    /// What it claims of its listing's revenue: the share that scatter does not explain, as surely as it is more than chance.
    var exposure: Exposure { Exposure(.dailyShare([share]), probability: probability) }
}

/// Watches what is counted of a listing for a sudden fall (`Statistics.CountFallTest`).
///
/// A listing looked at every day is reported by chance once in `dropFalseAlarmYears`, or more rarely; a million of them
/// about three times a day at 1,000. How surely something is behind a fall follows from how rare it is
/// (`Statistics.SmallChance`) and from something happening to a listing about once a year.
struct DropWatch {
    private let test: CountFallTest
    /// The pile of evidence by which sales show a lasting change.
    private let limit: Double

    private static let oddsOfADay = 1 / 365.25
    /// Evidence makes a fall likely and never certain: that only what it leads to does.
    private static let mostProbability = 0.99
    /// The probability of sales so low by chance below which they bear out a fall of views.
    private static let chanceOfSales = 0.01
    /// Days beyond which nobody waits for sales to tell.
    private static let mostDays = 365.0

    init(_ knobs: ForecastingKnobs, shiftLimit: Double) {
        // What rises by a part s falls back by s / (1 + s).
        test = CountFallTest(
            mostChance: 1 / (365.25 * knobs.dropFalseAlarmYears),
            leastShare: knobs.leastShift / (1 + knobs.leastShift))
        limit = shiftLimit
    }

    /// The fall of a product's sales at the end of its days; borne out where a lasting change is found as well.
    func drop(in history: DemandHistory, shift: DemandShift?) -> CountDrop? {
        guard let fall = test.fall(counts: history.units, exposure: history.exposure) else { return nil }
        let isBorneOut = shift.map { $0.change < 0 } ?? false
        return drop(of: .units, fall, before: history.days.upperBound, isBorneOut: isBorneOut, tellIn: nil)
    }

    /// The fall of a listing's views at the end of its days; borne out where the product's sales of these or the last of them
    /// are low.
    func drop(in views: ListingViews, sales: DemandHistory, level: DemandLevel) -> CountDrop? {
        guard let fall = test.fall(counts: views.counts, exposure: views.exposure) else { return nil }
        let chance =
            views.end == sales.days.upperBound
            ? test.chance(lastDays: fall.days, counts: sales.units, exposure: sales.exposure) : nil
        let isBorneOut = chance.map { $0 <= Self.chanceOfSales } ?? false
        let perDay = level.dailyByWeek[0]
        // A fall to nothing is no factor; a hundredth is near enough.
        let days = RateShift(factor: max(0.01, 1 - fall.share))
            .periods(toReach: limit, expected: perDay, dispersion: level.dispersion)
        let left = days - Double(fall.days)
        let tellIn = isBorneOut || !(left <= Self.mostDays) ? nil : Int(max(1, left.rounded(.up)))
        return drop(of: .views, fall, before: views.end, isBorneOut: isBorneOut, tellIn: tellIn)
    }

    private func drop(
        of counted: CountDrop.Counted, _ fall: CountFall, before end: Day, isBorneOut: Bool, tellIn: Int?
    ) -> CountDrop {
        let probability = SmallChance.probabilityOfCause(chance: fall.chance, odds: Self.oddsOfADay)
        return CountDrop(
            counted: counted, since: end.advanced(by: -fall.days), days: fall.days,
            expected: fall.expected.rounded(toParts: 10), seen: Int(fall.counted),
            rarity: SmallChance.decimalRarity(fall.chance).rounded(toParts: 10),
            share: fall.share.rounded(toParts: 100),
            probability: isBorneOut ? 1 : min(Self.mostProbability, probability.rounded(toParts: 100)),
            salesTellInDays: tellIn)
    }
}
