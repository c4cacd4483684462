public import FlywheelKit

/// One message to one subscription.
public struct DeliveryRecord: Hashable, Sendable {
    /// What becomes of it.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is sent when its time comes.
        case waiting
        /// The receiver took it.
        case delivered
        /// It was tried as often as it may be. Somebody can send it again.
        case dead
    }

    /// Stable for ever: `W1-42-0-9f1d0166` for the first event of the journal's entry 42, with what its seal begins with;
    /// `W1-morning-2026-11-20` for a digest.
    public let id: String
    /// Who gets it.
    public let subscription: SubscriptionID
    /// The entry of the journal it tells of; 0 where it tells of none.
    public let sequence: Int64
    /// The event's place in its entry.
    public let position: Int
    /// What happened, as the journal writes it, or the digest's name.
    public let verb: String
    /// What it happened to, the first where it happened to several.
    public let subject: String
    /// To how many it happened.
    public let count: Int
    /// What is sent. Once it was delivered it is empty.
    public var body: String
    /// When it was put here.
    public let made: Instant
    /// What becomes of it.
    public var state: State
    /// How often it was tried.
    public var attempts: Int
    /// When it is tried next.
    public var next: Instant
    /// When it was tried last.
    public var tried: Instant?
    /// What came of that, a status such as `204` or a word such as `timeout`.
    public var outcome: String

    /// A message that waits.
    public init(
        id: String, subscription: SubscriptionID, sequence: Int64, position: Int, verb: String, subject: String,
        count: Int = 1, body: String, made: Instant, state: State = .waiting, attempts: Int = 0, next: Instant? = nil,
        tried: Instant? = nil, outcome: String = ""
    ) {
        self.id = id
        self.subscription = subscription
        self.sequence = sequence
        self.position = position
        self.verb = verb
        self.subject = subject
        self.count = count
        self.body = body
        self.made = made
        self.state = state
        self.attempts = attempts
        self.next = next ?? made
        self.tried = tried
        self.outcome = outcome
    }
}
