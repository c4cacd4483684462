import FlywheelKit
import FlywheelTestKit
import Testing

/// Stages as small as they can be, each of another shape: together they show that the contract is wide enough.
@Suite struct MiniatureTests {
    @Test func aStagePublishesASignal() {
        StageConformance(BlockedListings.self, fixture: [Fixtures.blocked]).verify()
    }

    @Test func aStageReadsTheSignalOfAnother() {
        StageConformance(DearlyBlocked.self, fixture: [Fixtures.blocked], signals: [Fixtures.availability]).verify()
    }

    @Test func aStageScansTicketsOfItsOwnFeedAndGathersAListingSignal() {
        StageConformance(BlockedTickets.self, fixture: [Fixtures.tickets], signals: [Fixtures.offered]).verify()
    }

    @Test func aStageScansAccountsAndWritesEveryVerb() {
        StageConformance(
            AccountHealth.self, fixture: Fixtures.accounts, golden: "../Golden/account-health.json",
            readme: "../Golden/account-health.md"
        ).verify()
    }

    @Test func aStageReadsTwoYearsOfHistory() {
        StageConformance(TwoYearDecline.self, fixture: [Fixtures.years]).verify()
    }

    @Test func aStageJudgesTheRowsOfAProductTogether() {
        StageConformance(EmptyProducts.self, fixture: [Fixtures.products]).verify()
    }

    @Test func aStageGroupsBurstsBySurveyingTheCatalogue() {
        StageConformance(IssueBursts.self, fixture: Fixtures.bursts).verify()
    }

    @Test func aBurstIsFoundOnAllItsListingsAndNoOther() {
        let survey = Fixtures.bursts.reduce(into: IssueBursts.Survey()) { IssueBursts.survey($1, into: &$0) }
        let stage = IssueBursts(knobs: .init(), model: IssueBursts.fit(survey, after: .init()))
        let found = Fixtures.bursts.map { chunk in
            var (port, findings) = (SignalPort(), Findings<IssueBursts.Evidence>())
            stage.detect(in: chunk, signals: &port, into: &findings)
            return findings.all.count
        }
        #expect(found == [35, 5])
    }
}
