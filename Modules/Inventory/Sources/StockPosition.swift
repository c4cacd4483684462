public import FlywheelKit

/// What a listing has to sell, and what only looks like stock. `nil` is unknown.
public struct StockPosition: Hashable, Codable, Sendable {
    /// Units that can be sold now; below zero where more was sold than there is.
    public let fulfillable: Int
    /// Whether the number is the catalogue's: the merchant ships, and no stock report knows the listing.
    public let isFromCatalog: Bool
    /// Units the warehouse is receiving.
    public let receiving: Int?
    /// Units shipped to the warehouse.
    public let shipped: Int?
    /// Units on their way between warehouses: they can be sold soon.
    public let inTransfer: Int?
    /// Units announced and not shipped yet: a plan, not counted.
    public let working: Int?
    /// Units held for orders, transfers and processing, all together: told, and not counted.
    public let reserved: Int?
    /// Of those, units that are sold already.
    public let reservedForOrders: Int?
    /// Units the warehouse is looking for: not counted.
    public let researching: Int?
    /// Units that cannot be sold as they are: not counted.
    public let unsellable: Int?
}

extension StockPosition {
    /// What is known of a row's stock; `nil` where nobody knows what it has to sell.
    public init?(of row: Int, in chunk: Chunk) {
        guard let position = StockReader(chunk).position(of: row) else { return nil }
        self = position
    }
}

/// Reads the stock of a chunk's listings; its columns are looked up once.
struct StockReader {
    private let shelf: Shelf
    private let receiving: Values<Int>
    private let shipped: Values<Int>
    private let inTransfer: Values<Int>
    private let working: Values<Int>
    private let reserved: Values<Int>
    private let reservedForOrders: Values<Int>
    private let researching: Values<Int>
    private let unsellable: Values<Int>

    init(_ chunk: Chunk) {
        shelf = chunk.shelf
        receiving = chunk[Stock.inboundReceiving]
        shipped = chunk[Stock.inboundShipped]
        inTransfer = chunk[Stock.reservedInTransfer]
        working = chunk[Stock.inboundWorking]
        reserved = chunk[Stock.reserved]
        reservedForOrders = chunk[Stock.reservedForOrders]
        researching = chunk[Stock.researching]
        unsellable = chunk[Stock.unsellable]
    }

    /// The stock of a listing; `nil` when nobody knows it.
    func position(of row: Int) -> StockPosition? {
        guard let units = shelf[row] else { return nil }
        return StockPosition(
            fulfillable: plausible(units), isFromCatalog: shelf.reported(row) == nil,
            receiving: receiving[row].map(plausible), shipped: shipped[row].map(plausible),
            inTransfer: inTransfer[row].map(plausible), working: working[row].map(plausible),
            reserved: reserved[row].map(plausible), reservedForOrders: reservedForOrders[row].map(plausible),
            researching: researching[row].map(plausible), unsellable: unsellable[row].map(plausible))
    }

    /// Whether the merchant ships.
    func isMerchants(_ row: Int) -> Bool { shelf.isMerchants(row) }

    private func plausible(_ units: Int) -> Int { min(max(units, -.plausibleUnits), .plausibleUnits) }
}
