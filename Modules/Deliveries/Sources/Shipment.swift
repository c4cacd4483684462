import FlywheelKit

/// An order on its way. Times are shares of the time between purchase and promise: 0 at the one, 1 at the other.
struct Shipment {
    let purchased: Instant
    let promised: Instant
    let handedOver: Instant?
    let delivered: Instant?
    let isCancelled: Bool
    let value: Money?

    /// Days for which an order teaches.
    private static let remembered = 400.0

    /// Whether it is still to arrive.
    var isOnItsWay: Bool { delivered == nil && !isCancelled }

    /// How much of the time that was promised is over at a moment; above 1 after it.
    func share(until moment: Instant) -> Double { moment.days(since: purchased) / promised.days(since: purchased) }

    /// Whether it is known how it fared: it arrived, or should have.
    func counts(asOf: Instant) -> Bool {
        !isCancelled && (delivered != nil || asOf > promised) && asOf.days(since: purchased) <= Self.remembered
    }
}

/// The rows of a chunk of orders.
struct ShipmentRows {
    private let chunk: Chunk

    init(_ chunk: Chunk) { self.chunk = chunk }

    /// A row's shipment; `nil` where a time is missing or the promise lies before the purchase.
    subscript(row: Int) -> Shipment? {
        guard let purchased = chunk[Shipments.purchased][row], let promised = chunk[Shipments.promised][row],
            promised > purchased
        else { return nil }
        let status = chunk[Shipments.status][row]?.lowercased() ?? ""
        return Shipment(
            purchased: purchased, promised: promised, handedOver: chunk[Shipments.handedOver][row],
            delivered: chunk[Shipments.delivered][row],
            isCancelled: Self.over.contains { status.contains($0) }, value: chunk[Shipments.value][row])
    }

    /// Words in states of orders that will not arrive.
    private static let over = ["cancel", "unavailable", "returned", "refunded", "lost"]
}
