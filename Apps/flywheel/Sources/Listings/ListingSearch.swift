import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Listings with what the queue counts on each.
struct ListingSearch {
    /// What was found, those with most at risk first: the listing, its title, and what is at risk on it in minor units.
    let found: [(subject: Subject, title: String?, atRisk: Int64?)]
    /// How many there are, also those beyond the most that were asked for.
    let count: Int

    /// - Parameter text: what their SKU or title holds, in either case; where it is empty, those with something open.
    init(_ text: String, atMost most: Int = .max, in session: Session) throws {
        let atRisk = try Self.atRisk(in: session)
        let matches = text.isEmpty ? nil : try Self.matches(text, in: session)
        let subjects = matches.map { Array($0.keys) } ?? Array(atRisk.keys)
        count = subjects.count
        let shown = subjects.sorted { (atRisk[$1] ?? -1, $0) < (atRisk[$0] ?? -1, $1) }.prefix(most)
        let titles = try matches ?? Self.titles(of: Set(shown), in: session)
        found = shown.map { ($0, titles[$0], atRisk[$0]) }
    }

    /// What the queue counts on each listing.
    private static func atRisk(in session: Session) throws -> [Subject: Int64] {
        var sums: [Subject: Int64] = [:]
        for lane in QueueRow.Lane.allCases {
            var position = 0
            while case let page = try session.host.store.queue(lane, after: position, limit: 500), let last = page.last
            {
                for entry in page where entry.exception.fingerprint.subject.kind == .listing && !entry.exception.isGroup
                {
                    sums[entry.exception.fingerprint.subject, default: 0] += entry.row.atRisk ?? 0
                }
                position = last.row.position
            }
        }
        return sums
    }

    private static let title = [Catalog.feed.helping(Catalog.title)]

    private static func titles(of subjects: Set<Subject>, in session: Session) throws -> [Subject: String] {
        var titles: [Subject: String] = [:]
        try session.host.factReader(of: title, asOf: session.now).forEach(of: subjects) { subject, chunk, row in
            titles[subject] = chunk[Catalog.title][row]
        }
        return titles
    }

    /// Listings whose SKU or title holds the text, in either case.
    private static func matches(_ text: String, in session: Session) throws -> [Subject: String] {
        let wanted = text.lowercased()
        let accounts = Set(try session.host.store.chunks(of: .listing).map(\.account))
        var found: [Subject: String] = [:]
        try session.host.factReader(of: title, asOf: session.now).forEach(.listing, of: accounts) { chunk, row in
            let subject = chunk.subject(row)
            let title = chunk[Catalog.title][row] ?? ""
            guard subject.code.lowercased().contains(wanted) || title.lowercased().contains(wanted) else { return }
            found[subject] = title
        }
        return found
    }
}
