import Assessment
import FlywheelKit
import Learning

/// One root cause with its course.
struct CauseCourseLine: JSONRecord {
    /// Weeks that a course goes back, and those of them that are the newest, beside as many before.
    static let (weeks, recentWeeks) = (12, 4)
    /// Exceptions that are named.
    private static let mostNamed = 5

    let cause: CauseRegister.Cause
    /// How it went; `nil` where its closes are counted with the cause it is read as.
    let course: CauseCourse?
    /// The weeks of the course.
    let weeks: [MetricWindow]
    let currency: Currency

    var recent: CauseCourse.Closes? { course?.newest(Self.recentWeeks) }
    var before: CauseCourse.Closes? { course?.newest(Self.recentWeeks, before: Self.recentWeeks) }
    var whole: CauseCourse.Closes? { course?.newest(Self.weeks) }
    /// How many closes each week had.
    var weekly: [Double?] { course?.weekly.map { $0.map { Double($0.count) } } ?? [] }
    /// The newest exceptions that were closed so.
    var newest: [String] { course.map { $0.exceptions.prefix(Self.mostNamed).map { "X\($0)" } } ?? [] }

    func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency) }

    private struct Sum {
        let closes: CauseCourse.Closes
        let currency: Currency

        static let members: Members<Self> = [
            "closes": .value(\.closes.count), "repeats": .value(\.closes.repeats),
            "cleared": .money { ($0.closes.cleared, $0.currency) }, "unpriced": .value(\.closes.unpriced),
            "pending": .value(\.closes.pending),
        ]
    }

    private func sum(_ closes: CauseCourse.Closes?) -> Sum? { closes.map { Sum(closes: $0, currency: currency) } }

    private struct Week {
        let through: Instant
        let closes: Int?

        static let members: Members<Self> = ["through": .value(\.through), "closes": .value(\.closes)]
    }

    private var courseWeeks: [Week] {
        course.map { zip(weeks, $0.weekly).map { Week(through: $0.through, closes: $1?.count) } } ?? []
    }

    static let members: Members<Self> = [
        "workflow": .value(\.cause.workflow), "cause": .value(\.cause.id), "title": .value(\.cause.title),
        "closes": .value(\.cause.count), "last": .value(\.cause.last), "readAs": .value(\.cause.readAs),
        "recent": .maybe({ $0.sum($0.recent) }, Sum.members), "before": .maybe({ $0.sum($0.before) }, Sum.members),
        "twelveWeeks": .maybe({ $0.sum($0.whole) }, Sum.members), "newest": .value(\.newest),
        "weekly": .list(\.courseWeeks, Week.members),
    ]

    /// Its line of a table.
    func cells(on page: Page) -> [Table.Cell] {
        func count(_ closes: CauseCourse.Closes?, _ number: KeyPath<CauseCourse.Closes, Int>) -> Table.Cell {
            Table.Cell(closes.map { Numbers.grouped($0[keyPath: number]) } ?? (course == nil ? "-" : "?"))
        }
        let cleared = whole.map { $0.cleared.map { Numbers.money(money($0)) } ?? "unpriced" }
        return [
            Table.Cell(cause.workflow), Table.Cell(cause.id), count(recent, \.count), count(before, \.count),
            count(whole, \.repeats), Table.Cell(cleared ?? (course == nil ? "-" : "?")),
            Table.Cell(Sparkline.text(weekly, isASCII: page.isASCII)), Table.Cell(Numbers.grouped(cause.count)),
            Table.Cell(cause.last.map { page.clock.dated($0) } ?? "-"), Table.Cell(cause.readAs ?? "-"),
            Table.Cell((cause.title ?? "added by a close").visible),
        ]
    }
}
