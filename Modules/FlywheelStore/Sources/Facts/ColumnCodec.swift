public import FlywheelKit

/// A column as bytes and back, the same on every machine and in every store.
///
/// Layout, numbers little-endian: version (1 byte), type (1), rows (4), whether a mask of known rows follows (1), the
/// mask in words of 8 bytes, the values, and a checksum over all of it: 8 bytes that notice damage, not forgery. Whole
/// numbers, instants, days and the lengths of texts are a base of 8 bytes, a width (1) and an offset of that width for
/// each row. Sums of money are a list of currencies, their minor units and, where there are several currencies, the
/// place of each row's in the list. What an unknown row holds is not kept.
public enum ColumnCodec {
    static let version: UInt8 = 2
    static let checksumLength = 8

    /// The column as bytes.
    public static func encode(_ column: ColumnData) -> [UInt8] {
        var writer = header(column.type, count: column.count, length: length(of: column))
        switch column {
        case .integers(let values): write(values, to: &writer) { Int64($0) }
        case .instants(let values): write(values, to: &writer) { $0.seconds }
        case .days(let values): write(values, to: &writer) { Int64($0.epochDays) }
        case .flags(let values): write(values, to: &writer) { $0 ? 1 : 0 }
        case .reals(let values):
            write(values.known, to: &writer)
            let storage = values.storage
            let known = values.known
            writer.write(count: values.count) { known[$0] ? storage[$0].bitPattern : 0 }
        case .moneys(let values): write(values, to: &writer)
        case .texts(let values): write(values, to: &writer)
        }
        return sealed(writer)
    }

    /// Chunk rows as the bytes of a column of whole numbers.
    public static func encode(rows: [Int32]) -> [UInt8] {
        var writer = header(.integer, count: rows.count, length: rows.count * 4)
        writer.write(UInt8(0))
        rows.withUnsafeBufferPointer { rows in writer.writePacked(count: rows.count) { Int64(rows[$0]) } }
        return sealed(writer)
    }

    // MARK: Parts

    static func code(of type: ColumnType) -> UInt8 {
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

    private static func header(_ type: ColumnType, count: Int, length: Int) -> ByteWriter {
        var writer = ByteWriter(capacity: length + count / 8 + 64)
        writer.write(version)
        writer.write(code(of: type))
        writer.write(UInt32(count))
        return writer
    }

    private static func sealed(_ writer: ByteWriter) -> [UInt8] {
        var writer = writer
        writer.write(writer.bytes.withUnsafeBytes(ByteHash.hash))
        return writer.bytes
    }

    /// About as many bytes as a column's values take.
    private static func length(of column: ColumnData) -> Int {
        if case .texts(let values) = column { values.storage.bytes.count + values.count } else { column.count * 4 }
    }

    private static func write(_ known: Bitmap, to writer: inout ByteWriter) {
        let isWhole = known.isFull
        writer.write(UInt8(isWhole ? 0 : 1))
        guard !isWhole else { return }
        let words = known.words
        writer.write(count: words.count) { words[$0] }
    }

    /// Unknown rows repeat a known value, so that they never widen the column.
    @inline(__always)
    private static func write<Value: ColumnValue>(
        _ values: Values<Value>, to writer: inout ByteWriter, _ number: (Value) -> Int64
    ) where Value.Storage == [Value] {
        write(values.known, to: &writer)
        writePacked(values, to: &writer, number)
    }

    @inline(__always)
    private static func writePacked<Value: ColumnValue>(
        _ values: Values<Value>, to writer: inout ByteWriter, _ number: (Value) -> Int64
    ) where Value.Storage == [Value] {
        let known = values.known
        values.storage.withUnsafeBufferPointer { storage in
            if known.isFull { return writer.writePacked(count: storage.count) { number(storage[$0]) } }
            guard let first = (0..<known.count).first(where: { known[$0] }) else {
                return writer.writePacked(count: storage.count) { _ in 0 }
            }
            let filler = number(storage[first])
            writer.writePacked(count: storage.count) { known[$0] ? number(storage[$0]) : filler }
        }
    }

    private static func write(_ values: Values<Money>, to writer: inout ByteWriter) {
        let currencies = currencies(of: values)
        write(values.known, to: &writer)
        writer.write(UInt32(currencies.count))
        for currency in currencies { writer.write(currency.code.utf8) }
        writePacked(values, to: &writer) { $0.minorUnits }
        guard currencies.count > 1 else { return }
        let places = Dictionary(uniqueKeysWithValues: currencies.enumerated().map { ($1, Int64($0)) })
        writePacked(values, to: &writer) { places[$0.currency] ?? 0 }
    }

    /// The currencies of known rows, sorted.
    private static func currencies(of values: Values<Money>) -> [Currency] {
        let known = values.known
        let isFull = known.isFull
        var found: Set<Currency> = []
        var last: Currency?
        for (row, money) in values.storage.enumerated() where money.currency != last && (isFull || known[row]) {
            last = money.currency
            found.insert(money.currency)
        }
        return found.sorted()
    }

    private static func write(_ values: Values<String>, to writer: inout ByteWriter) {
        write(values.known, to: &writer)
        let known = values.known
        let texts =
            known.isFull
            ? values.storage : values.storage.picked(values.indices.map { known[$0] ? $0 : -1 }, filler: "")
        texts.ends.withUnsafeBufferPointer { ends in
            writer.writePacked(count: ends.count) { Int64($0 == 0 ? ends[0] : ends[$0] - ends[$0 - 1]) }
        }
        writer.write(texts.bytes)
    }
}

/// Why bytes are not the column they should be; reads after the name of the column.
public struct ColumnDamage: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as the end of a sentence: "does not match its checksum".
    public let description: String

    package init(_ description: String) { self.description = description }
}
