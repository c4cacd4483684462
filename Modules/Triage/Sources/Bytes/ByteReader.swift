/// Reads what a ``ByteWriter`` wrote, and never past its end.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    mutating func integer<Number: FixedWidthInteger>(_: Number.Type) throws(DamagedModel) -> Number {
        var number: Number = 0
        for (place, byte) in try take(MemoryLayout<Number>.size).enumerated() {
            number |= Number(truncatingIfNeeded: byte) << (8 * place)
        }
        return number
    }

    mutating func float() throws(DamagedModel) -> Float { Float(bitPattern: try integer(UInt32.self)) }

    mutating func double() throws(DamagedModel) -> Double { Double(bitPattern: try integer(UInt64.self)) }

    mutating func text() throws(DamagedModel) -> String {
        String(decoding: try take(Int(try integer(UInt32.self))), as: UTF8.self)
    }

    mutating func cells(_ count: Int) throws(DamagedModel) -> [Int8] {
        try take(count).map { Int8(bitPattern: $0) }
    }

    /// As many as stated of what `read` reads; each takes a byte at least, so a wrong count reserves no room.
    mutating func list<Element>(
        _ count: Int, _ read: (inout ByteReader) throws(DamagedModel) -> Element
    ) throws(DamagedModel) -> [Element] {
        guard count >= 0, count <= rest.count else { throw .inconsistent("\(count) items in \(rest.count) bytes") }
        var items: [Element] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try read(&self)) }
        return items
    }

    private mutating func take(_ count: Int) throws(DamagedModel) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else {
            throw .inconsistent("\(count) bytes where \(rest.count) are left")
        }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
