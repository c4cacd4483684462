import FlywheelKit
import Testing

@Suite struct ValuesTests {
    @Test func unknownIsNotZeroAndNotEmpty() {
        #expect(Values<Int>([0, nil])[0] == 0)
        #expect(Values<Int>([0, nil])[1] == nil)
        #expect(Values<String>(["", nil])[0]?.isEmpty == true)
        #expect(Values<String>(["", nil])[1] == nil)
        #expect(Values<Int>([0]) != Values<Int>([nil]))
        #expect(Values<Int>(unknown: 2) == Values<Int>([nil, nil]))
    }

    @Test(arguments: 1...20) func aColumnIsAnArrayOfOptionals(seed: Int) {
        var random = SeededGenerator(seed: seed)
        func value() -> Int? { Bool.random(using: &random) ? .random(in: -9...9, using: &random) : nil }
        var expected = (0..<Int.random(in: 1...200, using: &random)).map { _ in value() }
        var values = Values(expected)
        for _ in 0..<20 {
            let row = Int.random(in: expected.indices, using: &random)
            expected[row] = value()
            values[row] = expected[row]
        }
        expected.append(nil)
        values.append(nil)
        #expect(expected.indices.map { values[$0] } == expected)
        #expect(values.count == expected.count)

        let range = Int.random(in: 0..<expected.count, using: &random)..<expected.count
        #expect(values.rows(range) == Values(expected[range]))
    }

    @Test(arguments: 1...20) func whatUnknownRowsHoldIsNoPartOfEquality(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let optionals = (0..<Int.random(in: 1...200, using: &random)).map { _ in
            Bool.random(using: &random) ? Int.random(in: -9...9, using: &random) : nil
        }
        let clean = Values(optionals)
        let junk = Values<Int>(storage: optionals.map { $0 ?? .random(in: 1...9, using: &random) }, known: clean.known)
        #expect(junk == clean)
        #expect(junk.hashValue == clean.hashValue)
        #expect(ColumnData.integers(junk) == .integers(clean))
        for row in optionals.indices {
            var other = clean
            other[row] = optionals[row].map { $0 + 1 } ?? 0
            #expect(other != clean, "row \(row)")
            other[row] = nil
            #expect((other == clean) == (optionals[row] == nil), "row \(row)")
        }
    }

    @Test func columnsOfOtherLengthsDiffer() {
        #expect(Values<Int>(unknown: 1) != Values<Int>(unknown: 2))
        #expect(Values<Int>([1]) != Values<Int>([1, nil]))
    }

    @Test func aForgottenValueLeavesNoTrace() {
        var values = Values<Int>([7])
        values[0] = nil
        #expect(values == Values<Int>([nil]))
        #expect(values.storage == [0])
    }
}
