import FlywheelKit
import Testing

@testable import Suppressions

@Suite struct ExemptionTests {
    private let until = asOf.advanced(byDays: 3.5)

    private func finding(at moment: Instant) throws -> Finding<SuppressionEvidence> {
        let found = findings(Line(status: "LISTING_SUPPRESSED", code: "18155", exemptUntil: until), asOf: moment)
        #expect(names(found) == ["0 listing-suppressed 18155"])
        return try #require(found.first)
    }

    @Test func predictsTheLossFromTheMomentItEnds() throws {
        let exposure = stage.exposure(of: try finding(at: asOf).evidence)
        #expect(exposure.loss == .dailyShare([1]))
        #expect(exposure.probability == 0.8)
        #expect(exposure.begins == until)
        #expect(exposure.startsInDays(from: asOf) == 4)
        #expect(exposure.deadline == until)
        #expect(!exposure.isActive(at: asOf))
    }

    @Test func isTheSameClaimADayLaterAndADayNearer() throws {
        let before = try finding(at: asOf).evidence
        let after = try finding(at: asOf.advanced(byDays: 1)).evidence
        #expect(before == after)
        #expect(before.hashValue == after.hashValue)
        #expect(stage.exposure(of: after) == stage.exposure(of: before))
        #expect(stage.exposure(of: after).startsInDays(from: asOf.advanced(byDays: 1)) == 3)
    }

    @Test func turnsActiveUnderTheSameFingerprintOnceItHasEnded() throws {
        let before = try finding(at: asOf).evidence
        let after = try finding(at: until).evidence
        #expect(before != after)
        let exposure = stage.exposure(of: after)
        #expect(exposure.loss == .dailyShare([1]))
        #expect(exposure.begins == nil)
        #expect(exposure.isActive(at: until))
        #expect(exposure.deadline == nil)
    }

    @Test func blocksNothingWhileItHolds() {
        func blocked(at moment: Instant) -> Double? {
            let line = Line(status: "LISTING_SUPPRESSED", code: "18155", exemptUntil: until)
            return detect(report([line], asOf: moment).build()).availability[0]?.blockedShare
        }
        #expect(blocked(at: asOf) == nil)
        #expect(blocked(at: until) == 1)
    }

    @Test func claimsAShortListHoweverFarItsEnd() throws {
        let found = findings(
            Line(status: "LISTING_SUPPRESSED", exemptUntil: asOf.advanced(byDays: 2_000_000)))
        let exposure = stage.exposure(of: try #require(found.first).evidence)
        #expect(exposure.loss == .dailyShare([1]))
        #expect(exposure.startsInDays(from: asOf) == 2_000_000)
    }

    @Test func yieldsToAnEnforcedRowOfTheSameIssue() {
        let found = findings(
            Line(status: "LISTING_SUPPRESSED", code: "18155", exemptUntil: until),
            Line(status: "SEARCH_SUPPRESSED", code: "18155"))
        #expect(names(found) == ["0 search-suppressed 18155"])
    }
}
