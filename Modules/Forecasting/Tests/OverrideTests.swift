import FlywheelKit
import Foundation
import Testing

@testable import Forecasting

@Suite struct OverrideTests {
    private let sold = [Int?](repeating: 4, count: 91)

    @Test func whatAPersonStatesHoldsUntilItsLastDay() throws {
        let listing = Listing(sales: sold, stated: [Stated(units: 10, from: 0, until: 9)])
        let forecast = try #require(outlook(listing))
        #expect(forecast.dailyByWeek[0] == 10)
        let mixed: Float = (10 * 3 + 4 * 4) / 7
        #expect(abs(forecast.dailyByWeek[1] - mixed) < 1e-3)
        #expect(abs(forecast.dailyByWeek[2] - 4) < 1e-3)
        #expect(forecast.daysStated == 10)
    }

    @Test func whatHasEndedHoldsNoMore() {
        let listing = Listing(sales: sold, stated: [Stated(units: 10, from: -20, until: -1, on: -30)])
        #expect(outlook(listing)?.daysStated == 0)
        #expect(abs(rate(listing) - 4) < 1e-3)
    }

    @Test func ofTwoForOneDayTheLaterStatedHolds() {
        let early = Stated(units: 10, from: 0, until: 20, on: -9)
        let late = Stated(units: 6, from: 7, until: 13, on: -2)
        for stated in [[early, late], [late, early]] {
            let weeks = outlook(Listing(sales: sold, stated: stated))?.dailyByWeek
            #expect(weeks?.lowHalf.lowHalf == SIMD4(10, 6, 10, 4))
        }
    }

    @Test func aPersonMayForecastWhatNobodyCanCompute() throws {
        let listing = Listing(sales: [nil, nil], stated: [Stated(units: 5, from: 3, until: 60)])
        let forecast = try #require(outlook(listing))
        #expect(forecast.dailyByWeek[0] == 5)
        #expect(forecast.daysUsed == 0)
        #expect(forecast.relativeError == 0.5)
    }

    @Test func isNamedInWhatIsFoundOfItsListing() throws {
        let fallen = [Int?](repeating: 6, count: 100) + [Int?](repeating: 1, count: 20)
        let look = Look([Listing(sales: fallen, stated: [Stated(units: 9, from: 0, until: 30, owner: "ben")])])
        let stated = try #require(look.findings.all.first?.evidence.stated)
        #expect((stated.owner, stated.unitsPerDay, stated.reason) == ("ben", 9, "deal"))
        #expect(stated.until == today.advanced(by: 30))
        #expect(stated.valueAdded == nil)
    }

    @Test func isComparedWithWhatWasComputedAndWithTheWeekBefore() throws {
        // Four a day until it was stated that eight will be sold; six were.
        let sold = [Int?](repeating: 4, count: 84) + [Int?](repeating: 6, count: 21)
        let value = try #require(worth(of: Stated(units: 8, from: -21, until: 30, on: -22), sales: sold))
        #expect((value.weeks, value.statedError, value.computedError, value.naiveError) == (3, 2, 2, 2))
        #expect(value.value == 0)
        let nearer = try #require(worth(of: Stated(units: 6.5, from: -21, until: 30, on: -22), sales: sold))
        #expect(nearer.value == 0.75)
    }

    @Test func isComparedWithTheYearBeforeWhereItIsKnown() throws {
        let sold = (0..<400).map { Optional($0 < 36 ? 5 : 4) }
        let value = try #require(worth(of: Stated(units: 4, from: -21, until: 30, on: -22), sales: sold))
        #expect((value.statedError, value.computedError, value.naiveError) == (0, 0, 1))
    }

    /// Two years that agree, at whose end demand climbs by a fifth of a unit a day.
    private let climbing = (0..<749).map { Optional(Int((20 + 12 * sin(2 * .pi * Double($0) / 364)).rounded())) }

