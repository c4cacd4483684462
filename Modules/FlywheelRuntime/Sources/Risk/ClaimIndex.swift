import FlywheelKit
import FlywheelStore

/// Which exposures fall on listings beside those of the listing's own row: on all of a product, on all of an account, and
/// those of exceptions that no chunk holds.
struct ClaimIndex: Sendable {
    private var onRow: [Subject: [Int]] = [:]
    private var onProductOf: [Subject: [Int]] = [:]
    private var onAccount: [ChunkDemand.Peers: [Int]] = [:]
    /// Whose listings are reached.
    private(set) var owners: Set<ChunkDemand.Peers> = []

    /// Adds an exposure under a number of the caller's.
    mutating func add(_ exception: ExceptionRecord, _ number: Int) {
        guard case .dailyShare = exception.exposure.loss else { return }
        let subject = exception.fingerprint.subject
        let owner = ChunkDemand.Peers(account: subject.account, marketplace: subject.marketplace)
        owners.insert(owner)
        switch exception.exposure.scope {
        case .row: onRow[subject, default: []].append(number)
        case .product: onProductOf[subject, default: []].append(number)
        case .account: onAccount[owner, default: []].append(number)
        }
    }

    /// What falls on the listing of a row, one of a product's.
    func on(_ row: Int, of product: ChunkDemand.Product, in demand: ChunkDemand) -> [Int] {
        if owners.isEmpty { return [] }
        let peers = demand.peers
        guard owners.contains(peers) else { return [] }
        func listing(_ code: String) -> Subject {
            Subject(.listing, account: peers.account, marketplace: peers.marketplace, code: code)
        }
        return (onRow[listing(demand.codes[row])] ?? [])
            + product.rows.flatMap { onProductOf[listing(demand.codes[$0])] ?? [] } + (onAccount[peers] ?? [])
    }
}
