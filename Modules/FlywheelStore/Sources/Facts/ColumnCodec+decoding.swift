public import FlywheelKit

extension ColumnCodec {
    /// The column of those bytes.
    ///
    /// - Throws: ``ColumnDamage`` when the checksum does not match or the bytes are no column.
    public static func decode(_ bytes: UnsafeRawBufferPointer) throws(ColumnDamage) -> ColumnData {
        var (type, count, reader) = try opened(bytes)
        let known = try readKnown(count, from: &reader)
        let column: ColumnData
        switch type {
        case .integer: column = .integers(try readNumbers(known, from: &reader) { Int(exactly: $0) })
        case .instant: column = .instants(try readNumbers(known, from: &reader) { Instant(seconds: $0) })
        case .day:
            column = .days(try readNumbers(known, from: &reader) { Int32(exactly: $0).map(Day.init(epochDays:)) })
        case .flag: column = .flags(try readNumbers(known, from: &reader) { $0 == 1 })
        case .real:
            let values = try reader.read(count, as: UInt64.self) { Double(bitPattern: $0) }
            column = .reals(Values(storage: values, known: known))
        case .money: column = .moneys(try readMoney(known, from: &reader))
        case .text: column = .texts(try readTexts(known, from: &reader))
        }
        try end(reader)
        return column
    }

    /// The chunk rows that ``encode(rows:)`` wrote.
    ///
    /// - Throws: ``ColumnDamage`` when the checksum does not match or the bytes are no chunk rows.
    public static func decodeRows(_ bytes: UnsafeRawBufferPointer) throws(ColumnDamage) -> [Int32] {
        var (type, count, reader) = try opened(bytes)
        guard type == .integer, try reader.read(UInt8.self) == 0 else { throw ColumnDamage("holds no chunk rows") }
        var isSmall = true
        let rows = try reader.readPacked(count: count) { number in
            let row = Int32(truncatingIfNeeded: number)
            isSmall = isSmall && Int64(row) == number && row >= 0
            return row
        }
        guard isSmall else { throw ColumnDamage("holds numbers that are no chunk rows") }
        try end(reader)
        return rows
    }

    /// Whether the bytes are those that ``encode(_:)`` or ``encode(rows:)`` wrote, by their checksum alone.
    package static func isUndamaged(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count > checksumLength else { return false }
        let checksum = bytes.loadUnaligned(fromByteOffset: bytes.count - checksumLength, as: UInt64.self)
        return ByteHash.hash(body(of: bytes)) == UInt64(littleEndian: checksum)
    }

    // MARK: Parts

    private static func body(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes.dropLast(checksumLength))
    }

    /// The type and the number of rows of a column whose checksum is right, and what follows them.
    private static func opened(
        _ bytes: UnsafeRawBufferPointer
    ) throws(ColumnDamage) -> (type: ColumnType, count: Int, reader: ByteReader) {
        guard bytes.count > checksumLength else { throw ColumnDamage("has \(bytes.count) bytes, too few for a column") }
        guard isUndamaged(bytes) else { throw ColumnDamage("does not match its checksum") }
        var reader = ByteReader(body(of: bytes))
        let found = try reader.read(UInt8.self)
        guard found == version else { throw ColumnDamage("is of layout \(found); expected \(version)") }
        let code = try reader.read(UInt8.self)
        guard let type = ColumnType.allCases.first(where: { self.code(of: $0) == code }) else {
            throw ColumnDamage("is of type \(code), which this version does not know")
        }
        let count = Int(try reader.read(UInt32.self))
        return (type, count, reader)
    }

    private static func end(_ reader: ByteReader) throws(ColumnDamage) {
        guard reader.remaining == 0 else { throw ColumnDamage("has \(reader.remaining) bytes too many") }
    }

    private static func readKnown(_ count: Int, from reader: inout ByteReader) throws(ColumnDamage) -> Bitmap {
        guard try reader.read(UInt8.self) == 1 else { return Bitmap(repeating: true, count: count) }
        return Bitmap(words: try reader.read((count + 63) / 64, as: UInt64.self) { $0 }, count: count)
    }

    @inline(__always)
    private static func readNumbers<Value: ColumnValue>(
        _ known: Bitmap, from reader: inout ByteReader, _ value: (Int64) -> Value?
    ) throws(ColumnDamage) -> Values<Value> where Value.Storage == [Value] {
        let placeholder = Value.placeholder
        var stray: Int64?
        var values = try reader.readPacked(count: known.count) { number in
            if let value = value(number) { return value }
            stray = number
            return placeholder
        }
        if let stray { throw ColumnDamage("holds \(stray), which is no value of its type") }
        if !known.isFull { for row in values.indices where !known[row] { values[row] = placeholder } }
        return Values(storage: values, known: known)
    }

    private static func readMoney(_ known: Bitmap, from reader: inout ByteReader) throws(ColumnDamage) -> Values<Money>
    {
        var currencies: [Currency] = []
        for _ in 0..<(try reader.read(UInt32.self)) {
            let code = String(decoding: try reader.read(count: 3), as: UTF8.self)
            guard let currency = Currency(code) else { throw ColumnDamage("holds \"\(code)\", which is no currency") }
            currencies.append(currency)
        }
        let first = currencies.first ?? Money.placeholder.currency
        let values = try readNumbers(known, from: &reader) { Money(minorUnits: $0, first) }
        guard currencies.count > 1 else { return values }
        let places = try reader.readPacked(count: known.count) { $0 }
        if let stray = places.first(where: { $0 < 0 || $0 >= currencies.count }) {
            throw ColumnDamage("names currency \(stray) of \(currencies.count)")
        }
        let storage = values.storage
        let moneys = storage.indices.map {
            known[$0] ? Money(minorUnits: storage[$0].minorUnits, currencies[Int(places[$0])]) : .placeholder
        }
        return Values(storage: moneys, known: known)
    }

    private static func readTexts(_ known: Bitmap, from reader: inout ByteReader) throws(ColumnDamage) -> Values<String>
    {
        var end = 0
        var isSound = true
        let most = reader.remaining
        let ends = try reader.readPacked(count: known.count) { length in
            // A length past all bytes is not added up, so that the sum stays a number.
            if length >= 0, length <= Int64(most - end) { end += Int(length) } else { isSound = false }
            return end
        }
        guard isSound else { throw ColumnDamage("has a text longer than what is left") }
        return Values(storage: Texts(bytes: Array(try reader.read(count: end)), ends: ends), known: known)
    }
}
