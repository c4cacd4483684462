public import FlywheelKit

/// A sum that hangs on a case, from a document or a stated rule; never estimated here and never added to shares.
public struct Stake: Hashable, Sendable, Codable {
    /// What is at stake.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// What a buyer would be given back.
        case refund
        /// What a chargeback costs beside the refund.
        case chargebackFee = "chargeback-fee"
        /// What is held until a decision.
        case escrow
        /// What the marketplace or a carrier owes the seller.
        case reimbursement
        /// What a person who may leave brings in, as the desk states it.
        case relationship
    }

    /// What is at stake.
    public let kind: Kind
    /// How much.
    public let amount: Money
    /// Where the sum is from, such as `order 302-1234567-1234567` or `policy churn-2026`.
    public let source: String

    /// A sum and where it is from.
    public init(_ kind: Kind, _ amount: Money, source: String) {
        self.kind = kind
        self.amount = amount
        self.source = source
    }
}

extension Money {
    /// What is left of a sum once a part of it is counted elsewhere, nothing where that is all of it. Of another currency's sum
    /// nobody knows which part it is.
    package func less(_ part: Money) -> Money {
        guard currency == part.currency else { return self }
        return Money(minorUnits: max(0, minorUnits - max(0, part.minorUnits)), currency)
    }
}
