public import FlywheelKit

/// Who outside is told of what happens, and how far that came.
public struct SubscriptionRecord: RecordKind, Hashable, Sendable {
    /// `W`.
    public static let letter = "W"

    /// How it is told.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A signed POST (Standard Webhooks).
        case webhook
        /// A POST of one line of text, as Slack and its relatives take it.
        case slack
        /// A mail.
        case mail
    }

    /// Whether it is told.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is.
        case active
        /// Not for now: what happens meanwhile is told once it is resumed.
        case paused
        /// Not any more, until somebody resumes it; ``SubscriptionRecord/reason`` says why.
        case disabled
        /// Never again. Its address and secrets are gone.
        case removed
    }

    /// Its id.
    public let id: SubscriptionID
    /// How it is told.
    public let kind: Kind
    /// The address: an `https` one or a mail address. That of a Slack channel is a secret in itself.
    public var target: String
    /// What it is told of.
    public var filter: EventFilter
    /// What its deliveries are signed with, newest first; two while the receiver changes from one to the other.
    public var secrets: [SigningSecret]
    /// Whether it is told.
    public var state: State
    /// Why it stands so, a word; empty where nobody gave a reason.
    public var reason: String
    /// The last journal entry that was looked at for it.
    public var cursor: Int64
    /// Nothing is sent before this moment: the receiver asked for it, or did not answer.
    public var restsUntil: Instant?
    /// When it was made.
    public let at: Instant
    /// Who made it.
    public let by: String
    /// Counts changes of what people decide; it is kept under the version it was read with.
    public var version: Int

    /// A subscription.
    public init(
        id: SubscriptionID, kind: Kind, target: String, filter: EventFilter = EventFilter(),
        secrets: [SigningSecret] = [], state: State = .active, reason: String = "", cursor: Int64 = 0,
        restsUntil: Instant? = nil, at: Instant, by: String, version: Int = 1
    ) {
        self.id = id
        self.kind = kind
        self.target = target
        self.filter = filter
        self.secrets = secrets
        self.state = state
        self.reason = reason
        self.cursor = cursor
        self.restsUntil = restsUntil
        self.at = at
        self.by = by
        self.version = version
    }
}

/// The id of a subscription.
public typealias SubscriptionID = RecordID<SubscriptionRecord>

extension SubscriptionRecord {
    /// The subscription without what nobody needs of a removed one: its address, its secrets, what it was told of.
    public var emptied: SubscriptionRecord {
        var record = self
        (record.target, record.secrets, record.filter) = ("", [], EventFilter())
        return record
    }
}
