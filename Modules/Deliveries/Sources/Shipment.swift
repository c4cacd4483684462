import FlywheelKit

/// An order on its way. Times are shares of the time between purchase and promise: 0 at the one, 1 at the other.
struct Shipment {
    let purchased: Instant
    let promised: Instant
    let handedOver: Instant?
    /// When it arrived; `nil` where it did not, or where nothing says when.
    let delivered: Instant?
    let standing: ShipmentStanding
    let value: Money?

    /// Days for which an order teaches.
    private static let remembered = 400.0
    /// Days after its promise within which a late order can still be made good: buyers may claim their money back for so long
    /// where they may longest (Amazon's A-to-z Guarantee: 90 days after the latest day of delivery).
    private static let claimed = 90.0

    /// Whether it is still to arrive.
    var isOnItsWay: Bool { standing == .onItsWay }

    /// How much of the time that was promised is over at a moment; above 1 after it.
    func share(until moment: Instant) -> Double { moment.days(since: purchased) / promised.days(since: purchased) }

    /// Whether it is late, and not for so long that nothing can be done about it.
    func isLate(asOf: Instant) -> Bool { asOf > promised && asOf.days(since: promised) <= Self.claimed }

    /// Whether it is known how it fared: when it arrived, or that it should have.
    func counts(asOf: Instant) -> Bool {
        (delivered != nil || isOnItsWay && asOf > promised) && asOf.days(since: purchased) <= Self.remembered
    }
}

/// Where an order stands.
enum ShipmentStanding: Hashable {
    case onItsWay, arrived
    /// Cancelled, lost or sent back: it will not arrive.
    case ended

    /// What a state in the source's words says, by whole words: a declined cancellation cancels nothing.
    init(status: String) {
        let words = Set(status.lowercased().split { !$0.isLetter }.map(String.init))
        if !words.isDisjoint(with: Self.endings) {
            self = .ended
        } else if !words.isDisjoint(with: Self.arrivals), words.isDisjoint(with: Self.denials) {
            self = .arrived
        } else {
            self = .onItsWay
        }
    }

    private static let endings: Set = [
        "cancelled", "canceled", "unavailable", "return", "returned", "returning", "refunded", "lost", "storniert",
        "zurückgesendet", "annulé", "annulée", "annullato", "cancelado", "geannuleerd",
    ]
    private static let arrivals: Set = [
        "delivered", "zugestellt", "geliefert", "livré", "livrée", "entregado", "consegnato", "bezorgd",
    ]
    /// Words beside those that say it has not arrived, or not at the buyer.
    private static let denials: Set = ["not", "nicht", "non", "no", "niet", "partially", "attempted", "carrier"]
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
        // A delivery that lies ahead is one that is expected.
        let delivered = chunk[Shipments.delivered][row].flatMap { $0 <= chunk.asOf ? $0 : nil }
        let stated = ShipmentStanding(status: chunk[Shipments.status][row] ?? "")
        return Shipment(
            purchased: purchased, promised: promised, handedOver: chunk[Shipments.handedOver][row],
            delivered: stated == .ended ? nil : delivered,
            standing: stated == .onItsWay && delivered != nil ? .arrived : stated, value: chunk[Shipments.value][row])
    }
}
