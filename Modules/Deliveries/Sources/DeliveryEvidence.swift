public import FlywheelKit

/// What is known of an order that is late, or likely to be.
public struct DeliveryEvidence: Hashable, Sendable, Codable {
    /// When it was bought.
    public let purchased: Instant
    /// By when it was promised to arrive.
    public let promised: Instant
    /// When the carrier got it.
    public let handedOver: Instant?
    /// What the buyer paid.
    public let value: Money?
    /// How likely it is to be late; `nil` once it is.
    public let outlook: Outlook?

    init(_ shipment: Shipment, outlook: Outlook?) {
        purchased = shipment.purchased
        promised = shipment.promised
        handedOver = shipment.handedOver
        value = shipment.value
        self.outlook = outlook
    }
}

/// What is to be done about late orders.
enum DeliveryRemedies {
    static func resolution(of evidence: DeliveryEvidence) -> Resolution {
        let outlook = evidence.outlook
        return Resolution(
            .ask("a person decides what to offer the buyer"), playbook: .lateOrder,
            suggestion: Suggestion(
                outlook == nil
                    ? "Write to the buyer when it will come"
                    : evidence.handedOver == nil ? "Hand it over today" : "Ask the carrier, and tell the buyer",
                target: "there by \(evidence.promised)",
                because: [
                    evidence.handedOver.map { "with the carrier since \($0)" } ?? "not with the carrier yet",
                    outlook.map { "\($0.late) of \($0.alike) earlier orders that were as far came late" },
                ].compactMap(\.self),
                unknowns: evidence.value == nil ? ["what the buyer paid"] : []))
    }
}

extension Playbook {
    fileprivate static let lateOrder = Playbook(
        "late-order", title: "Late order", minutes: 6,
        steps: [
            "Look up where the parcel is, and when the carrier expects to deliver it.",
            "Tell the buyer before the buyer asks: what happened, the new day, and what you offer if it slips again.",
            "Write again at each promised update until it is there.",
            "Refund or replace it once the marketplace's own limit for lost parcels is reached.",
        ])
}
