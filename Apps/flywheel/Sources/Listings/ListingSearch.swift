import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// A listing with what the queue counts on it.
struct FoundListing {
    let subject: Subject
    let title: String?
    /// In minor units; `nil` where nothing is open on it.
    let atRisk: Int64?
}

/// Listings that hold a text.
struct ListingSearch {
    /// What was found, those with most at risk first.
    let found: [FoundListing]
    /// How many there are, also those beyond the most that were asked for.
    let count: Int

    /// - Parameter text: what their SKU or title holds, in either case; every listing holds the empty text.
    init(_ text: String, atMost most: Int = .max, in session: Session) throws {
        let titles = try Self.titles(holding: text, in: session)
        let atRisk = try Self.atRisk(on: Set(titles.keys), in: session)
        count = titles.count
        found = titles.keys.sorted { (atRisk[$1] ?? -1, $0) < (atRisk[$0] ?? -1, $1) }.prefix(most)
            .map { FoundListing(subject: $0, title: titles[$0] ?? nil, atRisk: atRisk[$0]) }
    }

    /// The titles of listings whose SKU or title holds the text, in either case.
    private static func titles(holding text: String, in session: Session) throws -> [Subject: String?] {
        let wanted = text.lowercased()
        let accounts = Set(try session.host.store.chunks(of: .listing).map(\.account))
        let parts = try session.host.factReader(of: FoundListing.inputs, asOf: session.now).map(.listing, of: accounts)
        {
            chunk in
            chunk.rows.compactMap { row -> (Subject, String?)? in
                let (subject, title) = (chunk.subject(row), chunk[Catalog.title][row])
                let holds =
                    wanted.isEmpty || [subject.code, title].contains { $0?.lowercased().contains(wanted) ?? false }
                return holds ? (subject, title) : nil
            }
        }
        return Dictionary(parts.joined(), uniquingKeysWith: { first, _ in first })
    }

    /// Up to so many listings are looked up one by one; for more, all are gone through.
    private static let fewListings = 1_000

    /// What the queue counts on listings.
    private static func atRisk(on listings: Set<Subject>, in session: Session) throws -> [Subject: Int64] {
        var sums: [Subject: Int64] = [:]
        guard listings.count <= fewListings else {
            try session.forEachListing { if listings.contains($0.subject) { sums[$0.subject] = $0.atRisk } }
            return sums
        }
        let store = session.host.store
        for listing in listings {
            for exception in try store.exceptions(on: listing) where exception.state.isOpen && !exception.isGroup {
                guard let row = try store.place(of: exception.id)?.row else { continue }
                sums[listing, default: 0] += row.atRisk ?? 0
            }
        }
        return sums
    }
}

extension FoundListing {
    /// What is read of listings.
    static let inputs = [Catalog.feed.helping(Catalog.title)]

    /// Listings on which something is open, with their titles.
    static func all(_ listings: [RankedListing], in session: Session) throws -> [FoundListing] {
        var titles: [Subject: String] = [:]
        try session.host.factReader(of: inputs, asOf: session.now).forEach(of: Set(listings.map(\.subject))) {
            titles[$0] = $1[Catalog.title][$2]
        }
        return listings.map { FoundListing(subject: $0.subject, title: titles[$0.subject], atRisk: $0.atRisk) }
    }
}
