import FlywheelKit
import Testing

@testable import Assessment

@Suite struct CompoundingTests {
    @Test(arguments: [UInt64](1...2))
    func moreFromEachPersonAndFewerRepeatsCompound(seed: UInt64) throws {
        let verdict = WheelHealth(of: try Organisation.climbing.history(seed: seed)).compounding
        #expect(verdict.verdict == .compounding, "\(verdict.sentence)")
        let repeats = try #require(verdict.trends.first { $0.measure == .repeatRate })
        #expect(repeats.direction == .falling && repeats.probability < 0.1)
    }

    @Test func whatItRestsOnIsSaidWithItsFigures() throws {
        let health = WheelHealth(of: try Organisation.climbing.history(seed: 1))
        let verdict = health.compounding
        #expect(verdict.evidence.count == verdict.trends.count && verdict.evidence.count > 3)
        let trend = WheelTrend(
            measure: .revenuePerPerson, months: 12, first: 123_108.4, last: 143_437, probability: 0.3,
            direction: .level)
        let dollars = try #require(Currency("USD"))
        let sales = "sales of a week for each full-time person: USD 1231.08 to USD 1434.37 in 12 months, chance 30%"
        #expect(trend.text(in: dollars) == sales)
        let kept = AssessmentDocument.Compounding(verdict)
        #expect(kept.evidence.map(\.sentence).starts(with: verdict.evidence), "an assessment shows it")
    }

    @Test(arguments: [UInt64](1...2))
    func aMarketThatRisesAloneDoesNotCompound(seed: UInt64) throws {
        var organisation = Organisation.climbing
        organisation.listings = { _ in 2_000 }
        let verdict = WheelHealth(of: try organisation.history(seed: seed)).compounding
        #expect(verdict.verdict == .marketOnly)
        #expect(verdict.trends.first { $0.measure == .revenuePerPerson }?.direction == .rising)
        #expect(verdict.trends.first { $0.measure == .listingsPerPerson }?.direction == .level)
    }

    @Test func peopleWhoGrowWithTheCatalogueAreAStall() throws {
        var organisation = Organisation.climbing
        organisation.staffHours = { 120 + 0.36 * Double($0) }
        let verdict = WheelHealth(of: try organisation.history(seed: 1)).compounding
        #expect(verdict.verdict == .headcountGrows)
        let elasticity = try #require(verdict.headcountElasticity)
        #expect(abs(elasticity - 1) < 0.02)
        #expect(verdict.sentence.hasPrefix("stalled: headcount grows"))
    }

    @Test func asMuchThatComesBackIsNotCompounding() throws {
        var organisation = Organisation.climbing
        organisation.repeats = { _ in 0.15 }
        let verdict = WheelHealth(of: try organisation.history(seed: 2)).compounding
        #expect(verdict.verdict == .notCompounding)
    }

    @Test func withoutSalesItIsInconclusiveAndSaysWhatIsMissing() throws {
        var history = try Organisation.climbing.history(seed: 1)
        for place in history.turns.indices { history.turns[place].weekRevenue = nil }
        let verdict = WheelHealth(of: history).compounding
        #expect(verdict.verdict == .inconclusive)
        #expect(verdict.missing == ["sales and staffed hours are known of fewer than 8 months"])
    }
}
