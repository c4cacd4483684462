import FlywheelKit
import Statistics

/// What a marketplace does to a listing, as its report says it.
struct Suppression {
    enum Status: String {
        case hidden = "Search Suppressed"
        case removed = "Detail Page Removed"

        /// A listing hidden from search still sells to those who know it.
        var lostShare: Double { self == .hidden ? 0.75 : 1 }
    }

    let status: Status
    let reason: String
    let issue: String
    let since: Day

    /// Issues as a marketplace words them, with the attribute that is wrong.
    static let issues: [(status: Status, reason: String, issue: String)] = [
        (.hidden, "Missing info", "'[brand]' is required but not supplied."),
        (.hidden, "Missing info", "'[product_description]' is required but not supplied."),
        (.hidden, "Missing info", "'[main_image]' is required but not supplied."),
        (.removed, "Policy", "'[country_of_origin]' is needed to show compliance with the law."),
        (.hidden, "Missing info", "'[bullet_point]' is required but not supplied."),
        (.removed, "Duplicate", "'[externally_assigned_product_identifier]' belongs to another product."),
    ]
}

/// What is wrong with some of the listings.
enum Trouble {
    /// Hides, blocks and empties listings, spread over those that sell well and those that do not.
    static func strike(_ listings: inout [Listing], asOf: Day, _ random: inout SplitMix64) {
        for shop in Shop.all {
            let own = listings.indices.filter { listings[$0].shop == shop }
            let suppressed = own.enumerated().filter { $0.offset % 12 == shop.suppressed }.map(\.element)
            for (number, index) in suppressed.prefix(Suppression.issues.count).enumerated() {
                suppress(&listings[index], by: number, asOf: asOf, &random)
            }
            let low = own.enumerated().filter { $0.offset % 20 == shop.low }.map(\.element)
            for (number, index) in low.enumerated() {
                runLow(&listings[index], isOut: number.isMultiple(of: 2), asOf: asOf, &random)
            }
        }
    }

    private static func suppress(
        _ listing: inout Listing, by number: Int, asOf: Day, _ random: inout SplitMix64
    ) {
        let (status, reason, issue) = Suppression.issues[number]
        let since = asOf.advanced(by: -random.pick(2...24))
        listing.suppressions = [Suppression(status: status, reason: reason, issue: issue, since: since)]
        if number == 0 {
            // One listing with two issues, of which the second came later.
            let second = Suppression.issues[2]
            listing.suppressions.append(
                Suppression(
                    status: second.status, reason: second.reason, issue: second.issue, since: since.advanced(by: 1)))
        }
    }

    private static func runLow(_ listing: inout Listing, isOut: Bool, asOf: Day, _ random: inout SplitMix64) {
        let days = Double(random.pick(4...12))
        listing.units = isOut ? 0 : Int((listing.unitsPerDay * days).rounded(.up))
        listing.soldOutSince = isOut ? asOf.advanced(by: -random.pick(1...9)) : nil
        listing.inbound = random.happens(0.5) ? Int((listing.unitsPerDay * 30).rounded(.up)) : 0
    }
}
