/// The hash of a word, of a part of one, or of two words: what a model keeps of them instead of their letters.
///
/// A model therefore holds no text. Two of 100,000 features share a hash of 32 bits about once, and are one feature then.
struct GramHash {
    /// What kind of feature it is, so that the word `to` and the letters `to` are two.
    enum Kind: UInt64 {
        case part = 0x9ae1_6a3b_2f90_404f
        case word = 0xc3a5_c85c_97cb_3127
        /// Two words that follow each other.
        case pair = 0xb492_b66f_be98_f273
    }

    private var state: UInt64

    init(_ kind: Kind) { state = kind.rawValue }

    /// Takes the next letter, or the next word by its value.
    mutating func take(_ value: UInt32) {
        state = (state ^ UInt64(value)) &* 0x9fb2_1c65_1e98_df25
        state ^= state >> 32
    }

    /// The hash of what was taken.
    var value: UInt32 {
        var bits = (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
        bits ^= bits >> 32
        return UInt32(truncatingIfNeeded: bits)
    }

    /// The hash of two words that follow each other.
    static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
        var hash = GramHash(.pair)
        hash.take(first)
        hash.take(second)
        return hash.value
    }
}
