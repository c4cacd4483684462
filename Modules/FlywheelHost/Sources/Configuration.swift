import Calendars
import FlywheelKit
public import FlywheelRuntime
public import Settings

/// What a host is told: by its file, and above that by flags.
public struct Configuration: Sendable {
    /// Who acts when no flag says so.
    public var actor: String?
    /// The ids of the workflows that take part; all that are installed when left out.
    public var workflows: Set<String>?
    /// What rotations go by.
    public var rotation: RotationSettings
    /// Who answers for what, and by when.
    public var policy: WorkPolicy
    /// The ids that marketplaces give the accounts' sellers, by account.
    public var sellers: [String: String] = [:]
    /// What steers detection, as people set it.
    public var knobs = KnobSettings()
    /// The text it was read from; sections of it are for others, `cases` for a desk.
    public private(set) var text = ""

    /// The configuration of a host that was told nothing: UTC office hours from Monday to Friday, 9 to 17.
    public init() {
        rotation = RotationSettings()
        policy = WorkPolicy(calendar: .officeHours)
    }

    /// Reads the text of a configuration file.
    ///
    /// - Parameter file: reads a file that the configuration names by its path.
    public init(
        yaml: String, zones: ZoneFiles,
        file: @escaping (String) throws -> String = { _ in throw SettingsSources.NoFiles() }
    ) throws {
        self.init()
        text = yaml
        knobs = KnobSettings(yaml: yaml)
        guard let section = try SettingsNode(yaml: yaml)?.section(ConfigurationFile.Key.self) else { return }
        actor = try section[.actor]?.text()
        if let node = section[.workflows] { workflows = try Self.workflows(node) }
        rotation.currency = try section[.currency]?.value("three letters such as USD") { Currency($0) }
        if let node = section[.horizonDays] { rotation.horizonDays = try node.count(in: 1...90) }
        if let node = section[.feeRate] {
            rotation.terms.feeRate = try Self.tenThousandths(node)
        }
        if let node = section[.taxRates] { try readTaxRates(node) }
        if let node = section[.reviewDays] { policy.reviewDays = try node.number(in: 0...31) }
        if let node = section[.hoursToAct] { try readHoursToAct(node) }
        if let node = section[.calendar] {
            policy.calendar = try BusinessCalendar(node, sources: SettingsSources(zone: zones.zone, file: file))
        }
        policy.rules = try (section[.owners]?.items ?? []).map(Self.rule)
        if let node = section[.changes] { try readChanges(node) }
        if let node = section[.review] { try readReview(node) }
    }

    /// What somebody is told of it who may know of some accounts only: what it says of each other one is left out. Its text is
    /// that of the file, and not for them.
    public func only(_ accounts: Set<String>) -> Configuration {
        var configuration = self
        configuration.rotation.changes.liveAccounts.formIntersection(accounts)
        configuration.sellers = sellers.filter { accounts.contains($0.key) }
        configuration.policy.rules.removeAll { !$0.accounts.isEmpty && $0.accounts.isDisjoint(with: accounts) }
        return configuration
    }

    private static func workflows(_ node: SettingsNode) throws -> Set<String> {
        let names = try node.items.map { try $0.text() }
        guard !names.isEmpty else { throw node.refused("nothing", expected: "at least one workflow") }
        return Set(names)
    }

    private mutating func readHoursToAct(_ node: SettingsNode) throws {
        var names: [Tier: String] = [:]
        for (name, hours) in try node.entries() {
            guard let tier = Self.tier(name) else { throw node.refused(name, expected: Self.tiers) }
            if let other = names.updateValue(name, forKey: tier) {
                throw node.refused("\(other), \(name)", expected: "one of these names, not both")
            }
            policy.hoursToAct[tier] = try hours.number(in: 0...10_000)
        }
    }

    private mutating func readTaxRates(_ node: SettingsNode) throws {
        var names: [String: String] = [:]
        for (name, rate) in try node.entries() {
            let marketplace = Marketplace.named(name)?.id ?? name
            if let other = names.updateValue(name, forKey: marketplace) {
                throw node.refused("\(other), \(name)", expected: "one of these names, not both")
            }
            rotation.terms.taxRates[marketplace] = try Self.tenThousandths(rate)
        }
    }

    private static func tenThousandths(_ node: SettingsNode) throws -> Int64 {
        Int64((try node.number(in: 0...1) * 10_000).rounded(.toNearestOrEven))
    }

    private mutating func readChanges(_ node: SettingsNode) throws {
        let section = try node.section(ConfigurationFile.Changes.self)
        rotation.changes.liveAccounts = Set(try section[.live]?.items.map { try $0.text() } ?? [])
        if let node = section[.pricesPerDay] { rotation.changes.pricesPerDay = try node.count(in: 0...100) }
        for (account, seller) in try section[.sellers]?.entries() ?? [] { sellers[account] = try seller.text() }
    }

    private mutating func readReview(_ node: SettingsNode) throws {
        let section = try node.section(ConfigurationFile.Review.self)
        if let node = section[.share] { rotation.review.share = try node.number(in: 0...1) }
        if let node = section[.heroShare] { rotation.review.heroShare = try node.number(in: 0...1) }
    }

    private static func rule(_ node: SettingsNode) throws -> WorkPolicy.Rule {
        let section = try node.section(ConfigurationFile.Owner.self)
        guard let owner = try section[.owner]?.text() else {
            throw node.refused("nobody", expected: "an owner in each line")
        }
        return WorkPolicy.Rule(
            workflows: try section[.workflow].map { [try $0.text()] } ?? [],
            kinds: try section[.kind].map { [try $0.text()] } ?? [],
            accounts: try section[.account].map { [try $0.text()] } ?? [],
            marketplaces: try section[.marketplace].map { node in
                let name = try node.text()
                return [Marketplace.named(name)?.id ?? name]
            } ?? [],
            tiers: try section[.tier].map { [try $0.value(tiers, tier)] } ?? [],
            owner: owner)
    }

    private static let tiers = "A, B or C"

    private static func tier(_ name: String) -> Tier? { Tier(rawValue: name.uppercased()) }
}
