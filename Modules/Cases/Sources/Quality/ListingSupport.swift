public import FlywheelKit

/// What was sold of a listing and how often people wrote about it, in three equal stretches of time, one after the other.
public struct ListingSupport: Hashable, Sendable {
    /// The listing.
    public let listing: String
    /// Cases opened about it in the first stretch.
    public let contacts: Int
    /// Units sold in the first.
    public let first: Double
    /// Units sold in the second.
    public let second: Double
    /// Units sold in the third.
    public let third: Double

    /// Days of a stretch: whole weeks, so that every weekday is in each as often.
    public static let days = 28
    /// Days of a stretch whose sales are known, without which the stretch is not.
    public static let leastDays = 21

    /// A listing.
    public init(listing: String, contacts: Int, first: Double, second: Double, third: Double) {
        self.listing = listing
        self.contacts = contacts
        self.first = first
        self.second = second
        self.third = third
    }

    /// A listing by its days; `nil` where the sales of a stretch are not known. What is sold on known days is taken for that
    /// of the whole stretch, in proportion.
    /// - Parameters:
    ///   - opened: the days on which cases about it were opened.
    ///   - units: units sold on each of `days`.
    ///   - days: the last of them ends the third stretch.
    public init?(listing: String, opened: [Day], units: HistoryRow, on days: Range<Day>) {
        precondition(units.count == days.count, "units are those of the days")
        let length = Self.days
        guard days.count >= 3 * length else { return nil }
        let start = days.count - 3 * length
        var sold: [Double] = []
        for stretch in 0..<3 {
            let known = (start + stretch * length..<start + (stretch + 1) * length).compactMap { units[$0] }
            guard known.count >= Self.leastDays else { return nil }
            // Cancelled orders may leave a day below nothing.
            sold.append(Double(max(0, known.reduce(0, +)) * length) / Double(known.count))
        }
        let begin = days.lowerBound.advanced(by: start)
        let inFirst = begin..<begin.advanced(by: length)
        self.init(
            listing: listing, contacts: opened.count { inFirst.contains($0) }, first: sold[0], second: sold[1],
            third: sold[2])
    }
}

/// The days on which cases were opened, by the listings they are about. Links count that the facts or a person confirmed.
public struct ListingContacts: Sendable {
    /// The days, by listing; a case counts once for each of its listings.
    public let days: [Subject: [Day]]

    /// Looks for what cases are about.
    /// - Parameter day: the day of a moment, in the zone of the desk.
    public init(_ cases: some Sequence<Case>, day: (Instant) -> Day) {
        var days: [Subject: [Day]] = [:]
        for matter in cases {
            guard let opened = matter.opened.map(day) else { continue }
            for code in Set(matter.links.filter { $0.kind == .listing && $0.isConfirmed }.map(\.code)) {
                let listing = Subject(
                    .listing, account: matter.account, marketplace: matter.marketplace, code: code)
                days[listing, default: []].append(opened)
            }
        }
        self.days = days
    }

    /// The accounts whose listings people write about.
    public var accounts: Set<String> { Set(days.keys.map(\.account)) }
}
