public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// A feed that something here reads and nobody ever brought.
public struct AbsentInput: Hashable, Sendable {
    /// The feed.
    public let feed: Feed
    /// The titles of the workflows that open and close nothing without it.
    public let stopped: [String]
    /// What is done or taken for granted meanwhile, in a clause.
    public let assumed: String
}

extension Host {
    /// The feeds that the installed workflows and the host itself read and of which nothing was true by `asOf`.
    public func absentInputs(asOf: Instant) throws(StoreError) -> [AbsentInput] {
        let present = Set(FeedLedger(try store.imports(), asOf: asOf).ages(of: feeds).map(\.feed.key))
        let read = Set(manifests.flatMap(\.inputs).map(\.feed.key) + Self.ownInputs)
        return feeds.filter { read.contains($0.key) && !present.contains($0.key) }.map { feed in
            let stopped = manifests.filter { manifest in
                manifest.inputs.contains { $0.decides && $0.feed.key == feed.key }
                    && !manifest.kinds.contains { $0.elseDecidedBy.map { present.contains($0.key) } ?? false }
            }.map(\.title)
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
