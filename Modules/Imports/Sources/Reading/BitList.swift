import FlywheelKit

/// Bits added one after the other, row 0 in the lowest bit of word 0.
struct BitList {
    private var words: [UInt64] = []
    private var count = 0

    mutating func append(_ bit: Bool) {
        if count & 63 == 0 { words.append(0) }
        if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
        count += 1
    }

    mutating func append(_ bits: Bitmap) {
        let words = bits.words
        for row in 0..<bits.count { append(words[row >> 6] >> UInt64(row & 63) & 1 == 1) }
    }

    var bitmap: Bitmap { Bitmap(words: words, count: count) }
}
