import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Learning
import Testing

@Suite struct HabitBookTests {
    private let store = MemoryStore()
    private let mia = Actor(.person, "mia")
    private var book: HabitBook { HabitBook(store, calendar: Days.calendar) }

    @Test func aRoutineIsKeptOncePerDay() throws {
        let (first, second) = (Days.november(20), Days.november(20, hour: 12))
        #expect(try book.complete(.morning, by: mia, at: first).isNew)
        let again = try book.complete(.morning, by: mia, at: second)
        #expect(!again.isNew && again.at == first)
        #expect(try store.loopRecords(.habit).count == 1)
        #expect(try book.standing(.morning, of: "mia", at: second).doneAt == first)
    }

    @Test func everyPersonAndRoutineIsCountedApart() throws {
        _ = try book.complete(.morning, by: mia, at: Days.november(20))
        #expect(try book.complete(.midday, by: mia, at: Days.november(20)).isNew)
        #expect(try book.complete(.morning, by: Actor(.person, "ben"), at: Days.november(20)).isNew)
        #expect(try book.standing(.weekly, of: "mia", at: Days.november(20)).doneAt == nil)
        #expect(try book.last(.morning, by: "ben", before: Days.november(21)) == Days.november(20))
    }

    @Test func theLastFiveWorkingDaysAreLookedAt() throws {
        // Monday to Wednesday and Friday of one week, and Monday of the next: Thursday was left out.
        for day in [9, 10, 11, 13, 16] { _ = try book.complete(.morning, by: mia, at: Days.november(day)) }
        let done = try book.standing(.morning, of: "mia", at: Days.november(16, hour: 12))
        #expect(done.done == 4 && done.of == 5 && done.doneAt == Days.november(16))
        // Tuesday is not over, so it does not count as left out.
        let next = try book.standing(.morning, of: "mia", at: Days.november(17))
        #expect(next.done == 4 && next.of == 5 && next.doneAt == nil)
    }

    @Test func daysBeforeTheFirstTimeAreNotLookedAt() throws {
        #expect(try book.standing(.morning, of: "mia", at: Days.november(20)).of == 0)
        _ = try book.complete(.morning, by: mia, at: Days.november(18))
        let standing = try book.standing(.morning, of: "mia", at: Days.november(20))
        #expect(standing.done == 1 && standing.of == 2)
    }

    @Test func aWeekBeginsOnMondayAndAMonthOnItsFirst() throws {
        _ = try book.complete(.weekly, by: mia, at: Days.november(9))
        #expect(try !book.complete(.weekly, by: mia, at: Days.november(15)).isNew)
        #expect(try book.complete(.weekly, by: mia, at: Days.november(16)).isNew)
        _ = try book.complete(.monthly, by: mia, at: Days.november(1))
        #expect(try !book.complete(.monthly, by: mia, at: Days.november(30)).isNew)
        #expect(try book.complete(.monthly, by: mia, at: Days.november(31)).isNew)
        let weeks = try book.standing(.weekly, of: "mia", at: Days.november(27))
        #expect(weeks.done == 2 && weeks.of == 2)
    }

    @Test func aBusinessThatNeverOpensStillHasDaysBeforeToday() {
        let closed = BusinessCalendar(zone: .utc, week: [:])
        let day = HabitPeriod(.workingDay, at: Days.november(20), in: closed)
        #expect("\(day.previous(in: closed))" == "2026-11-19")
        #expect(
            "\(HabitPeriod(.workingDay, at: Days.november(16), in: Days.calendar).previous(in: Days.calendar))"
                == "2026-11-13")
        #expect("\(HabitPeriod(.month, at: Days.november(20), in: closed))" == "2026-11")
    }
}
