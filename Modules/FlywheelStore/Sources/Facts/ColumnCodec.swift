import Crypto
public import FlywheelKit

/// A column as bytes and back, the same on every machine and in every store.
///
/// Layout, numbers little-endian: version (1 byte), type (1), rows (4), whether a mask of known rows follows (1), the
/// mask in words of 8 bytes, the values, and the first 8 bytes of SHA-256 over all of it. Whole numbers, instants, days
/// and the lengths of texts are a base of 8 bytes, a width (1) and an offset of that width for each row. Sums of money
/// are their minor units and, as a place in a list of the column's currencies, their currency. What an unknown row
/// holds is not kept.
public enum ColumnCodec {
    private static let version: UInt8 = 1
    private static let checksumLength = 8

    /// The column as bytes.
    public static func encode(_ column: ColumnData) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(version)
        writer.write(code(of: column.type))
        writer.write(UInt32(column.count))
        switch column {
        case .integers(let values): write(values, to: &writer) { Int64($0) }
        case .instants(let values): write(values, to: &writer) { $0.seconds }
        case .days(let values): write(values, to: &writer) { Int64($0.epochDays) }
        case .flags(let values): write(values, to: &writer) { $0 ? 1 : 0 }
        case .reals(let values):
            write(values.known, to: &writer)
            for value in values.filled(with: 0) { writer.write(value.bitPattern) }
        case .moneys(let values): write(values, to: &writer)
        case .texts(let values):
            write(values.known, to: &writer)
            let texts = values.known.isFull ? values.storage : Texts((0..<values.count).map { values[$0] ?? "" })
            writer.writePacked(texts.indices.map { Int64(texts.range($0).count) })
            writer.write(texts.bytes)
        }
        return writer.bytes + SHA256.hash(data: writer.bytes).prefix(checksumLength)
    }

    /// The column of those bytes.
    ///
    /// - Throws: ``ColumnDamage`` when the checksum does not match or the bytes are no column.
    public static func decode(_ bytes: UnsafeRawBufferPointer) throws(ColumnDamage) -> ColumnData {
        guard bytes.count > checksumLength else { throw ColumnDamage("has \(bytes.count) bytes, too few for a column") }
        let body = UnsafeRawBufferPointer(rebasing: bytes.dropLast(checksumLength))
        guard SHA256.hash(data: body).prefix(checksumLength).elementsEqual(bytes.suffix(checksumLength)) else {
            throw ColumnDamage("does not match its checksum")
        }
        var reader = ByteReader(body)
        let found = try reader.read(UInt8.self)
        guard found == version else { throw ColumnDamage("is of layout \(found); expected \(version)") }
        let type = try type(of: reader.read())
        let count = Int(try reader.read(UInt32.self))
        let known = try readKnown(count, from: &reader)
        let column = try readValues(of: type, known, from: &reader)
        guard reader.remaining == 0 else { throw ColumnDamage("has \(reader.remaining) bytes too many") }
        return column
    }

    // MARK: Parts

    private static func code(of type: ColumnType) -> UInt8 {
        switch type {
        case .integer: 0
        case .real: 1
        case .money: 2
        case .instant: 3
        case .day: 4
        case .text: 5
        case .flag: 6
        }
    }

    private static func type(of code: UInt8) throws(ColumnDamage) -> ColumnType {
        guard let type = ColumnType.allCases.first(where: { self.code(of: $0) == code }) else {
            throw ColumnDamage("is of type \(code), which this version does not know")
        }
        return type
    }

    private static func write(_ known: Bitmap, to writer: inout ByteWriter) {
        let isWhole = known.setCount == known.count
        writer.write(UInt8(isWhole ? 0 : 1))
        if !isWhole { known.words.forEach { writer.write($0) } }
    }

    private static func readKnown(_ count: Int, from reader: inout ByteReader) throws(ColumnDamage) -> Bitmap {
        guard try reader.read(UInt8.self) == 1 else { return Bitmap(repeating: true, count: count) }
        var words: [UInt64] = []
        for _ in 0..<(count + 63) / 64 { words.append(try reader.read()) }
        return Bitmap(words: words, count: count)
    }

    /// Unknown rows repeat a known value, so that they never widen the column.
    private static func write<Value: ColumnValue>(
        _ values: Values<Value>, to writer: inout ByteWriter, _ number: (Value) -> Int64
    ) where Value.Storage == [Value] {
        write(values.known, to: &writer)
        guard let filler = values.firstKnown else {
            return writer.writePacked([Int64](repeating: 0, count: values.count))
        }
        writer.writePacked(values.filled(with: filler).map(number))
    }

    private static func write(_ values: Values<Money>, to writer: inout ByteWriter) {
        write(values, to: &writer) { $0.minorUnits }
        let filler = values.firstKnown ?? .placeholder
        let moneys = values.filled(with: filler)
        let currencies = values.firstKnown == nil ? [] : Set(moneys.map(\.currency)).sorted()
        let places = Dictionary(uniqueKeysWithValues: currencies.enumerated().map { ($1, Int64($0)) })
        writer.write(UInt32(currencies.count))
        for currency in currencies { writer.write(currency.code.utf8) }
        writer.writePacked(moneys.map { places[$0.currency] ?? 0 })
    }

    private static func readValues(
        of type: ColumnType, _ known: Bitmap, from reader: inout ByteReader
    ) throws(ColumnDamage) -> ColumnData {
        switch type {
        case .integer: return .integers(try readNumbers(known, from: &reader) { Int(exactly: $0) })
        case .instant: return .instants(try readNumbers(known, from: &reader) { Instant(seconds: $0) })
        case .day: return .days(try readNumbers(known, from: &reader) { Int32(exactly: $0).map(Day.init(epochDays:)) })
        case .flag: return .flags(try readNumbers(known, from: &reader) { $0 == 1 })
        case .real:
            var values: [Double] = []
            for _ in 0..<known.count { values.append(Double(bitPattern: try reader.read())) }
            return .reals(Values(storage: values, known: known))
        case .money: return .moneys(try readMoney(known, from: &reader))
        case .text: return .texts(try readTexts(known, from: &reader))
        }
    }

    private static func readNumbers<Value: ColumnValue>(
        _ known: Bitmap, from reader: inout ByteReader, _ value: (Int64) -> Value?
    ) throws(ColumnDamage) -> Values<Value> where Value.Storage == [Value] {
        var values: [Value] = []
        values.reserveCapacity(known.count)
        for (row, number) in try reader.readPacked(count: known.count).enumerated() {
            guard let value = known[row] ? value(number) : .placeholder else {
                throw ColumnDamage("holds \(number), which is no value of its type")
            }
            values.append(value)
        }
        return Values(storage: values, known: known)
    }

    private static func readMoney(_ known: Bitmap, from reader: inout ByteReader) throws(ColumnDamage) -> Values<Money>
    {
        let minorUnits = try reader.readPacked(count: known.count)
        var currencies: [Currency] = []
        for _ in 0..<(try reader.read(UInt32.self)) {
            let code = String(decoding: try reader.read(count: 3), as: UTF8.self)
            guard let currency = Currency(code) else { throw ColumnDamage("holds \"\(code)\", which is no currency") }
            currencies.append(currency)
        }
        let places = try reader.readPacked(count: known.count)
        var values: [Money] = []
        values.reserveCapacity(known.count)
        for row in 0..<known.count {
            guard known[row] else {
                values.append(.placeholder)
                continue
            }
            guard let place = Int(exactly: places[row]), currencies.indices.contains(place) else {
                throw ColumnDamage("names currency \(places[row]) of \(currencies.count)")
            }
            values.append(Money(minorUnits: minorUnits[row], currencies[place]))
        }
        return Values(storage: values, known: known)
    }

    private static func readTexts(_ known: Bitmap, from reader: inout ByteReader) throws(ColumnDamage) -> Values<String>
    {
        var ends: [Int] = []
        ends.reserveCapacity(known.count)
        var end = 0
        for length in try reader.readPacked(count: known.count) {
            guard length >= 0, length <= reader.remaining - end else {
                throw ColumnDamage("has a text of \(length) bytes where fewer are left")
            }
            end += Int(length)
            ends.append(end)
        }
        return Values(storage: Texts(bytes: Array(try reader.read(count: end)), ends: ends), known: known)
    }
}

// These read the parts of a column at once: a subscript of another module costs a generic call for each row.
extension Values where Value.Storage == [Value] {
    /// The values, `filler` where they are unknown.
    fileprivate func filled(with filler: Value) -> [Value] {
        let known = known
        let storage = storage
        if known.setCount == known.count { return storage }
        return storage.indices.map { known[$0] ? storage[$0] : filler }
    }

    /// The value of the first row that has one.
    fileprivate var firstKnown: Value? {
        let known = known
        return (0..<known.count).first { known[$0] }.map { storage[$0] }
    }
}

/// Why bytes are not the column they should be; reads after the name of the column.
public struct ColumnDamage: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as the end of a sentence: "does not match its checksum".
    public let description: String

    init(_ description: String) { self.description = description }
}
