import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct ReportedClosuresTests {
    /// Runs of closed days, as days before today.
    private static func availability(_ runs: [(code: String, from: Int, to: Int)], at: Instant = .noon - 0.1) -> Export
    {
        Export(
            feed: Availability.feed, effectiveAt: at,
            rows: runs.map { run in
                FactRow(run.code, Availability.from.of(.ago(run.from)), Availability.to.of(.ago(run.to)))
            })
    }

    /// What of the last ten days each of two listings could sell.
    private func left(_ exports: [Export]) throws -> [[Double]] {
        let store = try store([.catalog([("A", nil, 1_000), ("B", nil, 1_000)], at: .noon - 0.5)] + exports)
        let ledger = FeedLedger(try store.imports(), asOf: .noon)
        let reader = ChunkReader(store: store, ledger: ledger, stages: [], kind: .listing)
        let place = try #require(try store.chunks(of: .listing).first)
        let placed = try #require(try reader.chunk(at: place, zone: .utc))
        let days = Day.ago(10)..<Day.today
        let mask = ChunkMask(
            AvailabilityMask(outcomes: [], standing: [], asOf: .noon, zones: .utc), chunk: placed.chunk, exceptions: [],
            closures: placed.closures, opened: Values(unknown: 2), zone: .utc, days: days)
        return placed.chunk.rows.map { mask.available($0, on: days) }
    }

    private let all = [Double](repeating: 1, count: 10)

    @Test func withoutAnyEveryDayIsAsItWas() throws {
        #expect(try left([]) == [all, all])
    }

    @Test func closedDaysSellNothingFromTheFirstToTheLast() throws {
        let taken = try left([Self.availability([("A", 8, 6), ("A", 7, 5), ("A", 1, 1)])])
        #expect(taken == [[1, 1, 0, 0, 0, 0, 1, 1, 1, 0], all])
    }

    @Test func daysOutsideTheWindowDoNotCount() throws {
        let taken = try left([Self.availability([("A", 30, 9), ("B", 40, 20), ("B", 2, -20)])])
        #expect(taken[0] == [0, 0] + all.dropFirst(2))
        #expect(taken[1] == all.dropLast(2) + [0, 0])
    }

    @Test func theNewestFileSaysHowLongARunLasted() throws {
        let first = Self.availability([("A", 8, 1)], at: .noon - 0.2)
        let taken = try left([first, Self.availability([("A", 8, 7)])])
        #expect(taken[0] == [1, 1, 0, 0, 1, 1, 1, 1, 1, 1])
    }

    /// Two a day on the sixty days of the catalogue's life but none on fifteen of them, which were closed.
    @Test func closedDaysAreNoGoodDaysOfTheRateOfSale() throws {
        func rate(_ exports: [Export]) throws -> Int64? {
            var wheel = Wheel(
                store: try store(
                    [
                        .catalog([("A", nil, 1_000)], at: .noon - 0.5),
                        Export(
                            feed: DailySales.feed, effectiveAt: .noon - 0.4,
                            rows: (1...60).map { back in
                                let units = (31...45).contains(back) ? 0 : 2
                                return FactRow("A", DailySales.day.of(.ago(back)), DailySales.units.of(units))
                            },
                            covers: .init(from: Instant(startOf: .ago(60)), to: Instant(startOf: .today) - 0.01)),
                        .blocked([("A", 100)], at: .noon - 0.3), .stock(["A": 50], at: .noon - 0.2),
                    ] + exports))
            wheel.settings.currency = Currency("USD")
            try wheel.turn()
            return try wheel.queue().first?.row.atRisk
        }
        let diluted = try #require(try rate([]))
        let closed = try #require(try rate([Self.availability([("A", 45, 31)])]))
        #expect(closed > diluted)
    }
}
