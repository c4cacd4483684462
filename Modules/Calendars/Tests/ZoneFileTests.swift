@testable import Calendars
import Testing

/// Reading zone files put together by hand.
@Suite struct ZoneFileTests {
    /// Local mean time, then one hour ahead, then two, from version 2 on with a rule.
    static let sample = ZoneBytes(
        transitions: [(-1_000, 1), (5_000, 2), (90_000, 1)],
        types: [(-75, 0, 0), (3_600, 0, 4), (7_200, 1, 8)],
        designations: "LMT\0CET\0CEST\0", footer: Rules.paris)

    private static func sample(_ change: (inout ZoneBytes) -> Void) -> [UInt8] {
        var bytes = sample
        change(&bytes)
        return bytes.bytes
    }

    private static func sample(byte position: Int, _ value: UInt8) -> [UInt8] {
        var bytes = sample.bytes
        bytes[position] = value
        return bytes
    }

    @Test(arguments: ["\0", "2", "3", "4"] as [Unicode.Scalar])
    func everyVersionGivesTheWrittenTransitions(version: Unicode.Scalar) throws {
        let zone = try TimeZoneTable(identifier: "Test/Sample", tzif: Self.sample { $0.version = version })
        #expect(zone.identifier == "Test/Sample")
        #expect(
            [-5_000, -1_001, -1_000, 4_999, 5_000, 89_999, 90_000].map(zone.offset) == [
                -75, -75, 3_600, 3_600, 7_200, 7_200, 3_600,
            ])
        #expect([-1_001, 0, 5_000].map(zone.abbreviation) == ["LMT", "CET", "CEST"])
    }

    @Test func theRuleHoldsAfterTheLastTransitionAndOnlyInNewerVersions() throws {
        let july = try instant("2050-07-01", 12)
        #expect(try TimeZoneTable(identifier: "New", tzif: Self.sample.bytes).offset(at: july) == 7_200)
        #expect(try TimeZoneTable(identifier: "Old", tzif: Self.sample { $0.version = "\0" }).offset(at: july) == 3_600)
        #expect(try TimeZoneTable(identifier: "None", tzif: Self.sample { $0.footer = "" }).offset(at: july) == 3_600)
    }

    @Test func aFileWithoutTransitionsIsItsRuleThroughAllTime() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        #expect(zone.abbreviation(at: try instant("1900-07-01", 0)) == "PDT")
        #expect(zone.offset(at: try instant("9000-01-01", 0)) == -28_800)
    }

    @Test func universalTimeNeverChanges() {
        for instant in [Int64.min, -1, 0, .max] {
            #expect(TimeZoneTable.utc.offset(at: instant) == 0)
            #expect(TimeZoneTable.utc.abbreviation(at: instant) == "UTC")
        }
    }

    /// The second header is at byte 54, its transitions at 98, types at 125, designations at 143, the footer at 156.
    @Test(arguments: [
        ([UInt8](), 0, "\"TZif\" (4 bytes)", "0 bytes to the end"),
        (Array("tzdb-and-more".utf8), 0, "\"TZif\"", "4 other bytes"),
        (sample { $0.version = "1" }, 4, "version 1 to 4", "byte 49"),
        (sample { $0.version = "5" }, 4, "version 1 to 4", "byte 53"),
        (sample(byte: 31, 1), 28, "a file without leap seconds", "1"),
        (sample(byte: 27, 2), 24, "no marks or 1", "2"),
        (sample { $0.types = [] }, 90, "1 to 256 local time types", "0"),
        (sample { $0.transitions[1].time = -1_000 }, 106, "a transition after -1000", "-1000"),
        (sample { $0.transitions[2].type = 3 }, 124, "a local time type below 3", "3"),
        (sample { $0.types[1].offset = 93_600 }, 131, "an offset within -89999...93599", "93600"),
        (sample { $0.types[1].isDaylight = 2 }, 135, "a daylight mark of 0 or 1", "2"),
        (
            sample { $0.types[1].designation = 13 }, 136, "a designation that ends within bytes 143..<156",
            "one that does not"
        ),
        (Array(sample.bytes.prefix(156)), 156, "a line end", "the end"),
        (Array(sample.bytes.dropLast()), 156 + 1 + Rules.paris.utf8.count, "a line end", "the end"),
    ])
    func brokenBytesAreRefusedWhereTheyBreak(bytes: [UInt8], offset: Int, expected: String, found: String) {
        let wanted = ZoneFileError(identifier: "Bad", offset: offset, expected: expected, found: found)
        #expect(throws: wanted) { try TimeZoneTable(identifier: "Bad", tzif: bytes) }
    }

    @Test func aForgedCountIsRefusedBeforeItCostsMemory() {
        var bytes = Self.sample.bytes
        bytes.replaceSubrange(54 + 32..<54 + 36, with: [255, 255, 255, 255])
        let error = #expect(throws: ZoneFileError.self) { try TimeZoneTable(identifier: "Bad", tzif: bytes) }
        #expect(error?.offset == 98)
    }

    @Test func anErrorSaysWhereAndWhat() {
        let error = #expect(throws: ZoneFileError.self) {
            try TimeZoneTable(identifier: "Bad", tzif: Array("text".utf8))
        }
        #expect(error?.description == "Bad, byte 0: expected \"TZif\", found 4 other bytes")
    }
}
