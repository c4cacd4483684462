import FlywheelKit
import FlywheelStore

/// Which exposures fall on which listing.
struct ClaimIndex {
    private var onRow: [Subject: [Int]] = [:]
    private var onProductOf: [Subject: [Int]] = [:]
    private var onAccount: [ChunkDemand.Peers: [Int]] = [:]

    init(_ open: [Pricer.Open]) {
        for (index, entry) in open.enumerated() {
            guard case .dailyShare = entry.exposure.loss else { continue }
            let subject = entry.exception.fingerprint.subject
            switch entry.exposure.scope {
            case .row: onRow[subject, default: []].append(index)
            case .product: onProductOf[subject, default: []].append(index)
            case .account:
                onAccount[.init(account: subject.account, marketplace: subject.marketplace), default: []].append(index)
            }
        }
    }

    func on(_ product: ChunkDemand.Product, _ code: String) -> [Int] {
        let own = onRow[product.subject(code)] ?? []
        let shared = product.codes.flatMap { onProductOf[product.subject($0)] ?? [] }
        return (own + shared + (onAccount[product.peers] ?? [])).sorted()
    }
}
