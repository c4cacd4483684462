import FlywheelKit
import FlywheelStore
import Testing

private func decode(_ bytes: [UInt8]) throws -> ColumnData { try bytes.withUnsafeBytes { try ColumnCodec.decode($0) } }

/// A column of random length, range and share of unknown rows.
private func column(of type: ColumnType, _ random: inout SplitMix) -> ColumnData {
    let count: Int = [0, 1, 63, 64, 65, 300].randomElement(using: &random) ?? 0
    let unknown: Double = [0, 0.3, 1].randomElement(using: &random) ?? 0
    let bits: Int = [0, 4, 8, 16, 31, 63].randomElement(using: &random) ?? 0
    func values<Value>(_ value: (inout SplitMix) -> Value) -> Values<Value> {
        var values = Values<Value>()
        for _ in 0..<count { values.append(Double.random(in: 0..<1, using: &random) < unknown ? nil : value(&random)) }
        return values
    }
    func number(_ random: inout SplitMix) -> Int64 { Int64(bitPattern: random.next()) >> Int64(63 - bits) }
    let currencies = ["USD", "EUR", "JPY"].compactMap { Currency($0) }
    return switch type {
    case .integer: .integers(values { Int(number(&$0)) })
    case .real: .reals(values { Double(number(&$0)) / 3 })
    case .money:
        .moneys(values { Money(minorUnits: number(&$0), currencies[Int($0.next() % UInt64(currencies.count))]) })
    case .instant: .instants(values { Instant(seconds: number(&$0)) })
    case .day: .days(values { Day(epochDays: Int32(truncatingIfNeeded: number(&$0))) })
    case .text: .texts(values { String(repeating: "Ü\u{0}€", count: Int($0.next() % 5)) })
    case .flag: .flags(values { $0.next() % 2 == 0 })
    }
}

@Suite("A column survives as bytes")
struct ColumnCodecTests {
    @Test(arguments: ColumnType.allCases, UInt64(0)..<40)
    func randomColumnsReturnUnchanged(type: ColumnType, seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let column = column(of: type, &random)
        #expect(try decode(ColumnCodec.encode(column)) == column)
    }

    @Test func extremesReturnUnchanged() throws {
        for column in [
            ColumnData.integers(Values([.min, .max, 0, nil])), .integers(Values([.max])),
            .days(Values([Day(epochDays: .min)])),
            .reals(Values([-0.0, .infinity, .leastNonzeroMagnitude])),
            .texts(Values([String(repeating: "x", count: 70_000)])), .texts(Values(["aa", "bb", "cc"])),
        ] {
            #expect(try decode(ColumnCodec.encode(column)) == column)
        }
    }

    @Test func wholeNumbersTakeTheFewestBytesOfTheirRange() {
        func length(_ values: [Int?]) -> Int { ColumnCodec.encode(.integers(Values(values))).count }
        let overhead = length([7])
        #expect(length([Int](repeating: 7, count: 1_000)) == overhead, "one value takes no room")
        #expect(length((0..<256).map { 1_000_000 + $0 }) == overhead + 256)
        #expect(length((0..<257).map { 1_000_000 + $0 }) == overhead + 2 * 257)
        #expect(length([0, 65_536]) == overhead + 2 * 4)
        #expect(length([0, 1 << 32]) == overhead + 2 * 8)
        #expect(length([900_000, nil]) == overhead + 8, "unknown rows cost their mask and never widen the column")
    }

    @Test(arguments: ColumnType.allCases)
    func everyFlippedBitIsNoticed(type: ColumnType) throws {
        var random = SplitMix(state: 11)
        var bytes: [UInt8] = []
        while bytes.count < 90 { bytes = ColumnCodec.encode(column(of: type, &random)) }
        let limit = min(bytes.count, 400)
        for position in Array(0..<limit / 2) + Array(bytes.count - limit / 2..<bytes.count) {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[position] ^= 1 << UInt8(bit)
                #expect(throws: ColumnDamage.self, "bit \(bit) of byte \(position)") { try decode(damaged) }
            }
        }
    }

    @Test func chunkRowsReturnUnchanged() throws {
        for rows: [Int32] in [[], [7], [0, 0, 8_191, 3], Array(0..<70_000)] {
            let bytes = ColumnCodec.encode(rows: rows)
            #expect(try bytes.withUnsafeBytes { try ColumnCodec.decodeRows($0) } == rows)
            #expect(try decode(bytes) == .integers(Values(all: rows.map(Int.init))))
        }
        let negative = ColumnCodec.encode(.integers(Values([-1])))
        #expect(throws: ColumnDamage.self) { try negative.withUnsafeBytes { try ColumnCodec.decodeRows($0) } }
    }

    @Test func everyCutIsNoticed() {
        let bytes = ColumnCodec.encode(.texts(Values(["one", nil, "three"])))
        for length in 0..<bytes.count {
            #expect(throws: ColumnDamage.self, "cut to \(length)") { try decode(Array(bytes[..<length])) }
        }
        #expect(throws: ColumnDamage.self) { try decode(bytes + [0]) }
    }
}

@Suite("Columns are joined end to end")
struct ColumnJoiningTests {
    @Test func partsKeepTheirOrderAndWhatIsUnknown() {
        let parts: [ColumnData] = [.integers(Values([1, nil])), .integers(Values()), .integers(Values([nil, 4]))]
        #expect(ColumnData.joined(parts) == .integers(Values([1, nil, nil, 4])))
        #expect(ColumnData.joined([parts[0]]) == parts[0])
    }

    @Test(arguments: ColumnType.allCases, UInt64(0)..<5)
    func pickedRowsAreEachOneItself(type: ColumnType, seed: UInt64) {
        var random = SplitMix(state: seed)
        let column = column(of: type, &random)
        let indices = (0..<column.count).filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
        guard !indices.isEmpty else { return }
        #expect(column.picked(indices) == ColumnData.joined(indices.map { column.picked([$0]) }))
    }

    @Test func differentTypesAreNotJoined() {
        #expect(ColumnData.joined([.integers(Values([1])), .texts(Values(["1"]))]) == nil)
        #expect(ColumnData.joined([]) == nil)
    }
}
