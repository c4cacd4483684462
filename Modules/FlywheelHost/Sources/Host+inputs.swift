public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// A feed that something here reads and that nobody brought: nobody at all, or not for one of the places whose listings are known.
public struct AbsentInput: Hashable, Sendable {
    /// The feed.
    public let feed: Feed
    /// Whose it is that it lacks; `nil` where nobody ever brought it.
    public let account: String?
    /// On which marketplace it lacks; `nil` where nobody ever brought it.
    public let marketplace: String?
    /// The titles of the workflows that open and close nothing without it; where that holds of some kinds alone, with those.
    public let stopped: [String]
    /// What is done or taken for granted meanwhile, in a clause.
    public let assumed: String

    /// Whether a person should bring it: every seller has listings, and what decides about them; tickets, orders on their way and
    /// judgements are brought by who works with them.
    public var isWaitedFor: Bool { !stopped.isEmpty && feed.subject == .listing }

    fileprivate init(_ feed: Feed, _ place: Place? = nil, stopped: [String]) {
        self.feed = feed
        account = place?.account
        marketplace = place?.marketplace
        self.stopped = stopped
        assumed =
            stopped.isEmpty
            ? feed.withoutIt : "\(stopped.inWords) \(stopped.count == 1 ? "opens" : "open") nothing"
    }
}

extension Host {
    /// The feeds that the installed workflows and the host itself read and of which nothing was true by `asOf`, but for those that
    /// no file tells wherever anything is sold; and for each place whose listings are known those of which nothing was true there,
    /// and without which a workflow opens and closes nothing there.
    public func absentInputs(asOf: Instant) throws(StoreError) -> [AbsentInput] {
        let ledger = FeedLedger(try store.imports(), asOf: asOf)
        let places = Dictionary(
            grouping: ledger.ages(of: feeds, for: []), by: \.feed.key
        ).mapValues { $0.map { Place(account: $0.account, marketplace: $0.marketplace) } }
        let listed = places[Catalog.feed.key] ?? []
        let read = Set(manifests.flatMap(\.inputs).map(\.feed.key) + Self.ownInputs)
        return feeds.filter { read.contains($0.key) }.flatMap { feed in
            let brought = places[feed.key] ?? []
            let lacking = listed.filter { feed.isTold(on: $0.marketplace) && !brought.contains($0) }
            func stopped(_ place: Place) -> [String] {
                ledger.stopped(manifests, without: feed, account: place.account, marketplace: place.marketplace)
            }
            guard brought.isEmpty else {
                return lacking.map { AbsentInput(feed, $0, stopped: stopped($0)) }.filter(\.isWaitedFor)
            }
            guard listed.isEmpty || !lacking.isEmpty else { return [] }
            let waiting = (listed.isEmpty ? [.nowhere] : lacking).flatMap(stopped)
            return [AbsentInput(feed, stopped: waiting.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })]
        }
    }

    /// What revenue at risk is made of.
    private static let ownInputs = [
        Catalog.feed, Orders.feed, DailySales.feed, Rates.feed, Availability.feed,
    ].map(\.key)
}

/// An account on a marketplace.
private struct Place: Hashable {
    let account: String
    let marketplace: String

    /// Where nothing is known of anybody.
    static let nowhere = Place(account: "", marketplace: "")
}
