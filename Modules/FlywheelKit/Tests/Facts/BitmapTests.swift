import FlywheelKit
import Testing

/// Counts of rows around the border of a word.
let wordBorders = [0, 1, 63, 64, 65, 127, 128, 129]

@Suite struct BitmapTests {
    @Test(arguments: wordBorders) func aRepeatedBitFillsTheRowsAndNothingPastThem(count: Int) {
        let full = Bitmap(repeating: true, count: count)
        #expect(full.setCount == count)
        #expect(full.words.count == (count + 63) / 64)
        #expect((0..<count).allSatisfy { full[$0] })
        #expect(Bitmap(repeating: false, count: count).setCount == 0)
    }

    @Test(arguments: wordBorders) func bitsPastTheEndAreCleared(count: Int) {
        let words = [UInt64](repeating: .max, count: (count + 63) / 64)
        #expect(Bitmap(words: words, count: count) == Bitmap(repeating: true, count: count))
    }

    @Test(arguments: wordBorders, wordBorders) func aRangeIsSetAsItsRowsAre(from: Int, to: Int) {
        guard from <= to else { return }
        var (whole, single) = (Bitmap(repeating: false, count: 130), Bitmap(repeating: false, count: 130))
        whole.insert(from..<to)
        for row in from..<to { single[row] = true }
        #expect(whole == single)
        #expect(whole.contains(true) == (from < to) && whole.contains(false))
    }

    @Test(arguments: 1...20) func aBitmapIsAnArrayOfFlags(seed: Int) {
        var random = SeededGenerator(seed: seed)
        var bitmap = Bitmap(repeating: false, count: 0)
        var flags: [Bool] = []
        for _ in 0..<Int.random(in: 1...300, using: &random) {
            let flag = Bool.random(using: &random)
            bitmap.append(flag)
            flags.append(flag)
        }
        for _ in 0..<50 {
            let (row, flag) = (Int.random(in: flags.indices, using: &random), Bool.random(using: &random))
            bitmap[row] = flag
            flags[row] = flag
        }
        #expect(flags.indices.map { bitmap[$0] } == flags)
        #expect(bitmap.setCount == flags.count { $0 })
        #expect(bitmap.count == flags.count)
    }

    @Test func appendingGivesTheSameBitmapAsRepeating() {
        for count in wordBorders {
            var appended = Bitmap(repeating: true, count: 0)
            for _ in 0..<count { appended.append(true) }
            #expect(appended == Bitmap(repeating: true, count: count))
        }
    }
}
