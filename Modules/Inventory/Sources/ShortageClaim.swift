import FlywheelKit
import Statistics

/// What a shelf that is empty or will be is claimed to lose, and what can still be done about it.
struct ShortageClaim {
    /// A share below which running out on a day is not worth saying.
    private static let leastShare = 0.01
    /// The days that money is counted over at most.
    private static let longestHorizon = 90
    private let evidence: InventoryEvidence
    private let shortage: Shortage
    private let demand: DemandEstimate
    /// The share of each day's demand that finds nothing, from today on; the last holds for all days after.
    let shares: [Double]
    /// Days until a fix that is started now helps: an order takes its lead time, announced units their way, and where
    /// nothing needs to be ordered the first units on their way are all the help there is.
    let fixTakesDays: Double

    /// - Returns: `nil` for evidence of something else.
    init?(_ evidence: InventoryEvidence, knobs: InventoryKnobs) {
        guard let shortage = evidence.shortage, let demand = evidence.demand else { return nil }
        self.evidence = evidence
        self.shortage = shortage
        self.demand = demand
        shares = StockOutlook(fulfillable: evidence.stock.fulfillable, arrivals: shortage.arrivals, demand)
            .shortShares(days: Self.days(of: shortage, knobs: knobs))
        let order = shortage.leadTime.days
        let first = shortage.arrivals.first.map { Double($0.day) }
        let announced = shortage.announced != nil ? knobs.inboundDays : order
        fixTakesDays = shortage.order == nil ? min(order, announced, first ?? order) : min(order, announced)
    }

    /// Days looked at one by one: those to cover, and a review after all that is on its way has come within the horizon, since
    /// the last share holds for all days after.
    private static func days(of shortage: Shortage, knobs: InventoryKnobs) -> Int {
        let cover = Cover(shortage.leadTime, knobs: knobs)
        let last = shortage.arrivals.map(\.late).filter { $0 < longestHorizon }.max() ?? 0
        return max(cover.wholeDays, min(longestHorizon, last + 1 + Int(cover.reviewDays.rounded(.up))))
    }

    /// Out of stock loses the share of each day that finds nothing, all of it until something arrives. A shelf that will be
    /// empty loses the same shares, of which the probability of running out is taken out: times it they are the expected
    /// share of each day, up to that probability. Where the level is hardly known a day's share may be larger, since the shelf
    /// is empty where more is asked for than expected; what is lost beyond the expected day is not claimed, for the row says
    /// how likely the shelf is to be empty and no more than that. It begins on the first day whose share is worth saying, and
    /// shares are counted from there; where that is today it may begin at any moment.
    ///
    /// What is lost before a fix helps nobody avoids.
    var exposure: Exposure {
        guard evidence.stock.fulfillable > 0 else {
            return Exposure(claim(shares[...], of: 1), fixTakesDays: fixTakesDays)
        }
        let probability = shortage.emptyProbability
        let first = shares.firstIndex { $0 >= Self.leastShare } ?? shares.count - 1
        return Exposure(
            claim(shares[first...], of: probability), probability: probability,
            begins: first == 0 ? nil : .start(of: evidence.seen.advanced(by: first)),
            deadline: evidence.actBy.map(Moment.end(of:)),
            fixTakesDays: fixTakesDays)
    }

    /// Whether nothing that is started now helps: all that is lost is lost before.
    var isTooLate: Bool { shares.last ?? 0 < Self.leastShare && !loses(from: Int(fixTakesDays.rounded(.up))) }

    /// Units of demand that find nothing on the days of a range.
    func shortUnits(_ days: Range<Int>) -> Double { demand.units(of: shares, on: days) }

    private func loses(from day: Int) -> Bool { shares.dropFirst(day).contains { $0 >= Self.leastShare } }

    /// Shares to the third digit, as short as they can be: the last holds for all days after.
    private func claim(_ daily: ArraySlice<Double>, of probability: Double) -> Exposure.Loss {
        let shares = daily.map { min(1, $0 / probability).rounded(toParts: 1_000) }
        let lastChange = shares.lastIndex { $0 != shares.last } ?? -1
        return .dailyShare(Array(shares.prefix(lastChange + 2)))
    }
}
