@testable import Calendars

/// A calendar, an interval and pauses, all from one seed, beside a second, slower way to count.
///
/// Everything falls on whole minutes, so that the second way may look at the middle of each minute and no more.
struct RandomCalendar {
    let calendar: BusinessCalendar
    let start: Int64
    let end: Int64
    let pauses: [Range<Int64>]
    private let week: [Weekday: [Range<Int>]]
    private let holidays: [Int32: [Range<Int>]]

    /// Changes of an hour, of half an hour, of a whole day, at midnight, without effect, and none.
    private static let rules = [
        "UTC0", Rules.losAngeles, Rules.paris, "IST-1GMT0,M10.5.0,M3.5.0/1", "CST5CDT,M3.2.0/0,M11.1.0/1",
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "AAA0BBB,M3.5.0,M10.5.0/0:30", "AAA12BBB-12,J60,J90",
        "EST5EDT,0/0,J365/25",
    ]

    init(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let zone = try ZoneBytes.zone(rule: Self.rules[Int(seed) % Self.rules.count])
        let newYear = Int64(1_767_225_600)
        let anywhere = newYear + Int64.random(in: 0..<31_536_000, using: &random)
        // Up to four days before a change of the clocks, so that most samples hold one.
        let nearby = (zone.transition(after: anywhere) ?? anywhere) - Int64.random(in: 0..<345_600, using: &random)
        let minute = nearby / 60
        let minutes = Int64.random(in: 1...10_000, using: &random)
        var week: [Weekday: [Range<Int>]] = [:]
        for weekday in Weekday.allCases where Bool.random(using: &random) || weekday == .tuesday {
            week[weekday] = Self.spans(&random)
        }
        var holidays: [Int32: [Range<Int>]] = [:]
        for _ in 0..<6 {
            let day = Int32(minute / 1_440) + Int32.random(in: 0..<12, using: &random)
            holidays[day] = Bool.random(using: &random) ? [] : Self.spans(&random)
        }
        pauses = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let from = minute + Int64.random(in: -600...minutes, using: &random)
            return from * 60..<(from + Int64.random(in: 0...4_000, using: &random)) * 60
        }
        start = minute * 60
        end = (minute + minutes) * 60
        calendar = BusinessCalendar(
            zone: zone, week: try week.mapValues { spans throws in try OpeningHours(spans) },
            holidays: Dictionary(
                uniqueKeysWithValues: try holidays.map {
                    (CivilDate(daysSinceEpoch: $0.key), try OpeningHours($0.value))
                }))
        self.week = week
        self.holidays = holidays
    }

    /// Every other stretch between random quarters of an hour.
    private static func spans(_ random: inout SplitMix) -> [Range<Int>] {
        let cuts = Set((0..<6).map { _ in Int.random(in: 0...96, using: &random) * 900 }).sorted()
        return stride(from: 0, to: cuts.count - 1, by: 2).map { cuts[$0]..<cuts[$0 + 1] }
    }
}

extension RandomCalendar {
    /// Business seconds counted minute by minute from what the clock shows.
    func countedSeconds(from start: Int64, to end: Int64, pauses: [Range<Int64>] = []) -> Int64 {
        var seconds: Int64 = 0
        for minute in stride(from: start, to: end, by: 60) where isOpen(minute + 30) {
            if !pauses.contains(where: { $0.contains(minute + 30) }) { seconds += 60 }
        }
        return seconds
    }

    func isOpen(_ instant: Int64) -> Bool {
        let local = instant + Int64(calendar.zone.offset(at: instant))
        let day = Int32(local / 86_400)
        let spans = holidays[day] ?? week[Weekday(daysSinceEpoch: day)] ?? []
        return spans.contains { $0.contains(Int(local % 86_400)) }
    }
}
