public import FlywheelStore

/// The form of API tokens: `fw_` and 256 bits. Scanners for secrets that have gone astray find it by its beginning.
public enum APIToken {
    /// What every token begins with.
    public static let prefix = "fw_"

    static func make(_ chance: Chance) -> String { prefix + chance.secret() }

    /// Whether a text could be a token at all: long texts are not hashed for nothing.
    static func isWellFormed(_ text: String) -> Bool { text.utf8.count == 46 && text.hasPrefix(prefix) }
}

/// A token that was made: its text, which is shown this once.
public struct IssuedToken: Hashable, Sendable {
    /// What is kept of it.
    public let record: TokenRecord
    /// The token.
    public let text: String
}
