public import FlywheelKit

/// What a case has to be for a promise or a rule to be meant for it. Every condition that says something must hold; one that
/// names several values holds for each of them.
///
/// What is not known of a case meets no condition: a case without a language is in none of them.
public struct CaseConditions: Hashable, Sendable, Codable {
    /// Who asks.
    public var sides: Set<Side> = []
    /// The seller account.
    public var accounts: Set<String> = []
    /// The marketplace.
    public var marketplaces: Set<String> = []
    /// How it came in.
    public var channels: Set<String> = []
    /// The language of who asks, by ISO 639 code.
    public var languages: Set<String> = []
    /// The topic as its source states it.
    public var categories: Set<String> = []
    /// What it is about; one of several is enough.
    public var intents: Set<String> = []
    /// Labels people gave it; one of several is enough.
    public var tags: Set<String> = []
    /// How urgent it is.
    public var urgencies: Set<Urgency> = []
    /// The least that must hang on it, by currency; a currency that is not named here meets the condition with any sum, for
    /// nobody said that it is little.
    public var stakes: [Money] = []

    /// Conditions that every case meets.
    public init() {}

    /// The conditions that a case does not meet, by the name each has in settings; empty where it meets all.
    public func unmet(by matter: Case) -> [String] {
        let checks: [(String, Bool)] = [
            ("side", sides.isEmpty || matter.side.map(sides.contains) ?? false),
            ("account", accounts.isEmpty || accounts.contains(matter.account)),
            ("marketplace", marketplaces.isEmpty || marketplaces.contains(matter.marketplace)),
            ("channel", channels.isEmpty || matter.channel.map(channels.contains) ?? false),
            ("language", languages.isEmpty || matter.language.map(languages.contains) ?? false),
            ("category", categories.isEmpty || matter.category.map(categories.contains) ?? false),
            ("intents", intents.isEmpty || !intents.isDisjoint(with: matter.intents)),
            ("tags", tags.isEmpty || !tags.isDisjoint(with: matter.tags)),
            ("urgency", urgencies.isEmpty || matter.urgency.map(urgencies.contains) ?? false),
            ("stakes", stakes.isEmpty || hasStakes(matter)),
        ]
        return checks.filter { !$0.1 }.map(\.0)
    }

    /// Whether a case meets all conditions.
    public func hold(for matter: Case) -> Bool { unmet(by: matter).isEmpty }

    /// Whether what hangs on a case reaches the least in some currency. A sum that leaves 64 bits reaches anything.
    private func hasStakes(_ matter: Case) -> Bool {
        var sums: [Currency: Money?] = [:]
        for stake in matter.stakes {
            let sum = sums[stake.amount.currency] ?? .zero(stake.amount.currency)
            sums[stake.amount.currency] = .some(sum?.adding(stake.amount))
        }
        return sums.contains { currency, sum in
            guard let sum, let least = stakes.first(where: { $0.currency == currency }) else { return true }
            return sum.minorUnits >= least.minorUnits
        }
    }
}
