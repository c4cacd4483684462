import Assessment
import FlywheelKit
import Testing

@Suite struct WorkHistoryTests {
    @Test func aHistoryOfNothingSaysNothing() throws {
        let start = Instant(seconds: 1_800_000_000)
        let history = WorkHistory(from: start, until: start, currency: try #require(Currency("EUR")))
        #expect(history.problems.isEmpty && history.turns.isEmpty && !history.isSimulated)
    }
}
