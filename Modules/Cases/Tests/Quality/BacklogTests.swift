import Cases
import FlywheelKit
import Testing

@Suite struct BacklogTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func agreesWithAskingEveryCaseAtTheEndOfEachDay(seed: UInt64) {
        let items = Matters.read(Matters.drawn(100, seed: seed), at: 480)
        let days = Matters.hour(96).utcDay...Matters.hour(479).utcDay
        for row in Backlog.byDay(items, in: days, day: Matters.utc) {
            let end = Matters.day(Int64(row.day.epochDays) + 1).advanced(bySeconds: -1)
            let open = items.count { item in
                guard let opened = item.opened, opened <= end else { return false }
                return item.endings.count { $0 <= end } == item.reopened.count { $0 <= end }
            }
            #expect(row.open == open, "\(row.day)")
        }
    }

    @Test func whatComesLessWhatGoesIsWhatIsLeft() {
        let items = Matters.read(Matters.drawn(100, seed: 3), at: 480)
        let rows = Backlog.byDay(items, in: Day(epochDays: 0)...Day(epochDays: 20), day: Matters.utc)
        for (one, next) in zip(rows, rows.dropFirst()) {
            #expect(next.open == one.open + next.opened + next.reopened - next.ended)
        }
        #expect(rows.count == 21 && rows.last?.open == items.count { !$0.state.isDone })
    }
}
