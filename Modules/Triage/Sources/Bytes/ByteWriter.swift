/// Numbers and texts one after the other, as bytes, the lowest byte of a number first.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ number: Float) { write(number.bitPattern) }

    mutating func write(_ number: Double) { write(number.bitPattern) }

    mutating func write(_ text: String) {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ numbers: [Float]) {
        for number in numbers { write(number) }
    }

    mutating func write(_ cells: [Int8]) { cells.withUnsafeBytes { bytes.append(contentsOf: $0) } }
}
