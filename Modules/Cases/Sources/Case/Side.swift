/// Who is on the other end of a case, or wrote a message of it.
public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
    /// Who buys.
    case buyer
    /// Who sells on the marketplace.
    case seller
    /// The marketplace itself.
    case platform
}
