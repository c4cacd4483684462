import Assessment
import FlywheelKit
import Testing

@Suite struct MetricWindowTests {
    @Test func weeksEndAtTheMomentOfJudgingAndMeetWithoutAGap() {
        let end = Instant(seconds: 1_800_000_123)
        let weeks = MetricWindow.weeks(3, through: end)
        #expect(weeks.map(\.days) == [7, 7, 7] && weeks.last?.through == end)
        #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.through == $1.after })
        #expect(MetricWindow.weeks(0, through: end).isEmpty)
    }

    @Test func aMomentAtABorderIsInTheOlderWeek() {
        let weeks = MetricWindow.weeks(2, through: Instant(seconds: 1_800_000_000))
        #expect(weeks.map { $0.contains(weeks[0].through) } == [true, false])
        #expect(weeks.map { $0.contains(weeks[1].through) } == [false, true])
        #expect(weeks.map { $0.contains(weeks[0].after) } == [false, false])
    }
}
