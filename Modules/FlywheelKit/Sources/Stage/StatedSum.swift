/// A sum known from a document, such as a refund or a fee.
public struct StatedSum: Hashable, Sendable, Codable {
    /// How much.
    public let money: Money
    /// Where it is from: what it is and which document says so.
    public let source: String

    /// A sum and where it is from.
    public init(_ money: Money, source: String) {
        self.money = money
        self.source = source
    }
}
