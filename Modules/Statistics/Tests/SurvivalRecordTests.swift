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
    @Test func veryLongDurationsLeaveTheEarlierDaysExact() throws {
        var record = SurvivalRecord([(10, true)])
        record.add(days: .max, closed: true)
        let estimate = try #require(DurationCurve(record))
        #expect(estimate.survival(at: 10) == 0.5)
        #expect(estimate.survival(at: Double(SurvivalRecord.longestDays)) == 0.5)
    }

    @Test func storedRecordsComeBackAsTheyWere() throws {
        let record = SurvivalRecord(RecordCurveTests.golden)
        let stored = try JSONEncoder().encode(record)
        #expect(try JSONDecoder().decode(SurvivalRecord.self, from: stored) == record)
    }

    @Test(arguments: [
        #"[{"closed":-1,"open":0}]"#,
        "[" + Array(repeating: #"{"closed":0,"open":1}"#, count: 732).joined(separator: ",") + "]",
    ])
    func brokenRecordsAreRefused(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(SurvivalRecord.self, from: Data(text.utf8))
        }
    }
}
