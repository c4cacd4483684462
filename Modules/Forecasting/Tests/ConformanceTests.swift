import FlywheelKit
import FlywheelTestKit
import Statistics
import Testing

@testable import Forecasting

@Suite struct ConformanceTests {
    @Test func conforms() {
        var random = SplitMix64(seed: 20)
        let steady = Listing(sales: sales(6, days: 120, using: &random), category: "Kitchen")
        let fallen = Listing(sales: sales([(8, 100), (2, 20)], using: &random), category: "Kitchen")
        let risen = Listing(sales: sales([(3, 100), (9, 20)], using: &random), product: "P1", fulfillable: 80)
        let sibling = Listing(sales: sales(1, days: 120, using: &random), product: "P1")
        let growing = Listing(
            sales: (0..<200).map { Int(2.7 + Double($0) * 0.034 + 0.5 * Double($0 % 2)) }, category: "Garden")
        let astray = Listing(
            sales: sales(5, days: 120, using: &random),
            stated: [Stated(units: 12, from: -21, until: 30, on: -22, reason: "advertising begins")])
        let empty = Listing(
            sales: sales([(5, 100), (0, 20)], using: &random), fulfillable: 0, levels: [0, nil, nil, 0])
        let blocked = Listing(
            sales: sales(4, days: 120, using: &random),
            availability: ListingAvailability(blockedShare: 1, since: today.advanced(by: -9)), closed: [40...45])
        let unknown = Listing(sales: [Int?](repeating: nil, count: 120))
        let unseen = Listing(
            sales: sales(3, days: 120, using: &random), category: "Garden",
            views: sales([(400, 88), (90, 3)], using: &random))
        let unsold = Listing(sales: sales([(25, 119), (0, 1)], using: &random), category: "Garden")
        let stale = Listing(sales: sales(4, days: 110, using: &random) + [Int?](repeating: nil, count: 10))
        let listings = [
            steady, fallen, risen, sibling, growing, astray, empty, blocked, unknown, unseen, unsold, stale,
        ]
        let (chunk, signals) = example(
            listings,
            events: [Occasion(name: "Deal Days 2026", days: -30 ... -29), Occasion(name: "Deal Days", days: 9...10)])
        // Peaks 56 days ago, and six weeks later in the year before.
        let early = Listing(
            sales: (0..<728).map { day in
                random.poisson([672, 350].contains { abs(day - $0) < 21 } ? 20 : 6)
            })
        let (twoYears, others) = example([early])
        StageConformance(
            ForecastingStage.self, fixture: [chunk, twoYears], signals: [signals, others],
            golden: "../Golden/forecasting.json",
            readme: "../README.md"
        ).verify()
    }
}
