/// Which features a model knows: from the hash of each to its number.
struct Vocabulary: Hashable, Sendable {
    /// The hash of each feature, by its number.
    private(set) var hashes: [UInt32] = []
    /// The hash of a feature above its number, each at or after the place the hash names; a power of two of them.
    private var slots: [UInt64]
    /// No feature has this number.
    private static let empty = UInt64.max

    init() { slots = Array(repeating: Self.empty, count: 1 << 10) }

    /// A vocabulary of features that all differ, in this order; nil if two are one.
    init?(_ hashes: [UInt32]) {
        self.init()
        for hash in hashes where number(adding: hash) != self.hashes.count - 1 { return nil }
    }

    /// The number of a feature; nil if it is not known.
    func number(of hash: UInt32) -> Int? {
        let found = slots[place(of: hash)]
        return found == Self.empty ? nil : Int(UInt32(truncatingIfNeeded: found))
    }

    /// The number of a feature, known from now on.
    mutating func number(adding hash: UInt32) -> Int {
        if let known = number(of: hash) { return known }
        hashes.append(hash)
        if hashes.count * 2 > slots.count {
            grow()
        } else {
            put(hash, hashes.count - 1)
        }
        return hashes.count - 1
    }

    /// Where the feature is, or would be.
    private func place(of hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != Self.empty, slots[place] >> 32 != UInt64(hash) { place = (place + 1) & mask }
        return place
    }

    private mutating func put(_ hash: UInt32, _ number: Int) {
        slots[place(of: hash)] = UInt64(hash) << 32 | UInt64(number)
    }

    private mutating func grow() {
        slots = Array(repeating: Self.empty, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() { put(hash, number) }
    }
}
