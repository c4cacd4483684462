import FlywheelKit

/// What a listing has to sell, what is coming, and what only looks like stock. `nil` is unknown.
public struct StockPosition: Hashable, Codable, Sendable {
    /// Units that can be sold now; below zero where more was sold than there is.
    public let fulfillable: Int
    /// Whether the number is the catalogue's: the merchant ships, and no stock report knows the listing.
    public let isFromCatalog: Bool
    /// Units the warehouse is receiving.
    public let receiving: Int?
    /// Units shipped to the warehouse.
    public let shipped: Int?
    /// Units announced and not shipped yet: a plan, not counted.
    public let working: Int?
    /// Units held for orders and transfers: not counted, since nobody can buy them now.
    public let reserved: Int?
    /// Units the warehouse is looking for: not counted.
    public let researching: Int?
    /// Units that cannot be sold as they are: not counted.
    public let unsellable: Int?

    /// Units to sell, now or once what has been shipped arrives. What is unknown is not counted on.
    public var units: Int { max(0, fulfillable) + max(0, receiving ?? 0) + max(0, shipped ?? 0) }
}

/// Reads the stock of a chunk's listings; its columns are looked up once.
struct StockReader {
    private let chunk: Chunk
    private let fulfillable: Values<Int>
    private let quantity: Values<Int>
    private let channel: Values<String>
    private let others: [Values<Int>]

    init(_ chunk: Chunk) {
        self.chunk = chunk
        fulfillable = chunk[Stock.fulfillable]
        quantity = chunk[Catalog.quantity]
        channel = chunk[Catalog.channel]
        others = [
            chunk[Stock.inboundReceiving], chunk[Stock.inboundShipped], chunk[Stock.inboundWorking],
            chunk[Stock.reserved], chunk[Stock.researching], chunk[Stock.unsellable],
        ]
    }

    /// The stock of a listing; `nil` when nobody knows it.
    ///
    /// The catalogue's quantity counts only where the merchant ships, channel `DEFAULT`: for other listings the catalogue
    /// leaves it blank or stale.
    func position(of row: Int) -> StockPosition? {
        let catalogued = channel[row]?.uppercased() == "DEFAULT" ? quantity[row] : nil
        guard let units = fulfillable[row] ?? catalogued else { return nil }
        return StockPosition(
            fulfillable: plausible(units), isFromCatalog: fulfillable[row] == nil,
            receiving: others[0][row].map(plausible), shipped: others[1][row].map(plausible),
            working: others[2][row].map(plausible), reserved: others[3][row].map(plausible),
            researching: others[4][row].map(plausible), unsellable: others[5][row].map(plausible))
    }

    /// Within a billion, so that sums of a broken file's numbers stay integers.
    private func plausible(_ units: Int) -> Int { min(max(units, -1_000_000_000), 1_000_000_000) }
}
