import FlywheelKit
import Foundation
import Testing

@Suite struct TrackRecordTests {
    private func outcome(_ verdict: Verdict, _ cause: String? = nil) -> Outcome<Int> {
        let start = Instant(seconds: 0)
        return Outcome(
            evidence: 0, kind: "low", verdict: verdict, rootCause: cause, isVerified: nil, onset: start,
            detected: start, ended: start)
    }

    private func record(_ outcomes: some Sequence<Outcome<Int>>) -> TrackRecord {
        outcomes.reduce(into: TrackRecord()) { record, outcome in
            record.count(outcome)
            if outcome.rootCause == nil { record.add(2, to: "without cause") }
        }
    }

    @Test(arguments: 1...20) func recordsOfPartsAddUpToTheRecordOfTheWhole(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let outcomes = (0..<40).map { _ in
            outcome(
                Verdict.allCases.randomElement(using: &random) ?? .noise,
                ["late", "lost", nil].randomElement(using: &random) ?? nil)
        }
        let (first, second) = (Int.random(in: 0...20, using: &random), Int.random(in: 20...40, using: &random))
        var merged = record(outcomes[..<first])
        merged.merge(record(outcomes[first..<second]))
        merged.merge(record(outcomes[second...]))
        #expect(merged == record(outcomes))
        #expect(merged.total == 40)
    }

    @Test func mergingNothingChangesNothing() {
        let full = record([outcome(.noise, "late")])
        var merged = TrackRecord()
        merged.merge(full)
        merged.merge(TrackRecord())
        #expect(merged == full)
    }

    @Test func whatIsTakenOutWasNeverCounted() {
        let (kept, mistaken) = (outcome(.noise), [outcome(.noise), outcome(.actionable, "late")])
        var record = record([kept] + mistaken)
        record.remove(self.record(mistaken))
        #expect(record == self.record([kept]))
        record.remove(self.record([kept]))
        #expect(record == TrackRecord())
    }

    @Test func anEmptyRecordIsHalfSureAndNotWhollySure() {
        #expect(TrackRecord().precision.value == 0.5)
        #expect(TrackRecord().precision.samples == 0)
        #expect(TrackRecord().resolved.value == 0)
    }

    @Test func precisionCountsWhatWasRealAmongWhatWasJudged() {
        let record = record(
            [.actionable, .actionable, .known, .noise, .didNotHappen, .selfCleared, .duplicate].map { outcome($0) })
        #expect(record.precision.value == 4.0 / 7)
        #expect(record.precision.samples == 5)
        #expect(record.resolved.value == 2)
        #expect(record.resolved.samples == 7)
        #expect(record.count(of: .noise) == 1)
    }

    @Test func aRecordSurvivesBeingStored() throws {
        let record = record([outcome(.known, "late"), outcome(.noise)])
        let back = try JSONDecoder().decode(TrackRecord.self, from: JSONEncoder().encode(record))
        #expect(back == record)
    }
}
