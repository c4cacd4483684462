/// A small, fast random generator that gives the same numbers from the same seed on every machine.
///
/// For sampling and simulation, never for secrets. Source: G. Steele, D. Lea and C. Flood, "Fast splittable
/// pseudorandom number generators", 2014, with the constants of S. Vigna's public-domain implementation.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Creates a generator; every seed is as good as any other.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}
