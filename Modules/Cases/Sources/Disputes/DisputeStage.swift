/// Where a dispute stands.
public enum DisputeStage: String, Hashable, Sendable, Codable, CaseIterable {
    /// The two talk with each other; nobody else is asked yet.
    case negotiation
    /// One of them is to state its case and to bring what proves it.
    case response
    /// Somebody decides.
    case review
    /// A ruling stands, and may still be appealed.
    case decided
    /// An appeal is being decided.
    case appeal
    /// Nothing more can happen but the release of what is still held and the payment of what was awarded.
    case closed

    /// Whether no ruling stands, or the one that does is under appeal.
    public var isPending: Bool { self != .decided && self != .closed }
}
