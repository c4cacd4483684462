import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct LogEntriesTests {
    /// A line of an order: row of the chunk, number, units, when it was placed and when this version was written.
    private struct Line {
        var row: Int32 = 0
        var order: String
        var units: Int?
        var placed = Instant.noon - 2
        var updated: Instant? = .noon - 2
    }

    private func block(_ lines: [Line], _ source: Int = 1) -> FactBlock {
        FactBlock(
            source: ImportID(Int64(source)), rows: lines.map(\.row),
            columns: [
                "order": .texts(Values(lines.map(\.order))), "quantity": .integers(Values(lines.map(\.units))),
                "purchased": .instants(Values(lines.map(\.placed))), "updated": .instants(Values(lines.map(\.updated))),
            ])
    }

    private func log(
        _ blocks: [[Line]], newest: String? = "updated", zone: TimeZoneTable = .utc, until asOf: Instant = .noon,
        wholes: Set<Int> = [], unread: Int32? = nil
    ) -> LogEntries {
        LogEntries(
            blocks.enumerated().map { block($1, $0) }, group: ["order"], newest: newest, at: "purchased", zone: zone,
            until: asOf, wholes: Set(wholes.map { ImportID(Int64($0)) }), isUnread: { row, _ in row == unread })
    }

    /// The units of each of the last four days, oldest first.
    private func units(_ log: LogEntries, rows: Int = 1) -> [Int?] {
        let sums = log.sums(
            of: "quantity", days: Day.ago(4)..<Day.today, layout: RowLayout(used: Array(0..<rows), of: rows))
        return sums.values.indices.map { sums.known[$0] ? sums.values[$0] : nil }
    }

    @Test func linesOfOneDayAddUp() {
        #expect(units(log([[Line(order: "1", units: 2), Line(order: "2", units: 3)]])) == [nil, nil, 5, nil])
    }

    /// Files were taken before with numbers that add up to more than 64 bits hold, and one of them stopped every rotation.
    @Test(arguments: [[Int.max, 1], [Int.min, -1], [Int.max], [Int.min], [1, 1_000_000_000_000]])
    func moreThanADayComesToIsUnknown(units: [Int]) {
        let lines = units.map { Line(order: "\($0)", units: $0) } + [Line(order: "3", units: 3, placed: .noon - 3)]
        let entries = log([lines])
        #expect(self.units(entries) == [nil, 3, nil, nil])
        let sums = entries.sums(of: "quantity", days: Day.ago(4)..<Day.today, layout: RowLayout(used: [0], of: 1))
        #expect(sums.unsaid == [2], "the day had sales, and how many is unknown")
    }

    @Test func twoEqualLinesOfOneOrderAreTwoSales() {
        #expect(units(log([[Line(order: "1", units: 2), Line(order: "1", units: 2)]])) == [nil, nil, 4, nil])
    }

    @Test func anOrderIsReplacedAsAWholeByItsNewestVersion() {
        let first = [Line(order: "1", units: 2), Line(order: "1", units: 7), Line(order: "2", units: 1)]
        let second = [Line(order: "1", units: 5, updated: .noon - 1)]
        #expect(units(log([first, second])) == [nil, nil, 6, nil])
        #expect(
            units(log([second, first])) == [nil, nil, 6, nil], "an older version that comes in late changes nothing")
    }

    @Test func ofVersionsWrittenAtOneMomentTheLaterFileCounts() {
        #expect(units(log([[Line(order: "1", units: 2)], [Line(order: "1", units: 4)]])) == [nil, nil, 4, nil])
    }

    @Test func withoutATimeOfWritingTheLaterFileCounts() {
        let blocks = [[Line(order: "1", units: 2, updated: nil)], [Line(order: "1", units: 4, updated: nil)]]
        #expect(units(log(blocks)) == [nil, nil, 4, nil])
        #expect(units(log(blocks, newest: nil)) == [nil, nil, 4, nil])
    }

    @Test func aCancelledOrderSellsNothing() {
        let cancelled = [Line(order: "1", units: 0, updated: .noon - 1)]
        #expect(units(log([[Line(order: "1", units: 2)], cancelled])) == [nil, nil, 0, nil])
    }

    @Test func theSameFileTwiceSellsNothingMore() {
        let lines = [Line(order: "1", units: 2), Line(order: "1", units: 2), Line(row: 1, order: "1", units: 9)]
        #expect(units(log([lines, lines]), rows: 2) == units(log([lines]), rows: 2))
    }

    @Test func anOrderOfTwoListingsCountsForEach() {
        let lines = [Line(order: "1", units: 2), Line(row: 1, order: "1", units: 3)]
        #expect(units(log([lines]), rows: 2) == [nil, nil, 2, nil, nil, nil, 3, nil])
    }

    // MARK: Lines that an order has no more

    /// An order of two listings, and the same without the second.
    private let ordered = [Line(order: "1", units: 2), Line(row: 1, order: "1", units: 3), Line(order: "2", units: 1)]
    private let edited = [Line(order: "1", units: 2, updated: .noon - 1)]

    @Test func aFileOfWholeOrdersDropsTheLinesItLeavesOut() {
        let expected: [Int?] = [nil, nil, 3, nil, nil, nil, nil, nil]
        #expect(units(log([ordered, edited], wholes: [0, 1]), rows: 2) == expected)
        #expect(units(log([edited, ordered], wholes: [0, 1]), rows: 2) == expected, "whichever came in first")
        #expect(units(log([ordered, edited], wholes: [1]), rows: 2) == expected)
        #expect(
            units(log([ordered, edited, [Line(order: "1", units: 2, updated: .noon)]], wholes: [1]), rows: 2)
                == expected)
    }

    @Test func withoutATimeOfWritingTheLaterFileOfWholeOrdersCounts() {
        func undated(_ lines: [Line]) -> [Line] {
            lines.map { Line(row: $0.row, order: $0.order, units: $0.units, updated: nil) }
        }
        let log = log([undated(ordered), undated(edited)], wholes: [0, 1])
        #expect(units(log, rows: 2) == [nil, nil, 3, nil, nil, nil, nil, nil])
    }

    @Test func aFileOfSomeLinesDropsNone() {
        let both: [Int?] = [nil, nil, 3, nil, nil, nil, 3, nil]
        #expect(units(log([ordered, edited], wholes: [0]), rows: 2) == both)
        #expect(units(log([ordered, edited]), rows: 2) == both)
    }

    @Test func aLineThatCouldNotBeReadIsNotTakenForDropped() {
        #expect(
            units(log([ordered, edited], wholes: [0, 1], unread: 1), rows: 2) == [nil, nil, 3, nil, nil, nil, 3, nil])
    }

    @Test func linesOfOneFileThatWereWrittenOneAfterTheOtherAllCount() {
        var lines = ordered
        lines[0].updated = .noon - 1
        #expect(units(log([lines], wholes: [0]), rows: 2) == [nil, nil, 3, nil, nil, nil, 3, nil])
        #expect(units(log([lines, lines], wholes: [0, 1]), rows: 2) == [nil, nil, 3, nil, nil, nil, 3, nil])
    }

    @Test func whatHappenedAfterTheMomentIsNotSeen() {
        let lines = [Line(order: "1", units: 2), Line(order: "2", units: 3, placed: .noon.advanced(bySeconds: 1))]
        let details = log([lines]).details([Orders.quantity.declaration], layout: RowLayout(used: [0], of: 1))
        #expect(details[Orders.quantity] == Values([2]))
    }

    @Test func aLineWithoutATimeBelongsToNoDay() {
        var lines = block([Line(order: "1", units: 2)])
        lines.columns["purchased"] = .instants(Values(unknown: 1))
        let log = LogEntries([lines], group: ["order"], newest: nil, at: "purchased", zone: .utc, until: .noon)
        #expect(units(log) == [nil, nil, nil, nil])
    }

    @Test func unknownUnitsAddNothing() {
        #expect(units(log([[Line(order: "1", units: nil)]])) == [nil, nil, nil, nil])
    }

    @Test func aDayBeginsWhereTheMarketplaceIs() throws {
        // 07:59:59Z on 18 November is still the 17th on the Pacific coast.
        let midnight = Instant(startOf: .ago(2)).advanced(bySeconds: 8 * 3_600)
        let lines = [
            Line(order: "1", units: 2, placed: midnight.advanced(bySeconds: -1)),
            Line(order: "2", units: 5, placed: midnight),
        ]
        #expect(units(log([lines], zone: try pacific())) == [nil, 2, 5, nil])
        #expect(units(log([lines])) == [nil, nil, 7, nil])
    }

    @Test func theDayOnWhichClocksAreSetBackHasTwentyFiveHours() throws {
        // 1 November 2026 lasts from 07:00Z to 08:00Z of the 2nd.
        let first = try #require(Instant("2026-11-01T07:00:00Z"))
        let lines = (0..<26).map { hour in
            Line(order: "\(hour)", units: 1, placed: first.advanced(bySeconds: Int64(hour) * 3_600))
        }
        let sums = log([lines], zone: try pacific()).sums(
            of: "quantity", days: first.utcDay..<first.utcDay.advanced(by: 2), layout: RowLayout(used: [0], of: 1))
        #expect(sums.values == [25, 1] && sums.known.isFull)
    }
}
