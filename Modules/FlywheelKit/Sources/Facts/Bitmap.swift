/// One bit a row, packed in words: which values of a column are known.
public struct Bitmap: Hashable, Sendable {
    /// The bits, row 0 in the lowest bit of word 0; bits past ``count`` are zero.
    public private(set) var words: [UInt64]
    /// The number of rows.
    public private(set) var count: Int

    /// `count` rows, all alike.
    public init(repeating bit: Bool, count: Int) {
        self.count = count
        words = [UInt64](repeating: bit ? .max : 0, count: (count + 63) / 64)
        if bit, count % 64 != 0 { words[words.count - 1] = 1 << UInt64(count % 64) - 1 }
    }

    /// The bits of `words`; bits past `count` are cleared.
    ///
    /// - Precondition: `words` holds `count` bits, in as few words as that takes.
    public init(words: [UInt64], count: Int) {
        precondition(words.count == (count + 63) / 64, "\(words.count) words cannot be \(count) bits")
        self.words = words
        self.count = count
        if count % 64 != 0 { self.words[words.count - 1] &= 1 << UInt64(count % 64) - 1 }
    }

    /// The bit of a row.
    public subscript(row: Int) -> Bool {
        get {
            precondition(row < count, "row \(row) of \(count)")
            return words[row >> 6] >> UInt64(row & 63) & 1 == 1
        }
        set {
            precondition(row < count, "row \(row) of \(count)")
            let bit: UInt64 = 1 << UInt64(row & 63)
            if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
        }
    }

    /// The number of rows whose bit is set.
    public var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Adds a row at the end.
    public mutating func append(_ bit: Bool) {
        if count % 64 == 0 { words.append(0) }
        count += 1
        if bit { self[count - 1] = true }
    }
}
