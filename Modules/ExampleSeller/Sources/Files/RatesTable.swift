import FlywheelKit
import Statistics

/// What a euro was worth in dollars on each weekday: an invented walk about 1.08.
enum RatesTable {
    static let headings = ["day", "base", "quote", "rate", "source"]

    static func bytes(until last: Day, days: Int, _ random: inout SplitMix64) -> [UInt8] {
        var table = Table(headings, separator: ",")
        var tenThousandths = 10_800
        for day in last.advanced(by: -days)...last {
            tenThousandths += random.pick(-40...40) + (10_800 - tenThousandths) / 50
            // Days since Thursday 1970-01-01: 2 and 3 are Saturday and Sunday.
            guard ![2, 3].contains((Int(day.epochDays) % 7 + 7) % 7) else { continue }
            let fraction = String(100_000 + tenThousandths % 10_000).dropFirst(2)
            table.add([day.description, "EUR", "USD", "\(tenThousandths / 10_000).\(fraction)", "example"])
        }
        return Array(table.text.utf8)
    }
}
