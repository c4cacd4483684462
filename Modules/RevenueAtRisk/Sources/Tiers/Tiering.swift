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
        let total = listings.reduce(Int128(0)) { $0 + Int128($1.revenue ?? 0) }
        let order = listings.indices.sorted { left, right in
            let (left, right) = (listings[left], listings[right])
            if left.revenue != right.revenue { return left.revenue ?? -1 > right.revenue ?? -1 }
            return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
        var decisions = listings.map { TierDecision(tier: $0.current, reason: .unknown, shareAhead: nil) }
        var ahead: Int128 = 0
        for index in order {
            let share = listings[index].revenue == nil ? nil : Share(of: ahead, in: total)
            decisions[index] = decide(listings[index], share: share, on: today)
            ahead += Int128(listings[index].revenue ?? 0)
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