    @Test func isComparedWithTheSeasonThatWasForecast() throws {
        let value = try #require(worth(of: Stated(units: 22, from: -21, until: 30, on: -22), sales: climbing))
        // Units of late are eight a day fewer.
        #expect(value.weeks == 3 && value.computedError < 2, "\(value)")
        var survey = ForecastingSurvey()
        let listing = Listing(sales: climbing, stated: [Stated(units: 22, from: -21, until: 30, on: -22)])
        ForecastingStage.survey(example([listing]).chunk, into: &survey)
        let record = try #require(ForecastingStage.fit(survey, after: ForecastingModel()).people?["mia"])
        #expect(abs(record.computedError / 21 - value.computedError) < 0.01, "\(record)")
    }

    @Test func isComparedWithAForecastThatTookNoBulkOrderForARate() throws {
        var sold = [Int?](repeating: 4, count: 105)
        sold[60] = 400
        let value = try #require(worth(of: Stated(units: 4, from: -21, until: 30, on: -22), sales: sold))
        #expect(value.computedError < 1, "\(value)")
    }

    /// Whose part of its product is a quarter.
    @Test func isComparedWithThePartOfItsSKU() throws {
        let stated = Stated(units: 6, from: -21, until: 30, on: -22)
        let (chunk, _) = example([
            Listing(sales: [Int?](repeating: 6, count: 105), product: "P"),
            Listing(sales: [Int?](repeating: 2, count: 105), product: "P", stated: [stated]),
        ])
        let reader = DemandReader(chunk, availability: nil, model: ForecastingModel())
        let override = try #require(OverrideReader(chunk).standing(at: 1)?.next)
        let watch = DemandWatch(ForecastingKnobs())
        let errors = try #require(reader.errors(of: override, at: 1, among: [0, 1], watch: watch))
        // Its rate is drawn towards the mean of both by a week of 39.
        #expect(abs(errors.units.y / errors.days - 0.33) < 0.1, "\(errors)")
        #expect(errors.units.x / errors.days == 4)
    }

    /// Of a past that goes on before what is read nobody can tell what was forecast from it.
    @Test func isNotComparedWhereThePastWasNotRead() {
        let sold = [Int?](repeating: 4, count: DemandReader.window.days)
        #expect(worth(of: Stated(units: 4, from: -112, until: 30, on: -200), sales: sold)?.weeks == 16)
        #expect(worth(of: Stated(units: 4, from: -113, until: 30, on: -200), sales: sold) == nil)
        #expect(worth(of: Stated(units: 4, from: -113, until: 30, on: -200), sales: [nil] + sold.dropFirst()) != nil)
    }

    private func worth(of stated: Stated, sales: [Int?]) -> ForecastValueAdded? {
        let (chunk, _) = example([Listing(sales: sales, stated: [stated])])
        let reader = DemandReader(chunk, availability: nil, model: ForecastingModel())
        return OverrideReader(chunk).standing(at: 0).flatMap {
            reader.errors(of: $0.next, at: 0, among: [0], watch: DemandWatch(ForecastingKnobs()))
        }
        .map(ForecastValueAdded.init)
    }

    @Test func isFoundWhenItIsFurtherOffThanWhatWasComputed() throws {
        let sold = [Int?](repeating: 4, count: 105)
        let astray = Stated(units: 8, from: -21, until: 30, on: -22)
        #expect(Look([Listing(sales: sold, stated: [astray])]).kinds == ["override-astray"])
        let right = Stated(units: 4, from: -21, until: 30, on: -22)
        #expect(Look([Listing(sales: sold, stated: [right])]).kinds.isEmpty)
        let young = Stated(units: 8, from: -10, until: 30, on: -11)
        #expect(Look([Listing(sales: sold, stated: [young])]).kinds.isEmpty, "one week is not enough")
    }

    @Test func countsFromTheDayItWasMade() throws {
        let sold = [Int?](repeating: 4, count: 105)
        let backdated = Stated(units: 8, from: -60, until: 30, on: -8)
        #expect(Look([Listing(sales: sold, stated: [backdated])]).kinds.isEmpty)
    }

    @Test func rowsThatSayNothingUsableAreLeftOut() {
        for stated in [
            Stated(units: -1, from: 0, until: 9), Stated(units: .nan, from: 0, until: 9),
            Stated(units: 3, from: 9, until: 2),
        ] {
            #expect(outlook(Listing(sales: sold, stated: [stated]))?.daysStated == 0)
        }
    }
}
