/// What is to be done about a finding.
public struct Resolution: Hashable, Sendable, Codable {
    /// The three ways on.
    public enum Action: Hashable, Sendable, Codable {
        /// Act with a remedy: by hand, or by a host that may once a person or an explicit rule approves.
        case act(Remedy)
        /// A person has to look; the text says why.
        case ask(String)
        /// Not worth anyone's time; the text says why.
        case dismiss(String)

        /// What its remedy changes of the listing, where it acts with one that does.
        public var change: ListingChange? { if case .act(let remedy) = self { remedy.change } else { nil } }
    }

    /// The way on.
    public let action: Action
    /// The steps a person follows.
    public let playbook: Playbook?
    /// The one thing to do first, and what it is expected to bring.
    public let suggestion: Suggestion?
    /// A text that a person may send to the marketplace.
    public let draft: Draft?

    /// What is to be done.
    public init(
        _ action: Action, playbook: Playbook? = nil, suggestion: Suggestion? = nil, draft: Draft? = nil
    ) {
        self.action = action
        self.playbook = playbook
        self.suggestion = suggestion
        self.draft = draft
    }
}

/// A way to end a problem.
public struct Remedy: Hashable, Sendable, Codable {
    /// What it does, as an instruction.
    public let title: String
    /// Touch hours it takes.
    public let effortHours: Double
    /// Whether it can be taken back.
    public let isReversible: Bool
    /// What it changes of the listing, where a host can write that down for the marketplace.
    public let change: ListingChange?

    /// Describes a remedy.
    public init(_ title: String, effortHours: Double, isReversible: Bool, change: ListingChange? = nil) {
        self.title = title
        self.effortHours = effortHours
        self.isReversible = isReversible
        self.change = change
    }
}

/// The steps by which people solve a kind of problem.
public struct Playbook: Hashable, Sendable, Codable {
    /// Its id, by which a host may count how often it is opened and followed.
    public let id: String
    /// What it is for.
    public let title: String
    /// What to do, in order.
    public let steps: [String]
    /// Minutes it takes a practised person.
    public let minutes: Int

    /// Describes a playbook.
    public init(_ id: String, title: String, minutes: Int, steps: [String]) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.steps = steps
    }
}

/// The one thing to do first.
public struct Suggestion: Hashable, Sendable, Codable {
    /// The action, as an instruction.
    public let action: String
    /// What it is to reach, "fulfillable units above 240".
    public let target: String?
    /// The facts it rests on, each in a clause, "featured now: a competitor at USD 23.00".
    public let because: [String]
    /// What the suggestion does not know and a person should check.
    public let unknowns: [String]

    /// Describes a suggestion.
    public init(_ action: String, target: String? = nil, because: [String] = [], unknowns: [String] = []) {
        self.action = action
        self.target = target
        self.because = because
        self.unknowns = unknowns
    }
}

extension Suggestion {
    private enum CodingKeys: String, CodingKey {
        case action, target, because, unknowns
    }

    /// Reads one; facts that nobody wrote are none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(String.self, forKey: .action),
            target: try container.decodeIfPresent(String.self, forKey: .target),
            because: try container.decodeIfPresent([String].self, forKey: .because) ?? [],
            unknowns: try container.decode([String].self, forKey: .unknowns))
    }

    /// Writes what is there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(action, forKey: .action)
        try container.encodeIfPresent(target, forKey: .target)
        if !because.isEmpty { try container.encode(because, forKey: .because) }
        try container.encode(unknowns, forKey: .unknowns)
    }
}
