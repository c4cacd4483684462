import FlywheelKit

/// The days of deals, past and to come, as the seller's calendar has them.
enum EventsTable {
    static let headings = ["name", "from", "to"]

    static func bytes(of days: ClosedRange<Day>) -> [UInt8] {
        var table = Table(headings, separator: ",")
        var first: Day?
        for day in days {
            let name = Demand.deal(on: day)
            if name != nil, first == nil { first = day }
            if let start = first, let name, Demand.deal(on: day.advanced(by: 1)) != name {
                table.add([name, start.description, day.description])
                first = nil
            }
        }
        return table.bytes
    }
}
