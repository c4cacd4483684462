import SecondSimulator
import Testing

/// What the scenarios claim to be, seen from outside and with generous bounds.
@Suite struct StallTests {
    private static let seeds: [UInt64] = [1, 2, 3]

    private func look(_ scenario: Scenario, _ seed: UInt64) -> Look {
        Look(SecondSimulator.history(scenario: scenario, seed: seed, weeks: 14))
    }

    @Test(arguments: seeds) func nothingHoldsAHealthyOrganisationBack(seed: UInt64) {
        let look = look(.healthy, seed)
        #expect(look.depth < 0.25 && look.captured > 0.75 && look.verified > 0.9 && look.refuted < 0.03)
        #expect(look.detectionDays < 1 && look.decisions(after: 0) >= 2)
        #expect(look.open(0.75, 1) < 2 * look.open(0.25, 0.5) + 20)
    }

    @Test(arguments: seeds) func withoutRankingPeopleReachDeepIntoTheQueue(seed: UInt64) {
        #expect(look(.noRanking, seed).depth > 0.28)
    }

    @Test(arguments: seeds) func withoutCapacityTheQueueGrowsThoughItIsWorkedInOrder(seed: UInt64) {
        let look = look(.noCapacity, seed)
        #expect(look.open(0.75, 1) > 1.4 * look.open(0.1, 0.35))
        #expect(look.depth < 0.25)
    }

    @Test(arguments: seeds) func withoutCaptureFewEndsSayWhy(seed: UInt64) {
        #expect(look(.noCapture, seed).captured < 0.5)
    }

    @Test(arguments: seeds) func withoutDecisionsCausesComeBackAndNothingChanges(seed: UInt64) {
        let look = look(.noDecision, seed)
        #expect(look.decisions(after: 0.4) == 0 && look.captured > 0.75 && look.repeats > 0.03)
    }

    @Test(arguments: seeds) func whatIsFoundOnceAWeekOrByPeopleIsFoundLate(seed: UInt64) {
        #expect(look(.weeklyDetection, seed).detectionDays > 1.8)
    }

    @Test(arguments: seeds) func withoutVerificationClosesAreNotConfirmedOrLeft(seed: UInt64) {
        let look = look(.noVerification, seed)
        #expect(look.verified < 0.6 || look.refuted > 0.06)
    }

    @Test(arguments: seeds) func tooLittleIsHardlyAnything(seed: UInt64) {
        #expect(look(.tooLittle, seed).problems.count <= 40)
    }

    @Test func aDiagnosisIsNamedWhereThereIsOne() {
        #expect(Scenario.allCases.compactMap(\.diagnosis).count == 8 && Scenario.tooLittle.diagnosis == "inconclusive")
    }
}
