public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// A feed that something here reads and nobody ever brought.
public struct AbsentInput: Hashable, Sendable {
    /// The feed.
    public let feed: Feed
    /// The titles of the workflows that open and close nothing without it; where that holds of some kinds alone, and nobody says
    /// what is done meanwhile, with those.
    public let stopped: [String]
    /// What is done or taken for granted meanwhile, in a clause.
    public let assumed: String
}

extension Host {
    /// The feeds that the installed workflows and the host itself read and of which nothing was true by `asOf`, but for those that
    /// no file tells wherever anything is sold.
    public func absentInputs(asOf: Instant) throws(StoreError) -> [AbsentInput] {
        let ages = FeedLedger(try store.imports(), asOf: asOf).ages(of: feeds)
        let present = Set(ages.map(\.feed.key))
        let listings = ages.filter { $0.feed.key == Catalog.feed.key }
        let read = Set(manifests.flatMap(\.inputs).map(\.feed.key) + Self.ownInputs)
        let absent = feeds.filter { feed in
            read.contains(feed.key) && !present.contains(feed.key)
                && (listings.isEmpty || listings.contains { feed.isTold(on: $0.marketplace) })
        }
        return absent.map { feed in
            let stopped = manifests.compactMap { $0.stopped(without: feed, having: present) }
            let names = stopped.joined(separator: " and ")
            let assumed = stopped.isEmpty ? feed.withoutIt : "\(names) \(stopped.count == 1 ? "opens" : "open") nothing"
            return AbsentInput(feed: feed, stopped: stopped, assumed: assumed)
        }
    }

    /// What revenue at risk is made of.
    private static let ownInputs = [
        Catalog.feed, Orders.feed, DailySales.feed, Rates.feed, Availability.feed,
    ].map(\.key)
}

extension StageManifest {
    /// What of the workflow opens and closes nothing without a feed, by title; `nil` where all goes on, or something does and it is
    /// said what is taken for granted of the rest.
    fileprivate func stopped(without feed: Feed, having present: Set<FeedKey>) -> String? {
        guard deciding.contains(where: { $0.feed.key == feed.key }) else { return nil }
        let waiting = kinds.filter { kind in
            let hasOther = kind.elseDecidedBy.map { present.contains($0.key) } ?? false
            return deciding(about: kind).contains { $0.feed.key == feed.key } && !(hasOther && !feed.withoutIt.isEmpty)
        }
        if waiting.count == kinds.count { return title }
        guard feed.withoutIt.isEmpty, !waiting.isEmpty else { return nil }
        return "\(title) (\(waiting.map(\.title).joined(separator: ", ")))"
    }
}
