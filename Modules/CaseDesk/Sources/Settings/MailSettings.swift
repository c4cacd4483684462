import Settings

/// What a desk says of its mail.
public struct MailSettings: Hashable, Sendable {
    /// Its own addresses, `help@shop.example`, and domains, `@shop.example`: who writes from there is of the desk.
    public private(set) var own: [String] = []
    /// For how many days mail of one subject and correspondent goes on with a case, where it names no earlier mail.
    public private(set) var daysOfThread = 14

    private enum Key: String, CaseIterable { case own, daysOfThread }

    /// No address is the desk's.
    public init() {}

    /// Reads `{own: ["@shop.example"], daysOfThread: 14}`.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        for item in section[.own]?.items ?? [] {
            let address = try item.text()
            guard address.split(separator: "@", omittingEmptySubsequences: false).count == 2, !address.hasSuffix("@")
            else { throw item.refused(address, expected: "an address or a domain such as @shop.example") }
            own.append(address.lowercased())
        }
        if let node = section[.daysOfThread] { daysOfThread = try node.count(in: 0...365) }
    }
}
