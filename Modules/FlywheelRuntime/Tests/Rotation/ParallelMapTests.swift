import Testing

@testable import FlywheelRuntime

@Suite struct ParallelMapTests {
    @Test(arguments: [0, 1, 4_096, 4_097, 8_192, 50_001]) func runsMergeIntoOneOrderThatKeepsEquals(_ count: Int) {
        var random = SplitMix(seed: UInt64(count))
        let elements = (0..<count).map { (key: Int.random(in: 0...999, using: &random), place: $0) }
        let sorted = concurrentSorted(elements) { $0.key < $1.key }
        #expect(sorted.map(\.place) == elements.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place))
    }

    @Test func partsStandOneBehindTheOther() {
        let parts = (0..<40).map { number in (0..<(number * 7 % 11)).map { "\(number) \($0)" } }
        #expect(concurrentJoined(parts) == parts.flatMap(\.self))
        #expect(concurrentJoined([[Int]]()).isEmpty)
    }
}
