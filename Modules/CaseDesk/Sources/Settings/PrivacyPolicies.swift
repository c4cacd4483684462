import FlywheelKit
import Settings

/// What is blacked out of what people write, before it is kept.
public struct RedactionPolicy: Hashable, Sendable {
    /// Kinds of personal data that are found in text.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Numbers of payment cards, by their check digit.
        case cards
        /// Addresses of mail.
        case emails
        /// Numbers of telephones.
        case phones
    }

    /// What is blacked out; cards always, for a desk must not keep them (PCI DSS 4.0, 3.2).
    public private(set) var kinds: Set<Kind> = [.cards]

    /// Cards alone.
    public init() {}

    /// Reads a list of kinds; cards need not be in it.
    init(_ node: SettingsNode) throws(ConfigurationError) { kinds = try node.choices(Kind.self).union([.cards]) }
}

/// How long what people wrote is kept after a case ended.
public struct RetentionPolicy: Hashable, Sendable {
    /// Days by marketplace id.
    public private(set) var days: [String: Int] = [:]
    /// Days for every other marketplace; `nil` where it is kept until somebody erases it.
    public private(set) var other: Int?

    /// Everything is kept until somebody erases it.
    public init() {}

    /// Reads `{DE: 365, other: 730}`.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        for (name, value) in try node.entries() {
            let days = try value.count(in: 1...36_500)
            guard name != "other" else {
                other = days
                continue
            }
            self.days[Marketplace.named(name)?.id ?? name] = days
        }
    }

    /// The days that count on a marketplace; `nil` where it is kept until somebody erases it.
    public func days(on marketplace: String) -> Int? { days[marketplace] ?? other }
}
