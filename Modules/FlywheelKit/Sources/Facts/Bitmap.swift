/// One bit a row, packed in words: which values of a column are known.
@frozen
public struct Bitmap: Hashable, Sendable {
    /// The bits, row 0 in the lowest bit of word 0; bits past ``count`` are zero.
    @inlinable public var words: [UInt64] { bits }
    /// The number of rows.
    @inlinable public var count: Int { size }
    @usableFromInline var bits: [UInt64]
    @usableFromInline var size: Int

    /// `count` rows, all alike.
    public init(repeating bit: Bool, count: Int) {
        size = count
        bits = [UInt64](repeating: bit ? .max : 0, count: (count + 63) / 64)
        if bit, count % 64 != 0 { bits[bits.count - 1] = 1 << UInt64(count % 64) - 1 }
    }

    /// The bits of `words`; bits past `count` are cleared.
    ///
    /// - Precondition: `words` holds `count` bits, in as few words as that takes.
    public init(words: [UInt64], count: Int) {
        precondition(words.count == (count + 63) / 64, "\(words.count) words cannot be \(count) bits")
        bits = words
        size = count
        if count % 64 != 0 { bits[bits.count - 1] &= 1 << UInt64(count % 64) - 1 }
    }

    /// The bit of a row.
    @inlinable
    public subscript(row: Int) -> Bool {
        get {
            precondition(row < count, "no such row")
            return bits[row >> 6] >> UInt64(row & 63) & 1 == 1
        }
        set {
            precondition(row < count, "no such row")
            let bit: UInt64 = 1 << UInt64(row & 63)
            if newValue { bits[row >> 6] |= bit } else { bits[row >> 6] &= ~bit }
        }
    }

    /// Sets the bits of a range of rows.
    package mutating func insert(_ rows: Range<Int>) {
        precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "no such rows")
        var row = rows.lowerBound
        while row < rows.upperBound {
            let end = min(rows.upperBound, (row | 63) + 1)
            bits[row >> 6] |= (UInt64.max >> UInt64(64 - (end - row))) << UInt64(row & 63)
            row = end
        }
    }

    /// The number of rows whose bit is set.
    public var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether any row's bit is this.
    public func contains(_ bit: Bool) -> Bool { bit ? words.contains { $0 != 0 } : !isFull }

    /// Whether every row's bit is set.
    public var isFull: Bool { setCount == count }

    /// Adds a row at the end.
    @inlinable
    public mutating func append(_ bit: Bool) {
        if count & 63 == 0 { bits.append(0) }
        if bit { bits[size >> 6] |= 1 << UInt64(count & 63) }
        size += 1
    }

    /// Adds the rows of another at the end.
    public mutating func append(contentsOf other: Bitmap) {
        if count & 63 == 0 {
            bits += other.bits
        } else {
            let shift = UInt64(count & 63)
            bits.reserveCapacity((count + other.count + 63) / 64)
            for word in other.words {
                bits[bits.count - 1] |= word << shift
                bits.append(word >> (64 - shift))
            }
            let needed = (count + other.count + 63) / 64
            if bits.count > needed { bits.removeLast(bits.count - needed) }
        }
        size += other.count
    }

    /// The rows at `indices`, in that order; a cleared bit where an index is negative.
    public func picked(_ indices: [Int]) -> Bitmap {
        var picked = Bitmap(repeating: true, count: indices.count)
        let isFull = isFull
        for (place, index) in indices.enumerated() where index < 0 || !isFull && !self[index] { picked[place] = false }
        return picked
    }
}
