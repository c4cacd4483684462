import Calendars
import Testing

/// Damaged zone files: each is refused, or is a zone that answers everything.
@Suite struct ZoneFuzzTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func damagedBytesNeverTrap(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var whole = [ZoneFileTests.sample.bytes]
        if let bytes = SystemZones.bytes("Europe/Dublin") { whole.append(bytes) }
        var accepted = 0
        for round in 0..<200 {
            var bytes = whole[round % whole.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes, &random) }
            guard let zone = try accept(bytes) else { continue }
            accepted += 1
            exercise(zone, &random)
        }
        #expect(accepted > 0, "every damaged file was refused, so none was exercised")
    }

    @Test func everyTruncationIsRefused() {
        let bytes = ZoneFileTests.sample.bytes
        for count in bytes.indices {
            #expect(throws: ZoneFileError.self) {
                try TimeZoneTable(identifier: "Cut", tzif: Array(bytes.prefix(count)))
            }
        }
    }

    private func accept(_ bytes: [UInt8]) throws -> TimeZoneTable? {
        do {
            return try TimeZoneTable(identifier: "Damaged", tzif: bytes)
        } catch {
            #expect((0...bytes.count).contains(error.offset))
            return nil
        }
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard let position = bytes.indices.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[position] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: bytes.remove(at: position)
        default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: position)
        }
    }

    private func exercise(_ zone: TimeZoneTable, _ random: inout SplitMix) {
        let calendar = BusinessCalendar(zone: zone, week: [.monday: .allDay, .sunday: .allDay])
        for instant in [Int64.min, 0, .max, Int64.random(in: -5_000_000_000...5_000_000_000, using: &random)] {
            let (day, second) = zone.localTime(at: instant)
            #expect((0..<86_400).contains(second))
            #expect(!zone.abbreviation(at: instant).utf8.contains(0))
            #expect(zone.startOfDay(day) <= zone.instant(day: day, secondOfDay: second))
            if let opening = calendar.nextOpening(after: instant) { #expect(calendar.isOpen(at: opening)) }
        }
    }
}
