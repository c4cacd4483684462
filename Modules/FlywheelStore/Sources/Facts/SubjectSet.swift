public import FlywheelKit

/// Subjects, as rows of chunks: a bit each, so that a million of them are a hundred kilobytes.
public struct SubjectSet: Hashable, Sendable {
    /// The rows of each chunk, by the chunk's number; none is empty.
    public private(set) var rows: [Int64: Bitmap] = [:]

    /// No subjects.
    public init() {}

    /// The number of subjects.
    public var count: Int { rows.values.reduce(0) { $0 + $1.setCount } }

    /// Adds rows of a chunk.
    public mutating func insert(_ more: [Int32], of chunk: Int64) {
        var bits = Bitmap(repeating: false, count: 0)
        bits.formUnion(rows: more)
        insert(bits, of: chunk)
    }

    /// Adds rows of a chunk, as bits.
    public mutating func insert(_ more: Bitmap, of chunk: Int64) {
        if more.count > 0 { rows[chunk] = rows[chunk].map { $0.union(more) } ?? more }
    }

    /// Those that are not in another set.
    public func subtracting(_ other: SubjectSet) -> SubjectSet {
        var left = SubjectSet()
        for (chunk, bits) in rows {
            let taken = other.rows[chunk]?.words ?? []
            let words = bits.words.indices.map { $0 < taken.count ? bits.words[$0] & ~taken[$0] : bits.words[$0] }
            let rest = Bitmap(words: words, count: bits.count)
            if rest.setCount > 0 { left.rows[chunk] = rest }
        }
        return left
    }
}

extension Bitmap {
    /// Sets the bits of rows, and grows to as many as the last of them needs.
    package mutating func formUnion(rows: [Int32]) {
        var words = words
        var count = count
        for row in rows {
            let row = Int(row)
            while words.count <= row >> 6 { words.append(0) }
            words[row >> 6] |= 1 << UInt64(row & 63)
            count = Swift.max(count, row + 1)
        }
        self = Bitmap(words: words, count: count)
    }

    /// The rows of either.
    package func union(_ other: Bitmap) -> Bitmap {
        let (long, short) = count >= other.count ? (self, other) : (other, self)
        let words = long.words.indices.map {
            $0 < short.words.count ? long.words[$0] | short.words[$0] : long.words[$0]
        }
        return Bitmap(words: words, count: long.count)
    }
}
