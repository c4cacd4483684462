import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Learning

@Suite struct LinkBookTests {
    private let store = MemoryStore()
    private let noon = Instant(seconds: 1_795_000_000)
    private let ana = Actor(.person, "ana")

    private func link(_ read: Int, at: Instant) -> MeasuredLink {
        var link = MeasuredLink(from: "suppressions", to: "inventory", signal: ListingAvailability.key, at: at)
        (link.rows, link.read, link.findings, link.gone, link.different, link.new) = (100, read, 20, 2, 3, 4)
        return link
    }

    @Test func theNewestMeasurementOfAPairIsKept() throws {
        let book = LinkBook(store)
        try book.keep([link(40, at: noon)], by: ana, at: noon)
        try book.keep([link(90, at: noon.advanced(byDays: 1))], by: ana, at: noon.advanced(byDays: 1))
        try book.keep([link(10, at: noon.advanced(byDays: -1))], by: ana, at: noon.advanced(byDays: 2))
        let record = try #require(try store.loopRecords(.link).first)
        #expect(try store.loopRecords(.link).count == 1)
        #expect(try LinkBody(record).read == 90)
        #expect(try LinkBody(record).changedFindings == 9)
        #expect(try LinkBody(record).findings == 24, "four of the nine are there only without the signal")
        #expect(record.at == noon.advanced(byDays: 1))
    }
}
