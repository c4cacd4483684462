import FlywheelKit
import Statistics

/// An order of one listing.
struct Sale {
    /// The listing's place in its shop.
    let listing: Int
    let placed: Instant
    /// When it is shipped or cancelled, which is when it was last written.
    let settled: Instant
    /// Units; zero in a cancelled order.
    let units: Int
    /// Whether the report says it in two equal lines of one unit, which are two sales.
    let isSplit: Bool
    /// Random bits: its number, and what stands in its columns of personal data.
    let bits: UInt64

    var isCancelled: Bool { units == 0 }

    /// The mean number of units in an order.
    static let meanUnits = 0.88 + 2 * 0.09 + 4.5 * 0.03

    init(of listing: Int, placed: Instant, units: Int, _ random: inout SplitMix64) {
        self.listing = listing
        self.placed = placed
        self.units = units
        isSplit = units == 2 && random.happens(0.25)
        // A few wait for longer: the buyer's bank has not answered.
        let isSlow = random.happens(0.05)
        settled = placed.advanced(
            bySeconds: Int64(units == 0 ? 1_800 : isSlow ? 150_000 : random.pick(3_600...14_400)))
        bits = random.next()
    }

    /// One unit, rarely more.
    static func basket(_ random: inout SplitMix64) -> Int {
        switch random.uniform() {
        case ..<0.88: 1
        case ..<0.97: 2
        default: random.pick(3...6)
        }
    }
}

extension Sale: Comparable {
    /// By the moment it was placed.
    static func < (one: Sale, other: Sale) -> Bool { (one.placed, one.bits) < (other.placed, other.bits) }
    static func == (one: Sale, other: Sale) -> Bool { (one.placed, one.bits) == (other.placed, other.bits) }
}
