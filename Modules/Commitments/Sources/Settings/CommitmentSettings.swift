import Settings

/// What is said in public, and what of it: the section `commitments` of `flywheel.yaml`. Every key may be left out, and any
/// other is an error.
///
/// ```yaml
/// commitments:
///   public: true                               # whether there is a page for everybody; without it, there is none
///   title: Northwind status
///   address: https://status.northwind.example/ # where the page is found, for the feed
///   updateMinutes: 60                          # when the next update of an incident is promised, where nobody says
///   accounts: [northwind]                      # accounts that may be named in public
///   components:
///     - {id: orders, name: Order import, since: 2026-10-01}
///   levels:
///     - {id: answers, title: We answer within a working day, clock: first-response, target: 0.95}
///     - {id: orders-up, title: Orders come in, component: orders, severity: partial, target: 0.995,
///        window: rolling-28-days, least: 7}
/// ```
public struct CommitmentSettings: Hashable, Sendable {
    /// What `commitments` may name of other sections.
    public struct Names: Sendable {
        let clocks: [String]
        let promises: [String]

        /// The clocks that the desk measures, and the promises it makes.
        public init(clocks: [String], promises: [String]) {
            self.clocks = clocks
            self.promises = promises
        }
    }

    /// Whether there is a page for everybody.
    public private(set) var isPublic = false
    /// What the page is headed.
    public private(set) var title = "Status"
    /// Where the page is found, ending in `/`; `nil` where nobody said.
    public private(set) var address: String?
    /// When the next update of an incident is promised, where nobody says.
    public private(set) var updateMinutes = 60
    /// Accounts that may be named in public.
    public private(set) var accounts: [String] = []
    /// What others rely on.
    public private(set) var components: [Component] = []
    /// What is promised.
    public private(set) var levels: [ServiceLevel] = []

    private enum Key: String, CaseIterable {
        case `public`, title, address, updateMinutes, accounts, components, levels
    }

    private enum FileKey: String { case commitments }

    /// Nothing is promised, and there is no page.
    public init() {}

    /// Reads the section `commitments` of the text of a configuration file; without one, nothing is promised.
    ///
    /// - Throws: a `ConfigurationError` with the key, or what the YAML reader says of what is no YAML.
    public init(yaml: String, names: Names) throws {
        self.init()
        let file = try SettingsNode(yaml: yaml)?.entries() ?? []
        guard let node = file.first(where: { $0.key == FileKey.commitments.rawValue })?.value else { return }
        let section = try node.section(Key.self)
        if let node = section[.public] { isPublic = try node.choice(["true": true, "false": false]) }
        if let node = section[.title] { title = try node.text() }
        if let node = section[.address] { address = try Self.address(node) }
        if let node = section[.updateMinutes] { updateMinutes = try node.count(in: 5...1_440) }
        accounts = try section[.accounts]?.items.map { try $0.text() } ?? []
        components = try section[.components]?.items.map { try Component($0) } ?? []
        levels = try section[.levels]?.items.map { try ServiceLevel($0, names: names, components: components) } ?? []
        try section[.components]?.refuseTwice(components.map(\.id))
        try section[.levels]?.refuseTwice(levels.map(\.id))
    }

    /// A component, by its id.
    public func component(_ id: String) -> Component? { components.first { $0.id == id } }

    private static func address(_ node: SettingsNode) throws(ConfigurationError) -> String {
        try node.value("an address such as https://status.example/") { text in
            let host = text.hasPrefix("https://") ? text.dropFirst(8) : ""
            let isPlain = text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value < 0x7F && !"\"<>?#".unicodeScalars.contains($0)
            }
            guard isPlain, host.first.map({ $0 != "/" }) == true else { return nil }
            return text.hasSuffix("/") ? text : text + "/"
        }
    }
}
