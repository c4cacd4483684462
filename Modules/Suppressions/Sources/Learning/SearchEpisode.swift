import FlywheelKit

/// What a listing sold in the days before it was hidden from search, and in the first week of it.
///
/// The week is whole, and the days before it are four, so that no day of the week weighs more than another.
struct SearchEpisode: Hashable, Codable, Sendable {
    /// Days before the enforcement that say what the listing sells.
    static let longestBefore = 28
    /// Fewest of them that must be known.
    static let fewestBefore = 14
    /// Fewest units they must have sold: of less, a share is a guess.
    static let fewestUnits = 10
    /// Days of the enforcement that are looked at, beginning with the first whole one.
    static let daysDuring = 7

    let account: String
    let marketplace: String
    let listing: String
    /// The category that the catalogue sorts the listing under; empty where nobody says.
    let category: String
    /// The day it was hidden.
    let since: Day
    let unitsBefore: Int
    /// Days before on which sales are known and stock was not known to be out.
    let daysBefore: Int
    let unitsDuring: Int

    /// Units that the week would have sold at the rate of the days before.
    var unitsExpected: Double { Double(unitsBefore * Self.daysDuring) / Double(daysBefore) }

    /// The variance of the week's units less the share `kept` of those expected, where both are counts and the shares of
    /// listings differ by `spread`.
    func variance(kept: Double, spread: Double) -> Double {
        let counts = kept + kept * kept * Double(Self.daysDuring) / Double(daysBefore)
        return unitsExpected * counts + unitsExpected * unitsExpected * spread * spread
    }

    /// By which episodes are told apart, and ordered.
    var key: Key { Key(account: account, marketplace: marketplace, listing: listing, since: since) }

    /// The listing, whenever it was hidden.
    var listingKey: [String] { [account, marketplace, listing] }

    struct Key: Hashable, Comparable {
        let account: String
        let marketplace: String
        let listing: String
        let since: Day

        static func < (left: Key, right: Key) -> Bool {
            (left.account, left.marketplace, left.listing, left.since.epochDays)
                < (right.account, right.marketplace, right.listing, right.since.epochDays)
        }
    }
}
