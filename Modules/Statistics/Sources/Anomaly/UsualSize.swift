/// How many times as large as usual something is, given its size at each point before.
struct UsualSize {
    private var mean = FadingMean(halfLife: Self.halfLife)

    /// Points after which a size counts half.
    static let halfLife = 1_000.0
    /// Points that must be known before any size can be called unusual.
    static let fewest = 10
    /// The answer for anything where everything before was zero.
    static let most = 0x1p20

    /// What the next size is in usual ones, 0 to ``most``; `nil` while too little is known.
    mutating func times(_ next: Double) -> Double? {
        defer { mean.add(next) }
        guard mean.count >= Self.fewest else { return nil }
        guard mean.value > 0 else { return next > 0 ? Self.most : 0 }
        return min(Self.most, next / mean.value)
    }
}
