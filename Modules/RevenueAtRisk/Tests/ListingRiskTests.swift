import FlywheelKit
import Foundation
import RevenueAtRisk
import Statistics
import Testing

@Suite struct ListingRiskTests {
    private func terms(_ rate: Double, _ minorUnits: Int64, _ code: String = "USD") throws -> Terms {
        try Terms(
            unitsPerDay: Decimal4(rounding: rate).orFail(), price: Money(minorUnits: minorUnits, currency(code)))
    }

    @Test func fortyUnitsAtThirtyOneDollarsShareADayAsPublished() throws {
        let day = Attribution(of: [claim(1.0), claim(0.6), claim(0.2)], horizon: 1)
        let risk = try ListingRisk(day, terms: terms(40, 3_100))
        #expect(risk.total.amount == "1240.00")
        #expect(risk.rows.map(\.amount.amount) == ["793.60", "347.20", "99.20"])
        #expect(risk.rows.map(\.fixAlone.amount) == ["396.80", "0.00", "0.00"])
        #expect(risk.rows.map(\.centsShared) == [0, 0, 0])
        let rest = try ListingRisk(day.after(fixing: 0), terms: terms(40, 3_100))
        #expect(rest.rows.map(\.amount.amount) == ["0.00", "669.60", "173.60"])
        #expect(rest.rows.map(\.fixAlone.amount) == ["0.00", "595.20", "99.20"])
    }

    @Test func aCentThatRowsShareIsCarriedOnTheRow() throws {
        // A third of a cent each: one cent together, which the first of equals gets.
        let risk = try ListingRisk(
            Attribution(of: [claim(1), claim(1), claim(1)], horizon: 1), terms: terms(1, 1))
        #expect(risk.rows.map(\.days.description) == ["0.3334", "0.3333", "0.3333"])
        #expect(risk.rows.map(\.amount.minorUnits) == [1, 0, 0])
        #expect(risk.rows.map(\.centsShared) == [1, 0, 0])
    }

    @Test func aBlockerAndABlockedRowShareAnEvenDay() throws {
        let hero = try ListingRisk(Attribution(of: [claim(1), claim(1)], horizon: 30), terms: terms(10, 2_500))
        #expect(hero.rows.map(\.amount.amount) == ["3750.00", "3750.00"])
        #expect(hero.total == hero.baseline)
    }

    @Test(arguments: seeds, ["USD", "JPY", "KWD"])
    func rowsAddUpToTheMinorUnitAndNeverExceedTheBaseline(_ seed: UInt64, _ code: String) throws {
        var random = SplitMix64(seed: seed)
        let attribution = Attribution(of: random.claims(1 + Int(seed) % 9), season: random.season(30))
        let terms = try terms(random.uniform(0...300), Int64.random(in: 0...90_000, using: &random), code)
        let risk = ListingRisk(attribution, terms: terms)
        #expect(risk.rows.map(\.amount.minorUnits).reduce(0, +) == risk.total.minorUnits)
        #expect(risk.rows.map(\.days.tenThousandths).reduce(0, +) == risk.days.tenThousandths)
        #expect(risk.total.minorUnits <= risk.baseline.minorUnits)
        #expect(risk.total.currency.code == code)
        for row in risk.rows {
            #expect((-1...1).contains(row.centsShared))
            #expect(row.avoidable.minorUnits <= row.amount.minorUnits && row.avoidableDays <= row.days)
        }
    }

    @Test(arguments: seeds) func decimalArithmeticOverAllOrdersGivesTheSameCents(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let attribution = Attribution(of: random.claims(1 + Int(seed) % 5), season: random.season(30))
        let terms = try terms(random.uniform(0...300), Int64.random(in: 0...90_000, using: &random))
        let risk = ListingRisk(attribution, terms: terms)

        let unit = try Decimal(string: terms.unitsPerDay.description).orFail() * Decimal(terms.price.minorUnits)
        let shares = Naive.countsFor(attribution).map { Decimal($0) }
        let days = Naive.rounded(shares.reduce(0, +), digits: 4)
        let rowDays = Naive.apportioned(shares, to: days, digits: 4)
        let total = Naive.rounded(unit * days)
        let amounts = Naive.apportioned(rowDays.map { unit * $0 }, to: total, digits: 0)
        let shown = risk.rows.map { Decimal(string: $0.days.description) }
        #expect(shown == rowDays)
        #expect(Decimal(risk.total.minorUnits) == total)
        #expect(risk.rows.map { Decimal($0.amount.minorUnits) } == amounts)
        #expect(
            risk.rows.map { Decimal($0.centsShared) } == zip(amounts, rowDays).map { $0 - Naive.rounded(unit * $1) })
    }

    @Test func theExampleOfTheReadmeHolds() throws {
        let suppressed = Exposure(.dailyShare([1.0]), fixTakesDays: 0.5)
        let offerLost = Exposure(.dailyShare([0.6]))
        let survival = Survival(priorMeanDays: 6).probabilities(age: 1, horizon: 30)
        let claims = [
            ListingClaim(kind: "suppressed", suppressed, asOf: asOf, survival: survival),
            ListingClaim(kind: "featured-offer-lost", offerLost, asOf: asOf, survival: survival),
        ].compactMap { $0 }
        let attribution = Attribution(of: claims)
        let days = ProductDays([(sold: Array(repeating: 12, count: 60), open: lasting(60))])
        let demand = try ProductDemand(of: days).orFail()
        let terms = try Terms(
            unitsPerDay: demand.skuUnitsPerDay[0], price: Money(minorUnits: 1_999, currency("USD")))
        let risk = ListingRisk(attribution, terms: terms)
        #expect(risk.rows[0].amount.adding(risk.rows[1].amount) == risk.total)
        #expect(risk.rows[1].fixAlone.minorUnits == 0 && risk.rows[1].blockedBy == [0])
        #expect(attribution.after(fixing: 0).rows[1].countsFor > attribution.rows[1].countsFor)
    }

    @Test func aPriceOfNothingIsWorthNothing() throws {
        let risk = try ListingRisk(Attribution(of: [claim(1), claim(0.5)]), terms: terms(12, 0))
        #expect(risk.rows.allSatisfy { $0.amount.minorUnits == 0 && $0.centsShared == 0 })
    }

    @Test func termsThatNoAmountCanBeMadeFromAreRefused() throws {
        #expect(throws: TermsError.negativeRate(Decimal4(tenThousandths: -1))) { try terms(-0.0001, 100) }
        let price = Money(minorUnits: -5, try currency("USD"))
        #expect(throws: TermsError.negativePrice(price)) { try terms(1, -5) }
        let error = #expect(throws: TermsError.self) { try terms(1_000_000, .max) }
        #expect(error?.description.contains("found 1000000.00 units at USD") == true)
    }

    @Test func theLargestTermsFitTheLongestHorizon() throws {
        let season = [Double](repeating: 1_000, count: 90)
        let risk = try ListingRisk(
            Attribution(of: [claim(1)], horizon: 90, season: season), terms: terms(1, Terms.mostRevenuePerDay))
        #expect(risk.total.minorUnits == 90_000 * Terms.mostRevenuePerDay)
    }
}
