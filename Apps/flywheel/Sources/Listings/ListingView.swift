import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Everything about one listing, of all workflows: what pages, commands and programs show of it.
struct ListingView {
    let listing: Subject
    let facts: ListingFacts
    /// Its rows of the queue.
    let open: [QueueItem]
    /// All that was ever found about it, oldest first.
    let exceptions: [ExceptionRecord]
    let changes: [ChangeRecord]
    /// Cases about it, the newest of them; `nil` for who may not see cases.
    let cases: [CaseRecord]?

    /// What its rows count for together, in minor units of the currency of the totals.
    var atRisk: Int64 { open.reduce(0) { $0 + $1.terms.inTotal } }
    /// What sums of them come to that documents state, which are totalled apart.
    var stated: Int64 { open.reduce(0) { $0 + $1.terms.inStatedTotal } }

    /// The most cases shown.
    static let mostCases = 20

    /// Reads it as known now; `nil` where no import names the listing.
    init?(of listing: Subject, in session: Session) throws {
        guard let facts = try ListingFacts(of: listing, in: session) else { return nil }
        self.listing = listing
        self.facts = facts
        let store = session.host.store
        open = try store.places(on: listing).filter { $0.exception.fingerprint.subject == listing }
            .map { try QueueItem($0, in: session.host) }
        exceptions = try store.exceptions(on: listing)
        changes = try store.listingChanges(of: exceptions.map(\.id)).map(
            session.host.configuration.rotation.changes.current)
        guard !session.rules.settings.hidesPersonalText else {
            cases = nil
            return
        }
        var query = CaseQuery()
        query.listing = listing.code
        query.accounts = [listing.account]
        // One of no known marketplace may be about any of the listings of its SKU.
        query.marketplaces = [listing.marketplace, ""]
        cases = try store.caseRecords(query, limit: Self.mostCases)
    }

    /// Exceptions that are not in the queue now, the newest first.
    var earlier: [ExceptionRecord] {
        let shown = Set(open.map(\.exception.id))
        return exceptions.reversed().filter { !shown.contains($0.id) }
    }
}
