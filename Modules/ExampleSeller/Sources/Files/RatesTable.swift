import Calendars
import FlywheelKit
import Statistics

/// What a euro was worth in dollars on each weekday: an invented walk about 1.08.
struct RatesTable {
    static let headings = ["day", "base", "quote", "rate", "source"]

    /// Ten-thousandths of a dollar, by weekday.
    private let rates: [(day: Day, tenThousandths: Int)]

    init(_ days: ClosedRange<Day>, _ random: inout SplitMix64) {
        var rate = 10_800
        var rates: [(Day, Int)] = []
        for day in days {
            rate += random.pick(-40...40) + (10_800 - rate) / 50
            if Weekday(daysSinceEpoch: day.epochDays).rawValue < Weekday.saturday.rawValue { rates.append((day, rate)) }
        }
        self.rates = rates
    }

    /// The table of some days.
    func bytes(of days: Range<Day>) -> [UInt8] {
        var table = Table(Self.headings, separator: ",")
        for (day, rate) in rates where days.contains(day) {
            let fraction = String(100_000 + rate % 10_000).dropFirst(2)
            table.add([day.description, "EUR", "USD", "\(rate / 10_000).\(fraction)", "example"])
        }
        return table.bytes
    }
}
