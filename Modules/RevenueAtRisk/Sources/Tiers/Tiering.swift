public import FlywheelKit

/// Tiers by revenue: an ABC analysis with hysteresis, so that a listing on a border does not change sides every week.
///
/// Listings are ordered by revenue, and each is placed by the share of all revenue made *ahead* of it, so the listing
/// that crosses a border still belongs to the upper side and a single listing that earns everything is A.
///
/// | share ahead | without a tier | enters from below | leaves upwards of |
/// |---|---|---|---|
/// | A | under 80 % | under 78 % | 85 % |
/// | B | under 95 % | under 93.5 % | 97 % |
///
/// Pins come first, then freezing, then revenue.
public enum Tiering {
    /// The weeks of revenue that decide, and the longest an open exception freezes a tier.
    public static let weeks = 13

    /// Decides the tier of each listing, in the order given. The order changes nothing.
    ///
    /// - Parameters:
    ///   - listings: all listings that compete; keys differ.
    ///   - today: the day of the as-of instant.
    public static func decide(_ listings: [TieredListing], on today: Day) -> [TierDecision] {
        decide(
            revenue: listings.map(\.revenue), on: today, listing: { listings[$0] },
            precedes: { listings[$0].key.utf8.lexicographicallyPrecedes(listings[$1].key.utf8) })
    }

    /// Decides the tier of each listing, for catalogues whose listings are not held one by one.
    ///
    /// - Parameters:
    ///   - revenue: see ``TieredListing/revenue``, one a listing.
    ///   - today: the day of the as-of instant.
    ///   - listing: what else is known of a listing; its key is not looked at.
    ///   - precedes: whether a listing comes before another of equal revenue.
    public static func decide(
        revenue: [Int64?], on today: Day, listing: (Int) -> TieredListing, precedes: (Int, Int) -> Bool
    ) -> [TierDecision] {
        let total = revenue.reduce(Int128(0)) { $0 + Int128($1 ?? 0) }
        // Behind all that earn anything the order of the others changes no share.
        var earning: [(revenue: Int64, index: Int)] = []
        for (index, amount) in revenue.enumerated() {
            if let amount, amount > 0 { earning.append((amount, index)) }
        }
        earning.sort { left, right in
            left.revenue == right.revenue ? precedes(left.index, right.index) : left.revenue > right.revenue
        }
        var decisions = revenue.indices.map { index in
            decide(listing(index), share: revenue[index] == 0 ? Share(of: total, in: total) : nil, on: today)
        }
        var ahead: Int128 = 0
        for (amount, index) in earning {
            decisions[index] = decide(listing(index), share: Share(of: ahead, in: total), on: today)
            ahead += Int128(amount)
        }
        return decisions
    }

    private static func decide(_ listing: TieredListing, share: Share?, on today: Day) -> TierDecision {
        let (tier, reason): (Tier?, TierDecision.Reason) =
            if let pin = listing.pin, today <= pin.until {
                (pin.tier, .pinned)
            } else if let current = listing.current, let since = listing.troubledSince,
                since.distance(to: today) < weeks * 7
            {
                (current, .frozen)
            } else if let share {
                (place(share, from: listing.current), .revenue)
            } else {
                (listing.current, .unknown)
            }
        return TierDecision(tier: tier, reason: reason, shareAhead: share.flatMap(\.value))
    }

    private static func place(_ share: Share, from current: Tier?) -> Tier {
        let (borderA, borderB): (Int128, Int128) =
            switch current {
            case nil: (800, 950)
            case .a: (850, 970)
            case .b: (780, 970)
            case .c: (780, 935)
            }
        if share.isBelow(perMille: borderA) { return .a }
        return share.isBelow(perMille: borderB) ? .b : .c
    }
}

/// A part of the whole, compared exactly.
private struct Share {
    let part: Int128
    let whole: Int128

    init(of part: Int128, in whole: Int128) {
        self.part = part
        self.whole = whole
    }

    var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

    /// Nothing is below a share of nothing: where nobody earns, nobody is a hero.
    func isBelow(perMille border: Int128) -> Bool { part * 1_000 < whole * border }
}
