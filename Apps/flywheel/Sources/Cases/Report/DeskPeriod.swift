import Calendars
import FlywheelKit

/// The days that the desk's report is over, and those before them that it stands beside.
struct DeskPeriod: Hashable {
    let from: Day
    let through: Day
    private let fromBefore: Day

    /// Those days, beside as many before them.
    init(from: Day, through: Day) {
        self.from = from
        self.through = through
        fromBefore = from.advanced(by: -from.distance(to: through) - 1)
    }

    /// A quarter, `2026-Q3`, beside the one before it.
    init?(quarter text: String) {
        guard let match = text.uppercased().wholeMatch(of: #/([0-9]{4})-Q([1-4])/#), let year = Int(match.1),
            let number = Int(match.2)
        else { return nil }
        func first(_ months: Int) -> Day? {
            let month = year * 12 + 3 * (number - 1) + months
            return CivilDate(year: month / 12, month: month % 12 + 1, day: 1).map { Day(epochDays: $0.daysSinceEpoch) }
        }
        guard let from = first(0), let next = first(3), let before = first(-3) else { return nil }
        self.from = from
        through = next.advanced(by: -1)
        fromBefore = before
    }

    /// What it stands beside.
    var before: DeskPeriod { DeskPeriod(from: fromBefore, through: from.advanced(by: -1)) }

    /// Its first moment.
    func since(in zone: TimeZoneTable) -> Instant { Moment.day(from).beginning(in: zone) }

    /// Its last moment; while it lasts, `now`.
    func until(in zone: TimeZoneTable, by now: Instant) -> Instant { min(Moment.day(through).instant(in: zone), now) }
}
