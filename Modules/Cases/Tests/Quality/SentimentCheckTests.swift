import Cases
import Statistics
import Testing

@Suite struct SentimentCheckTests {
    /// Readings whose writers are dissatisfied with the probability that `truth` makes of what was read.
    private func readings(_ count: Int, seed: UInt64, truth: (Double) -> Double) -> [SentimentCheck.Reading] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let read = random.uniform()
            return SentimentCheck.Reading(read, isDissatisfied: random.uniform() < truth(read))
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func whatHoldsIsShown(seed: UInt64) {
        #expect(SentimentCheck(readings(400, seed: seed) { $0 }).fault == nil)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func whatIsOffIsHidden(seed: UInt64) throws {
        let fault = try #require(SentimentCheck(readings(400, seed: seed) { $0 * 0.5 }).fault)
        guard case .error(let error) = fault else {
            Issue.record("\(fault)")
            return
        }
        #expect(error > 0.12 && error < 0.35)
    }

    @Test func whatRanksNobodyIsHidden() {
        guard case .ranking = SentimentCheck(readings(400, seed: 2) { _ in 0.5 }).fault else {
            Issue.record("a reading that tells nobody apart is shown")
            return
        }
    }

    @Test func tooFewAnswersHideAnyReading() {
        #expect(SentimentCheck(readings(199, seed: 1) { $0 }).fault == .few(199))
        #expect(SentimentCheck(readings(400, seed: 1) { _ in 0 }).fault == .oneSided(0))
        #expect(SentimentCheck([]).fault == .few(0))
    }
}
