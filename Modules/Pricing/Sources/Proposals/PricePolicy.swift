/// How a seller lets prices be moved.
public struct PricePolicy: Hashable, Sendable, Codable {
    /// The furthest a price goes in one move, in ten-thousandths of it.
    public var mostStep = 1_000
    /// The least move that is worth it, in minor units; 1 or more.
    public var leastStep: Int64 = 1
    /// Moves a day.
    public var mostMovesADay = 2
    /// Times a day that a price may go below the own last answer to a competitor: two repricers that undercut each other by
    /// a cent meet at the floor by noon.
    public var mostUndercutsADay = 1
    /// What must be left of a unit after cost and fees, in minor units.
    public var leastMargin: Int64 = 0
    /// What prices end in.
    public var ending = PriceEnding.any

    /// A tenth at most, twice a day, one undercut, no loss, any ending.
    public init() {}
}

/// What prices end in: 99 of 100 is 19.99, 0 of 10 is 1,230.
public struct PriceEnding: Hashable, Sendable, Codable {
    /// The last digits, from 0 to below `of`, in minor units.
    public let digits: Int64
    /// How many minor units lie between two such prices; 1 or more.
    public let of: Int64

    /// Prices that leave `digits` over whole multiples of `of`.
    public init(_ digits: Int64, of: Int64) {
        precondition(of > 0 && (0..<of).contains(digits), "\(digits) of \(of) is no ending")
        self.digits = digits
        self.of = of
    }

    /// Every minor unit.
    public static let any = PriceEnding(0, of: 1)

    /// The highest such price up to `limit`, which may be at or below zero.
    func atMost(_ limit: Int64) -> Int64 {
        let over = (limit - digits) % of
        return limit - (over < 0 ? over + of : over)
    }

    /// The lowest such price from `limit` up.
    func atLeast(_ limit: Int64) -> Int64 {
        let below = atMost(limit)
        return below == limit ? limit : below + of
    }
}
