package import FlywheelKit

/// Numbers for texts, from 0 on in the order they come: an open-addressing table over one arena, which finds a text by its
/// bytes without making a `String` of it.
package struct TextTable: Sendable {
    /// The texts, each at its number.
    private(set) var texts = Texts()
    /// Zero where nothing is, else the upper half of a text's hash, which says where to look for it as well, and its number
    /// plus one. At most half are taken.
    private var slots = [UInt64](repeating: 0, count: 16)

    /// A table of nothing.
    package init() {}

    /// Takes in those texts of a column that are known.
    package mutating func add(_ column: Values<String>) {
        for index in 0..<column.count where column.known[index] { _ = column.storage.withUTF8(of: index) { add($0) } }
    }

    /// Whether it holds a text.
    package func contains(_ text: String) -> Bool { numbers(of: [text]).contains { $0 >= 0 } }

    /// The numbers of other texts; negative where one has none.
    func numbers(of others: Texts) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: others.count) { numbers, count in
            withView { view in
                others.bytes.withUnsafeBytes { bytes in
                    others.ends.withUnsafeBufferPointer { ends in
                        for start in stride(from: 0, to: ends.count, by: View.stretch) {
                            view.find(start..<min(start + View.stretch, ends.count), of: bytes, ends) { index, number in
                                numbers.initializeElement(at: index, to: number)
                            }
                        }
                    }
                }
            }
            count = others.count
        }
    }

    /// The number of a text, a new one when it has none.
    mutating func add(_ text: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
        let half = ByteHash.hash(text) >> 32
        let mask = slots.count - 1
        var place = Int(half) & mask
        while slots[place] != 0 {
            if slots[place] >> 32 == half {
                let number = Int(slots[place] & 0xFFFF_FFFF) - 1
                if texts.withUTF8(of: number, { Self.same($0, text) }) { return (number, false) }
            }
            place = (place + 1) & mask
        }
        let number = texts.count
        slots[place] = half << 32 | UInt64(number + 1)
        texts.append(utf8: text)
        if texts.count * 2 > slots.count { grow() }
        return (number, true)
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        var grown = [UInt64](repeating: 0, count: mask + 1)
        for slot in slots where slot != 0 {
            var place = Int(slot >> 32) & mask
            while grown[place] != 0 { place = (place + 1) & mask }
            grown[place] = slot
        }
        slots = grown
    }

    private func withView<Result>(_ body: (View) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            texts.bytes.withUnsafeBytes { bytes in
                texts.ends.withUnsafeBufferPointer { body(View(slots: slots, bytes: bytes, ends: $0)) }
            }
        }
    }

    /// The table's memory, for one sweep of look-ups.
    private struct View {
        let slots: UnsafeBufferPointer<UInt64>
        let bytes: UnsafeRawBufferPointer
        let ends: UnsafeBufferPointer<Int>

        /// Texts looked up together. What is far away in memory is asked for by all of them before the first one needs it,
        /// so that they wait together rather than one after the other.
        static let stretch = 32

        func find(
            _ range: Range<Int>, of texts: UnsafeRawBufferPointer, _ stops: UnsafeBufferPointer<Int>,
            _ found: (Int, Int32) -> Void
        ) {
            withUnsafeTemporaryAllocation(
                of: (half: UInt64, slot: UInt64, start: Int, end: Int).self, capacity: Self.stretch
            ) { asked in
                for (place, index) in range.enumerated() {
                    let half = ByteHash.hash(text(index, texts, stops)) >> 32
                    asked[place] = (half, slots[Int(half) & (slots.count - 1)], 0, -1)
                }
                for place in 0..<range.count where asked[place].slot >> 32 == asked[place].half {
                    let number = Int(asked[place].slot & 0xFFFF_FFFF) - 1
                    guard number >= 0 else { continue }
                    asked[place].start = number == 0 ? 0 : ends[number - 1]
                    asked[place].end = ends[number]
                }
                for (place, index) in range.enumerated() {
                    let text = text(index, texts, stops)
                    let (half, slot, start, end) = asked[place]
                    let isFirst = end >= 0 && TextTable.same(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), text)
                    found(index, isFirst ? Int32(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1 : find(text, half))
                }
            }
        }

        private func find(_ wanted: UnsafeRawBufferPointer, _ half: UInt64) -> Int32 {
            let mask = slots.count - 1
            var place = Int(half) & mask
            while slots[place] != 0 {
                if slots[place] >> 32 == half {
                    let number = Int(slots[place] & 0xFFFF_FFFF) - 1
                    if TextTable.same(text(number, bytes, ends), wanted) { return Int32(number) }
                }
                place = (place + 1) & mask
            }
            return -1
        }

        @inline(__always)
        private func text(
            _ index: Int, _ bytes: UnsafeRawBufferPointer, _ ends: UnsafeBufferPointer<Int>
        ) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
        }
    }

    /// Word by word: a call into the C library costs more than most codes are long.
    @inline(__always)
    static func same(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        guard count >= 8 else { return zip(left, right).allSatisfy(==) }
        var offset = 0
        while offset < count - 8 {
            if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
                return false
            }
            offset += 8
        }
        return left.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
}
