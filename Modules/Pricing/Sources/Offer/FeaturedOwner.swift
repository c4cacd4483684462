import FlywheelKit

/// Whose offer a product page features.
public enum FeaturedOwner: String, Hashable, Codable, Sendable, CaseIterable {
    /// The seller's own.
    case own
    /// Another seller's.
    case competitor
    /// Nobody's: buyers are sent to a list of offers.
    case none

    /// Reads an owner as reported; case, spaces, hyphens and underscores do not count. `nil` for any other text.
    public init?(reported text: String) {
        guard let owner = Self.words[text.folded] else { return nil }
        self = owner
    }

    /// The words known: those of the feed's own declaration, and what sellers' tools and tables say.
    private static let words: [String: FeaturedOwner] = [
        "self": .own, "own": .own, "us": .own, "me": .own, "won": .own, "yes": .own, "true": .own, "ours": .own,
        "competitor": .competitor, "other": .competitor, "lost": .competitor, "no": .competitor, "false": .competitor,
        "thirdparty": .competitor, "amazon": .competitor, "amazoncom": .competitor,
        "none": .none, "nobody": .none, "suppressed": .none, "nofeaturedoffer": .none, "nobuybox": .none,
    ]
}
