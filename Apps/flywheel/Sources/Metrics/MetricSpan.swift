import ArgumentParser
import Assessment
import Calendars
import FlywheelKit

/// Over which time metrics are computed.
enum MetricSpan: Hashable {
    /// The newest weeks, up to the newest look.
    case weeks(Int)
    /// All of a month.
    case month(year: Int, month: Int)
    /// Days, of which one may be left open: from the first look, or up to the newest.
    case days(from: Day?, to: Day?)

    /// What it is, for people.
    var words: String {
        switch self {
        case .weeks(let count): Numbers.count(count, "week")
        case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .days(let from?, let to?): "\(from) to \(to)"
        case .days(let from?, nil): "from \(from)"
        case .days(nil, let to?): "to \(to)"
        case .days(nil, nil): "all"
        }
    }

    /// The flags that ask for the same, each after a space; none for what is meant without any.
    var flags: String {
        switch self {
        case .weeks(12): ""
        case .weeks(let count): " --weeks \(count)"
        case .month: " --month \(words)"
        case .days(let from, let to):
            [from.map { " --from \($0)" }, to.map { " --to \($0)" }].compactMap(\.self).joined()
        }
    }

    /// The time that is meant of a history, of which nothing later than its end is known: of a month that is not over, what has
    /// passed of it. Days begin where the desk is.
    func window(of history: WorkHistory, in zone: TimeZoneTable) throws(Diagnostic) -> MetricWindow {
        let (first, last): (Day?, Day?)
        switch self {
        case .weeks(let count): return .newest(count, through: history.until)
        case .month(let year, let month):
            first = Day(year: year, month: month, day: 1)
            last = Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)?
                .advanced(by: -1)
        case .days(let from, let to): (first, last) = (from, to)
        }
        let after =
            first.map { Instant(seconds: zone.startOfDay($0.epochDays) - 1) }
            ?? history.from.advanced(bySeconds: -1)
        let through = min(last.map { Moment.day($0).instant(in: zone) } ?? history.until, history.until)
        guard after < through else {
            throw Diagnostic(
                "no-rotation", "nothing is known of \(words): the newest look was at \(history.until)",
                help: "flywheel rotate, or name an earlier time", exit: .failed)
        }
        return MetricWindow(after: after, through: through)
    }
}

/// The flags that say over which time.
struct SpanOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Over so many weeks up to now; 12 without any of these.", valueName: "weeks"))
    var weeks: Int?

    @Option(help: ArgumentHelp("Over a month of the desk's calendar, such as 2026-10.", valueName: "month"))
    var month: String?

    @Option(help: ArgumentHelp("From the beginning of this day.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("To the end of this day.", valueName: "day"))
    var to: String?

    /// What they say.
    var span: MetricSpan {
        get throws {
            if let weeks { return .weeks(weeks) }
            if let month { return try Self.month(month) }
            guard from != nil || to != nil else { return .weeks(12) }
            return .days(from: try from.map { try Self.day($0, "--from") }, to: try to.map { try Self.day($0, "--to") })
        }
    }

    func validate() throws {
        if let weeks, !(1...520).contains(weeks) {
            throw ValidationError("--weeks is \(weeks), expected 1 to 520")
        }
        let stated = [weeks != nil, month != nil, from != nil || to != nil]
        guard stated.count(where: \.self) <= 1 else {
            throw ValidationError("expected one of --weeks, --month, and --from with --to")
        }
        if case .days(let from?, let to?) = try span, from.epochDays > to.epochDays {
            throw ValidationError("--from is \(from), expected a day not later than --to, \(to)")
        }
    }

    private static func month(_ text: String) throws -> MetricSpan {
        guard let day = Day("\(text)-01") else {
            throw ValidationError("--month is \"\(text)\", expected one such as 2026-10")
        }
        return .month(year: day.date.year, month: day.date.month)
    }

    private static func day(_ text: String, _ flag: String) throws -> Day {
        guard let day = Day(text) else {
            throw ValidationError("\(flag) is \"\(text)\", expected a day such as 2026-11-27")
        }
        return day
    }
}
