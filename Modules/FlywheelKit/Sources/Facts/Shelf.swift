extension Chunk {
    /// What the chunk's listings have at hand.
    public var shelf: Shelf { Shelf(self) }
}

/// What a chunk's listings have at hand to be sold, and who says so; its columns are looked up once.
public struct Shelf: Sendable {
    private let fulfillable: Values<Int>
    private let quantity: Values<Int>
    private let channel: Values<String>

    init(_ chunk: Chunk) {
        fulfillable = chunk[Stock.fulfillable]
        quantity = chunk[Catalog.quantity]
        channel = chunk[Catalog.channel]
    }

    /// Units at hand now: as reports of stock say, else as the catalogue does; `nil` when nobody knows.
    public subscript(row: Int) -> Int? { reported(row) ?? stated(row) }

    /// Units at hand as reports of stock say.
    public func reported(_ row: Int) -> Int? { fulfillable[row] }

    /// Units at hand as the catalogue states them: only where the merchant ships, for elsewhere it leaves the number blank or old.
    public func stated(_ row: Int) -> Int? { isMerchants(row) ? quantity[row] : nil }

    /// Whether the merchant ships.
    public func isMerchants(_ row: Int) -> Bool { Catalog.isMerchants(channel[row]) }
}
