/// Bytes being written, numbers in little-endian order.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func write(_ byte: UInt8) { bytes.append(byte) }

    package mutating func write(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

    /// A text behind the number of its bytes.
    package mutating func write(text: String) {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// A whole number in as few bytes as it needs: seven bits in each, small ones of either sign in one.
    package mutating func write(short value: Int64) {
        var rest = UInt64(bitPattern: value << 1) ^ UInt64(bitPattern: value >> 63)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Numbers one after the other.
    @inline(__always)
    mutating func write<Number: FixedWidthInteger>(count: Int, _ number: (Int) -> Number) {
        let width = Number.bitWidth / 8
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count * width))
        bytes.withUnsafeMutableBytes { bytes in
            for index in 0..<count {
                bytes.storeBytes(of: number(index).littleEndian, toByteOffset: start + index * width, as: Number.self)
            }
        }
    }

    /// Whole numbers as a smallest one and offsets from it, in the fewest of 0, 1, 2, 4 or 8 bytes that hold them all.
    @inline(__always)
    mutating func writePacked(count: Int, _ number: (Int) -> Int64) {
        var base = count == 0 ? 0 : number(0)
        var most = base
        for index in 0..<count {
            base = min(base, number(index))
            most = max(most, number(index))
        }
        write(base)
        let range = UInt64(bitPattern: most &- base)
        write(UInt8(range == 0 ? 0 : range <= 0xFF ? 1 : range <= 0xFFFF ? 2 : range <= 0xFFFF_FFFF ? 4 : 8))
        switch range {
        case 0: break
        case ...0xFF: write(count: count) { UInt8(truncatingIfNeeded: number($0) &- base) }
        case ...0xFFFF: write(count: count) { UInt16(truncatingIfNeeded: number($0) &- base) }
        case ...0xFFFF_FFFF: write(count: count) { UInt32(truncatingIfNeeded: number($0) &- base) }
        default: write(count: count) { UInt64(bitPattern: number($0) &- base) }
        }
    }
}

/// Bytes being read; running past their end is an error, never a crash.
package struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    package var remaining: Int { bytes.count - position }

    package mutating func read<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(ColumnDamage) -> Value {
        let raw = try read(count: Value.bitWidth / 8)
        return Value(littleEndian: raw.loadUnaligned(as: Value.self))
    }

    package mutating func read(count: Int) throws(ColumnDamage) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= remaining else {
            throw ColumnDamage("ends after \(bytes.count) bytes where \(count) more were expected")
        }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Reads what ``ByteWriter/write(short:)`` wrote.
    package mutating func readShort() throws(ColumnDamage) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try read(UInt8.self)
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
            shift += 7
            guard shift < 64 else { throw ColumnDamage("has a number of more than 64 bits") }
        }
    }

    /// Reads what ``ByteWriter/write(text:)`` wrote.
    package mutating func readText() throws(ColumnDamage) -> String {
        let count = Int(try read(UInt32.self))
        return String(decoding: try read(count: count), as: UTF8.self)
    }

    /// Numbers one after the other, each as what `value` makes of it.
    @inline(__always)
    mutating func read<Number: FixedWidthInteger, Value>(
        _ count: Int, as: Number.Type, _ value: (Number) -> Value
    ) throws(ColumnDamage) -> [Value] {
        let width = Number.bitWidth / 8
        let raw = try read(count: count * width)
        return [Value](unsafeUninitializedCapacity: count) { values, initialized in
            for index in 0..<count {
                let number = Number(littleEndian: raw.loadUnaligned(fromByteOffset: index * width, as: Number.self))
                values.initializeElement(at: index, to: value(number))
            }
            initialized = count
        }
    }

    /// Reads what ``ByteWriter/writePacked(count:_:)`` wrote, each number as what `value` makes of it.
    @inline(__always)
    mutating func readPacked<Value>(
        count: Int, _ value: (Int64) -> Value
    ) throws(ColumnDamage) -> [Value] {
        let base = try read(Int64.self)
        let width = try read(UInt8.self)
        switch width {
        case 0: return (0..<count).map { _ in value(base) }
        case 1: return try read(count, as: UInt8.self) { value(base &+ Int64($0)) }
        case 2: return try read(count, as: UInt16.self) { value(base &+ Int64($0)) }
        case 4: return try read(count, as: UInt32.self) { value(base &+ Int64($0)) }
        case 8: return try read(count, as: UInt64.self) { value(base &+ Int64(bitPattern: $0)) }
        default: throw ColumnDamage("has numbers of \(width) bytes; expected 0, 1, 2, 4 or 8")
        }
    }
}
