import Foundation
import Statistics
import Testing

@Suite struct SurvivalRecordTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func partsMergeToTheWholeInAnyOrder(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let observations = randomObservations(60, &random)
        let parts = [observations[..<7], observations[7..<40], observations[40...]].map { SurvivalRecord(Array($0)) }
        var (forward, backward) = (SurvivalRecord(), SurvivalRecord())
        for part in parts { forward.merge(part) }
        for part in parts.reversed() { backward.merge(part) }
        #expect(forward == SurvivalRecord(observations) && forward == backward)
        #expect(forward.count == 60)
    }

    @Test func addingACountIsAddingSoManyTimes() {
        var (once, oneByOne) = (SurvivalRecord(), SurvivalRecord())
        once.add(days: 4, closed: true, count: 3)
        for _ in 0..<3 { oneByOne.add(days: 4, closed: true) }
        #expect(once == oneByOne)
    }

    @Test func anEmptyRecordMergesToNothing() {
        var record = SurvivalRecord()
        record.merge(SurvivalRecord())
        #expect(record.isEmpty && record.count == 0)
    }

    /// A closing after the limit leaves its record as one still open at the limit.
    @Test func veryLongDurationsLeaveTheEarlierDaysExact() {
        var record = SurvivalRecord([(10, true)])
        record.add(days: .max, closed: true)
        #expect(record == SurvivalRecord([(10, true), (SurvivalRecord.longestDays, false)]))
    }

    /// Things that end on each day with the same chance, found when they have lasted a while: those that ended before are in
    /// no record, and what the others lasted unseen shows nothing of how they end.
    @Test(arguments: 1...5 as ClosedRange<UInt64>) func whatIsFoundLateMakesNothingLastLonger(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var record = SurvivalRecord()
        for _ in 0..<20_000 {
            let (lasted, found) = (Int(8 * random.gamma(1)), Int(30 * random.uniform()))
            if found <= lasted { record.add(days: lasted, seenAfter: found, closed: true) }
        }
        // Of whole days with a mean of 8 before they were cut, exp(-1/8) go on each day.
        let days = Survival(priorMeanDays: 40, record: record).expectedDays(age: 0, horizon: 14)
        let truth = (0..<14).reduce(0.0) { sum, day in sum + pow(0.8824969, Double(day)) }
        #expect(abs(days / truth - 1) < 0.03, "\(days) of \(truth)")
    }
}
