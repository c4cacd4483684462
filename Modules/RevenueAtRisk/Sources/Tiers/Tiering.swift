public import FlywheelKit

/// Tiers by revenue: an ABC analysis with hysteresis, so that a listing on a border does not change sides every week.
///
/// Each listing is placed by the share of all revenue that is made by listings which make more, so the listing that
/// crosses a border still belongs to the upper side, a single listing that earns everything is A, and equals stand together.
///
/// | share of those that make more | without a tier | enters from below | leaves upwards of |
/// |---|---|---|---|
/// | A | under 80 % | under 78 % | 85 % |
/// | B | under 95 % | under 93.5 % | 97 % |
///
/// Freezing comes first, then revenue.
public struct Tiering: Sendable {
    /// The weeks of revenue that decide, and the longest an open exception freezes a tier.
    public static let weeks = 13
    /// The same in days.
    public static let days = 7 * weeks

    /// The least revenue on the upper side of each border, by the border's per mille.
    private let least: [Int128: Int64]
    private static let borders: [Int128] = [780, 800, 850, 935, 950, 970]

    /// Finds the borders.
    ///
    /// - Parameter revenue: of all listings that compete, in any order; those of which nothing is known are left out.
    public init(revenue: [Int64]) {
        let total = revenue.reduce(Int128(0)) { $0 + Int128($1) }
        var falling = revenue.filter { $0 > 0 }
        falling.sortStably { ~UInt64(ordering: $0) }
        var least: [Int128: Int64] = [:]
        var open = Self.borders[...]
        var ahead: Int128 = 0
        var made: Int128 = 0
        for (place, amount) in falling.enumerated() {
            // Equals stand behind the same others.
            if place == 0 || amount < falling[place - 1] { ahead = made }
            made += Int128(amount)
            while let border = open.first, ahead * 1_000 >= total * border {
                least[border] = place > 0 ? falling[place - 1] : .max
                open.removeFirst()
            }
            if open.isEmpty { break }
        }
        for border in open { least[border] = falling.last ?? .max }
        self.least = least
    }

    /// The tier of a listing; `nil` when nothing is known to decide it from.
    ///
    /// While an exception is open it keeps the tier it had, since trouble must not demote what it troubles; so it does while its
    /// revenue is unknown.
    ///
    /// - Parameter today: the day of the as-of instant.
    public func tier(of listing: TieredListing, on today: Day) -> Tier? {
        if let current = listing.current, let since = listing.troubledSince, since.distance(to: today) < Self.days {
            return current
        }
        return listing.revenue.map { tier(ofRevenue: $0, from: listing.current) } ?? listing.current
    }

    /// The tier by revenue alone.
    ///
    /// - Parameter current: the tier it has; `nil` when it never had one.
    public func tier(ofRevenue revenue: Int64, from current: Tier? = nil) -> Tier {
        let (borderA, borderB): (Int128, Int128) =
            switch current {
            case nil: (800, 950)
            case .a: (850, 970)
            case .b: (780, 970)
            case .c: (780, 935)
            }
        func reaches(_ border: Int128) -> Bool { revenue >= least[border] ?? .max }
        return reaches(borderA) ? .a : reaches(borderB) ? .b : .c
    }
}
