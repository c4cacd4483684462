/// Bytes being written, numbers in little-endian order.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

    /// A text behind the number of its bytes.
    mutating func write(text: String) {
        write(UInt32(text.utf8.count))
        write(text.utf8)
    }

    /// Whole numbers as a smallest one and offsets from it, in the fewest of 0, 1, 2, 4 or 8 bytes that hold them all.
    mutating func writePacked(_ values: [Int64]) {
        let base = values.min() ?? 0
        let range = UInt64(bitPattern: (values.max() ?? 0) &- base)
        write(base)
        switch range {
        case 0: write(UInt8(0))
        case ...UInt64(UInt8.max): write(values, from: base, as: UInt8.self)
        case ...UInt64(UInt16.max): write(values, from: base, as: UInt16.self)
        case ...UInt64(UInt32.max): write(values, from: base, as: UInt32.self)
        default: write(values, from: base, as: UInt64.self)
        }
    }

    private mutating func write<Offset: FixedWidthInteger>(_ values: [Int64], from base: Int64, as: Offset.Type) {
        write(UInt8(Offset.bitWidth / 8))
        bytes.reserveCapacity(bytes.count + values.count * Offset.bitWidth / 8)
        for value in values { write(Offset(truncatingIfNeeded: value &- base)) }
    }
}

/// Bytes being read; running past their end is an error, never a crash.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var remaining: Int { bytes.count - position }

    mutating func read<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(ColumnDamage) -> Value {
        let raw = try read(count: Value.bitWidth / 8)
        return Value(littleEndian: raw.loadUnaligned(as: Value.self))
    }

    mutating func read(count: Int) throws(ColumnDamage) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= remaining else {
            throw ColumnDamage("ends after \(bytes.count) bytes where \(count) more were expected")
        }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Reads what ``ByteWriter/write(text:)`` wrote.
    mutating func readText() throws(ColumnDamage) -> String {
        let count = Int(try read(UInt32.self))
        return String(decoding: try read(count: count), as: UTF8.self)
    }

    /// Reads what ``ByteWriter/writePacked(_:)`` wrote.
    mutating func readPacked(count: Int) throws(ColumnDamage) -> [Int64] {
        let base = try read(Int64.self)
        let width = try read(UInt8.self)
        switch width {
        case 0: return [Int64](repeating: base, count: count)
        case 1: return try readOffsets(count, from: base, as: UInt8.self)
        case 2: return try readOffsets(count, from: base, as: UInt16.self)
        case 4: return try readOffsets(count, from: base, as: UInt32.self)
        case 8: return try readOffsets(count, from: base, as: UInt64.self)
        default: throw ColumnDamage("has numbers of \(width) bytes; expected 0, 1, 2, 4 or 8")
        }
    }

    private mutating func readOffsets<Offset: FixedWidthInteger>(
        _ count: Int, from base: Int64, as: Offset.Type
    ) throws(ColumnDamage) -> [Int64] {
        let width = Offset.bitWidth / 8
        let raw = try read(count: count * width)
        return (0..<count).map { index in
            let offset = Offset(littleEndian: raw.loadUnaligned(fromByteOffset: index * width, as: Offset.self))
            return base &+ Int64(truncatingIfNeeded: offset)
        }
    }
}
