public import FlywheelKit
import Statistics

/// The featured offer will be lost if things go on as they do.
public struct FeaturedWarning: Hashable, Codable, Sendable {
    /// What drifts.
    public enum Sign: String, Hashable, Codable, Sendable {
        /// The share of page views falls.
        case fallingShare = "falling-share"
        /// Competitors' prices come down to the own one.
        case closingGap = "closing-gap"
    }

    /// What drifts.
    public let sign: Sign
    /// What it is today by the line through its days: a part of the usual share, or how far the cheapest competitor is
    /// above today's own price, as a part of that.
    public let now: Double
    /// By how much it falls a day.
    public let fallsADay: Double
    /// Where the loss begins: the part of the usual share, or a gap of nothing.
    public let bound: Double
    /// The probability that it is at the bound within the days looked ahead, and that the offer is then lost.
    public let probability: Double
    /// The day on which the line reaches the bound.
    public let begins: Day
    /// The part of the usual sales that is lost then.
    public let lostShare: Double
}

/// Looks ahead along the line through a listing's last days.
struct WarningReader {
    /// Days the line goes through, and how many of them must be known.
    private static let (days, leastKnown) = (14, 7)
    /// The probability that an offer no longer the cheapest loses the featured one within days: a prior.
    private static let lostWhenUndercut = 0.7
    /// No line through a few days makes a loss surer.
    private static let mostLikely = 0.95

    private let shares: History
    private let lowest: History
    private let knowsGaps: Bool
    private let today: Day
    private let knobs: PricingKnobs

    init(_ chunk: Chunk, knobs: PricingKnobs) {
        shares = chunk[Traffic.featuredShare].last(Self.days)
        lowest = chunk[Offers.lowestPrices].last(Self.days)
        knowsGaps = !lowest.isWhollyUnknown
        today = chunk.today
        self.knobs = knobs
    }

    /// What is foreseen of a listing that still has the featured offer.
    func warning(at row: Int, _ offer: Offer, _ share: FeaturedShare?) -> Weighed? {
        let falling = shareWarning(at: row, share)
        if falling?.weight == .opens { return falling }
        let closing = gapWarning(at: row, offer)
        return closing?.weight == .opens ? closing : falling ?? closing
    }

    /// A warning, and what it is enough for.
    typealias Weighed = (warning: FeaturedWarning, weight: FindingWeight)

    private func shareWarning(at row: Int, _ share: FeaturedShare?) -> Weighed? {
        guard let usual = share?.usual, usual > 0 else { return nil }
        let whole = Double(Series.wholeShare) * usual
        let bound = 1 - knobs.leastLostShare
        guard let line = line(through: shares.row(row), value: { Double($0) / whole }) else { return nil }
        return warning(.fallingShare, line, bound: bound, certainty: 1) { max(0, min(1, 1 - $0)) }
    }

    /// Every day is held against today's own price: where that moved, competitors did not come nearer by it.
    private func gapWarning(at row: Int, _ offer: Offer) -> Weighed? {
        guard knowsGaps, let packRatio = offer.packRatio, let own = offer.paid, own.minorUnits > 0,
            own.currency == lowest.currency(of: row)
        else { return nil }
        let gaps = lowest.row(row).map { other in
            other.map { Double($0) * packRatio / Double(own.minorUnits) - 1 }
        }
        guard let line = FallingLine(through: gaps, leastKnown: Self.leastKnown) else { return nil }
        return warning(.closingGap, line, bound: 0, certainty: Self.lostWhenUndercut) { _ in knobs.featuredSales }
    }

    private func line(through row: HistoryRow, value: (Int) -> Double) -> FallingLine? {
        // Most rows lie still: a look at the ends tells before anything is worked out.
        guard let first = row.first(where: { $0 != nil }) ?? nil, let last = row.last(where: { $0 != nil }) ?? nil,
            last < first
        else { return nil }
        return FallingLine(through: row.map { $0.map(value) }, leastKnown: Self.leastKnown)
    }

    /// - Parameters:
    ///   - certainty: the probability that being at the bound loses the offer.
    ///   - lost: the part of sales lost where the line has come to at the end of the days looked ahead.
    private func warning(
        _ sign: FeaturedWarning.Sign, _ line: FallingLine, bound: Double, certainty: Double, lost: (Double) -> Double
    ) -> Weighed? {
        // What is below the bound today is no prediction any more.
        guard line.height(0) > bound, line.slope < 0 else { return nil }
        let probability = min(Self.mostLikely, certainty * line.probability(below: bound, at: knobs.warningDays))
        let days = (line.height(0) - bound) / -line.slope
        // A day that lies a little too far ahead to open a row keeps one, as a probability does that is a little too low.
        guard let likely = FindingWeight(probability, least: knobs.leastProbability),
            let near = FindingWeight(2 * knobs.warningDays, least: days)
        else { return nil }
        let lostShare = lost(line.height(max(knobs.warningDays, days))).rounded(toParts: 1_000)
        let warning = FeaturedWarning(
            sign: sign, now: line.height(0).rounded(toParts: 1_000), fallsADay: (-line.slope).rounded(toParts: 10_000),
            bound: bound.rounded(toParts: 1_000), probability: probability.rounded(toParts: 100),
            begins: today.advanced(by: max(1, Int(days.rounded(.up)))), lostShare: max(knobs.leastLostShare, lostShare))
        return (warning, min(likely, near))
    }
}

/// The least-squares line through the known days of a run that ends yesterday, day 0 being today.
struct FallingLine {
    let slope: Double
    private let mean: Double
    private let middle: Double
    private let spread: Double
    private let scatter: Double
    private let count: Double

    /// `nil` where fewer days are known.
    init?(through days: [Double?], leastKnown: Int) {
        var (count, sum, dates) = (0.0, 0.0, 0.0)
        for (place, value) in days.enumerated() {
            guard let value else { continue }
            count += 1
            sum += value
            dates += Double(place - days.count)
        }
        guard count >= Double(leastKnown), count > 2 else { return nil }
        (mean, middle) = (sum / count, dates / count)
        var (spread, product, squares) = (0.0, 0.0, 0.0)
        for (place, value) in days.enumerated() {
            guard let value else { continue }
            let date = Double(place - days.count) - middle
            spread += date * date
            product += date * (value - mean)
            squares += (value - mean) * (value - mean)
        }
        guard spread > 0 else { return nil }
        slope = product / spread
        self.spread = spread
        self.count = count
        scatter = (max(0, squares - slope * product) / (count - 2)).squareRoot()
    }

    /// Where the line is so many days from today.
    func height(_ day: Double) -> Double { mean + slope * (day - middle) }

    /// The probability that a new day lies below a bound: the usual prediction error of a line, taken for normal.
    ///
    /// A line through points without any scatter is still not known to the last digit: a hundredth is the least.
    func probability(below bound: Double, at day: Double) -> Double {
        let distance = day - middle
        let deviation = max(0.01, scatter) * (1 + 1 / count + distance * distance / spread).squareRoot()
        return SpecialFunctions.normalCDF((bound - height(day)) / deviation)
    }
}
