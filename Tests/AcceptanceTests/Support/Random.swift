import Foundation

/// Random numbers that depend on the seed alone (SplitMix64).
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    mutating func share() -> Double { .random(in: 0..<1, using: &self) }

    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    mutating func pick(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[pick(0...elements.count - 1)] }

    /// A Poisson number by Knuth's product of uniforms; for means below some hundreds.
    mutating func poisson(_ mean: Double) -> Int {
        let least = exp(-mean)
        var (count, product) = (0, share())
        while product > least {
            count += 1
            product *= share()
        }
        return count
    }
}
