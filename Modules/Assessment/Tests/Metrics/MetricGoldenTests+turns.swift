import FlywheelKit
import Testing

@testable import Assessment

/// What is measured at turns.
extension MetricGoldenTests {
    @Test func whatOperatorsLookAfterIsOfTheLastTurnOfEachWeek() throws {
        var history = try Years.quiet(days: 14)
        for place in history.turns.indices {
            history.turns[place].listings = 100
            history.turns[place].weekRevenue = 1_000
            history.turns[place].weekListings = 80
            history.turns[place].weekUnits = 50
        }
        history.turns[3].staffHours = 999
        history.turns[6].staffHours = 20
        history.turns[13].staffHours = 60
        history.turns[13].weekRevenue = 2_001
        history.problems = [Years.problem(1, seen: 3), Years.problem(2, seen: 10), Years.problem(3, seen: 11)]
        let report = MetricReader(history).report(weeks: 2)
        #expect(report[.revenuePerOperator]?.weekly.map(\.value) == [2_000, 1_334])
        #expect(
            report[.revenuePerOperator]?.value.value == 1_500, "3,001 over two operator weeks is 1,500.5, half to even")
        #expect(report[.listingsPerOperator]?.value.value == 100)
        #expect(report[.demandPerListing]?.value.value == 0.625, "of the listings whose sales are known")
        #expect(report[.problemsPerOperator]?.weekly.map(\.value) == [2, 4.0 / 3])
        #expect(report[.problemsPerOperator]?.value.value == 1.5)
    }

    @Test func turnsAreReadTogether() throws {
        var history = try Years.quiet(days: 2)
        history.turns[0].stockKnown = 10
        history.turns[0].stockedOut = 4
        history.turns[1].stockKnown = 30
        history.turns[1].stockedOut = 4
        history.turns[1].openAtRisk = 77
        history.turns[1].heroFeaturedShare = 0.5
        history.turns[0].feeds = 4
        history.turns[0].freshFeeds = 3
        let report = MetricReader(history).report(weeks: 1)
        #expect(report[.stockoutRate]?.value.value == 0.2)
        #expect(report[.openExposure]?.value.value == 77)
        #expect(report[.heroFeaturedShare]?.value.value == 0.5)
        #expect(report[.freshness]?.value.value == 0.75)
        #expect(report[.coverage]?.value.gap == .notMeasured)
    }

    @Test func whatTurnsSawOfAnAccountIsItsValue() throws {
        var history = try Years.quiet(days: 7)
        history.accounts = ["harbor", "kent"]
        var own = TurnMeasures(id: 1, at: Years.day(6))
        (own.listings, own.watched, own.openAtRisk, own.wholeOnly) = (4, 3, 55, [.staff])
        history.accountTurns = [0: [own]]
        let reader = MetricReader(history)
        let harbor = reader.report(weeks: 1, for: .account(0))
        #expect(harbor[.coverage]?.value.value == 0.75 && harbor[.openExposure]?.value.value == 55)
        #expect(harbor[.stockoutRate]?.value.gap == .notMeasured)
        for metric in [Metric.revenuePerOperator, .listingsPerOperator, .problemsPerOperator] {
            #expect(harbor[metric]?.value.gap == .wholeOnly, "people work for all accounts")
        }
        let kent = reader.report(weeks: 1, for: .account(1))
        #expect(kent[.coverage]?.value.gap == .wholeOnly && kent[.openExposure]?.value.gap == .wholeOnly)
        let window = MetricWindow(after: Years.day(0), through: history.until)
        #expect(reader.rows(of: .coverage, in: window, for: .account(0)).map(\.record) == [.turn(1)])
        #expect(reader.rows(of: .coverage, in: window, for: .account(1)).isEmpty)
    }

    /// 0 of 4 listings would be an accusation.
    @Test func whatWasMeasuredOfAllAccountsAloneIsAGapOfThatReason() throws {
        var history = try Years.quiet(days: 7)
        for place in history.turns.indices {
            history.turns[place].listings = 4
            history.turns[place].wholeOnly = [.business, .staff]
        }
        let report = MetricReader(history).report(weeks: 1)
        for metric in [Metric.coverage, .freshness, .stockoutRate, .demandPerListing, .problemsPerOperator] {
            #expect(report[metric]?.value.value == nil && report[metric]?.value.gap == .wholeOnly)
        }
        #expect(report[.openExposure]?.value.value == 0)
    }
}
