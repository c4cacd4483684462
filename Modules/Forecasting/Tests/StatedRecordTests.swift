import FlywheelKit
import Testing

@testable import Forecasting

@Suite struct StatedRecordTests {
    /// Four a day for twelve weeks, then six for three.
    private let sold = [Int?](repeating: 4, count: 84) + [Int?](repeating: 6, count: 21)

    private func people(_ listings: [Listing]) -> [String: StatedRecord] {
        ForecastingStage.fit(survey(listings), after: ForecastingModel()).people ?? [:]
    }

    private func survey(_ listings: [Listing]) -> ForecastingSurvey {
        var survey = ForecastingSurvey()
        ForecastingStage.survey(example(listings).chunk, into: &survey)
        return survey
    }

    @Test func keepsWhatEachPersonsForecastsWereWorthAfterTheyEnded() throws {
        let mia = Stated(units: 5.5, from: -21, until: -8, on: -22, owner: "mia")
        let ben = Stated(units: 8, from: -21, until: 30, on: -22, owner: "ben")
        let people = people([Listing(sales: sold, stated: [mia]), Listing(sales: sold, stated: [ben])])
        // Two weeks of half a unit a day for mia, three of two for ben; computed was four a day.
        let (near, far) = (try #require(people["mia"]), try #require(people["ben"]))
        #expect((near.forecasts, near.weeks, near.statedError, near.computedError) == (1, 2, 7, 28))
        #expect(near.value == 0.75)
        #expect((far.forecasts, far.weeks, far.statedError, far.computedError, far.naiveError) == (1, 3, 42, 42, 42))
        #expect(far.value == 0)
    }

    @Test func addsUpAllThatAPersonStated() throws {
        let stated = Stated(units: 5, from: -21, until: -1, on: -22)
        let one = try #require(people([Listing(sales: sold, stated: [stated])])["mia"])
        let two = try #require(people([Listing](repeating: Listing(sales: sold, stated: [stated]), count: 2))["mia"])
        #expect((two.forecasts, two.weeks, two.statedError) == (2, 2 * one.weeks, 2 * one.statedError))
        #expect(two.value == one.value)
    }

    @Test func partsOfTheCatalogueAddUpInAnyOrder() {
        let stated = [3.3, 4.7, 6.1, 9.9].map { Stated(units: $0, from: -21, until: -1, on: -22) }
        let parts = stated.map { survey([Listing(sales: sold, stated: [$0])]) }
        func merged(_ parts: [ForecastingSurvey]) -> ForecastingSurvey {
            parts.reduce(into: ForecastingSurvey()) { $0.merge($1) }
        }
        #expect(merged(parts).people == merged(parts.reversed()).people)
        #expect(merged(parts).people["mia"]?.forecasts == 4)
    }

    @Test func isShownBesideWhatThePersonStatesNow() throws {
        let past = Stated(units: 5, from: -21, until: -1, on: -22)
        let model = ForecastingStage.fit(survey([Listing(sales: sold, stated: [past])]), after: ForecastingModel())
        let fallen = [Int?](repeating: 6, count: 100) + [Int?](repeating: 1, count: 20)
        let now = Listing(sales: fallen, stated: [Stated(units: 9, from: 0, until: 30)])
        let record = try #require(Look([now], model: model).findings.all.first?.evidence.stated?.record)
        #expect(record.forecasts == 1)
        #expect(record.value == 0.5)
    }

    @Test func whatHasNoWholeWeekIsInNobodysRecord() {
        let short = Stated(units: 5, from: -5, until: -1, on: -22)
        #expect(people([Listing(sales: sold, stated: [short])]).isEmpty)
        #expect(people([Listing(sales: sold)]).isEmpty)
    }
}
