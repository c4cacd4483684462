public import Calendars
public import FlywheelKit

/// Who answers for what, and by when: the part of a desk's agreement that the program can hold people to.
public struct WorkPolicy: Sendable {
    /// One line of the ownership list. Empty conditions hold for everything.
    public struct Rule: Hashable, Sendable {
        /// Ids of workflows.
        public var workflows: Set<String>
        /// Ids of finding kinds.
        public var kinds: Set<String>
        /// Names of accounts.
        public var accounts: Set<String>
        /// Marketplace ids.
        public var marketplaces: Set<String>
        /// Tiers.
        public var tiers: Set<Tier>
        /// Who answers for what matches.
        public var owner: String

        /// A rule.
        public init(
            workflows: Set<String> = [], kinds: Set<String> = [], accounts: Set<String> = [],
            marketplaces: Set<String> = [], tiers: Set<Tier> = [], owner: String
        ) {
            self.workflows = workflows
            self.kinds = kinds
            self.accounts = accounts
            self.marketplaces = marketplaces
            self.tiers = tiers
            self.owner = owner
        }

        func matches(_ fingerprint: Fingerprint, _ tier: Tier?) -> Bool {
            func holds<Value>(_ wanted: Set<Value>, _ value: Value?) -> Bool {
                wanted.isEmpty || value.map(wanted.contains) ?? false
            }
            return holds(workflows, fingerprint.workflow) && holds(kinds, fingerprint.kind)
                && holds(accounts, fingerprint.subject.account)
                && holds(marketplaces, fingerprint.subject.marketplace) && holds(tiers, tier)
        }

        /// Whether it matches all that another one does, whatever that is.
        func covers(_ other: Rule) -> Bool {
            func holds<Value>(_ own: Set<Value>, _ theirs: Set<Value>) -> Bool {
                own.isEmpty || (!theirs.isEmpty && theirs.isSubset(of: own))
            }
            return holds(workflows, other.workflows) && holds(kinds, other.kinds) && holds(accounts, other.accounts)
                && holds(marketplaces, other.marketplaces) && holds(tiers, other.tiers)
        }
    }

    /// The ownership list; the first rule that matches decides.
    public var rules: [Rule]
    /// When people work.
    public var calendar: BusinessCalendar
    /// Business hours in which an exception is to be acted on, by tier.
    public var hoursToAct: [Tier: Double]
    /// Days between two looks at the queue: what becomes final before the next one stands on top.
    public var reviewDays: Double

    /// A policy.
    public init(
        rules: [Rule] = [], calendar: BusinessCalendar, hoursToAct: [Tier: Double] = [.a: 8, .b: 24, .c: 40],
        reviewDays: Double = 1
    ) {
        self.rules = rules
        self.calendar = calendar
        self.hoursToAct = hoursToAct
        self.reviewDays = reviewDays
    }

    /// The policy as hashes, by the kind of decision that changes it, so that a change can be noticed; of a kind with several
    /// parts each has its own after a point, since a part that was not hashed before is no change.
    var hashes: [String: String] {
        func list(_ texts: some Collection<String>) -> String { texts.sorted().joined(separator: ",") }
        let routing = rules.map { rule in
            // Not there where it is empty: rules of before there were accounts in them have the hashes they had.
            let accounts = rule.accounts.isEmpty ? "" : ";\(list(rule.accounts))"
            return [
                list(rule.workflows), list(rule.kinds), list(rule.marketplaces), list(rule.tiers.map(\.rawValue)),
                rule.owner,
            ].joined(separator: ";") + accounts
        }
        let hours = hoursToAct.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\($0.value)" }
        return [
            "routing": SHA.hexadecimal(of: routing.joined(separator: "\n")),
            "rule": SHA.hexadecimal(of: list(hours) + " \(reviewDays)"),
            "rule.calendar": SHA.hexadecimal(of: calendar.description),
        ]
    }

    /// Who answers for an exception, and the number of the rule that says so, from 1.
    func owner(of fingerprint: Fingerprint, tier: Tier?) -> (name: String, rule: Int)? {
        rules.firstIndex { $0.matches(fingerprint, tier) }.map { (rules[$0].owner, $0 + 1) }
    }

    /// The rules that never decide, since an earlier one matches all that they do: their numbers, from 1, each with the
    /// earlier one's. What is most special has to stand first.
    public var idleRules: [(rule: Int, behind: Int)] {
        rules.indices.compactMap { place in
            rules[..<place].firstIndex { $0.covers(rules[place]) }.map { (place + 1, $0 + 1) }
        }
    }

    /// When what was first seen at a moment is to be acted on: in the tier's business hours from then. What people owe runs on
    /// business time; what is lost runs on the clock.
    func due(detected: Instant, tier: Tier?) -> Instant? {
        // What nobody can place in a tier is given the time of the least.
        hoursToAct[tier ?? .c].flatMap { hours in
            calendar.due(after: detected.seconds, businessSeconds: Int64((hours * 3_600).rounded()))
        }.map(Instant.init(seconds:))
    }
}
