public import FlywheelKit

/// One problem from its beginning to its end, or to the moment it is judged from where it has not ended.
public struct Problem: Hashable, Sendable {
    /// Who found it.
    public enum Source: UInt8, Hashable, Sendable {
        /// A stage, in the facts.
        case stage
        /// A person, whom no stage told.
        case person
    }

    /// The number of its exception.
    public var id: Int64
    /// The place of its workflow in ``WorkHistory/workflows``.
    public var workflow: Int
    /// The place of its kind in ``WorkHistory/kinds``.
    public var kind: Int
    /// The place of what it is about in ``WorkHistory/subjects``.
    public var subject: Int
    /// The place of the seller account it belongs to in ``WorkHistory/accounts``; `nil` where none is known.
    public var account: Int?
    /// The same for two problems of one fingerprint.
    public var identity: UInt64
    /// Who found it.
    public var source: Source
    /// The tier of its listing when it ended, or now.
    public var tier: Tier?

    /// When it began, where something said so.
    public var onset: Instant?
    /// When it was first seen.
    public var detected: Instant
    /// When it was first predicted, before it came true.
    public var predicted: Instant?
    /// When what was predicted happened.
    public var cameTrue: Instant?
    /// From when what its seller ordered since it was predicted could help; `nil` where no file says so.
    public var orderArrives: Instant?
    /// When work on it was due.
    public var due: Instant?
    /// When somebody first claimed it.
    public var claimed: Instant?
    /// Who claimed it last: a place in ``WorkHistory/people``.
    public var worker: Int?
    /// Whether a rule named its owner, and not a person.
    public var isRouted: Bool
    /// Where it stood in the queue when it was first claimed, from 1, and how many waited then.
    public var rankAtClaim: Rank?
    /// When it ended: closed by a person, or gone from the facts; `nil` while it is open.
    public var ended: Instant?
    /// Who closed it, or wrote the change that ended it; `nil` where it ended without either.
    public var closer: Int?
    /// Whether a change of its listing that they wrote ended it, and no close: nobody said that it was over before the data did,
    /// and a change that ends nothing is not told of. So it is no close that the data judge.
    public var isMended = false
    /// What it turned out to be; `nil` while it is open.
    public var verdict: Verdict?
    /// Why it happened: a place in ``WorkHistory/causes``.
    public var cause: Int?
    /// Whether the data confirmed the close; `nil` where they have not spoken, or nobody closed it.
    public var isVerified: Bool?
    /// When they did.
    public var verified: Instant?
    /// How often the data refuted a close of it.
    public var notFixed: Int
    /// When they last did; `nil` where they never did.
    public var refuted: Instant?
    /// The exception of the same fingerprint that was verified before this one opened.
    public var regressionOf: Int64?
    /// The exception of the same subject, kind and cause whose verified end this one repeats.
    public var repeatOf: Int64?
    /// The decision that was to prevent its cause, in force when it opened.
    public var prevention: Int64?

    /// What it counted for when it opened; `nil` where it has no amount.
    public var atRiskAtOpen: Int64?
    /// What it counted for when it ended: when it was closed, where a person did that.
    public var atRiskAtEnd: Int64?

    /// What people did to it.
    public var touches: Int
    /// Minutes people spent on it, where they can be told.
    public var touchMinutes: Double?
    /// Whether somebody opened its playbook.
    public var hasOpenedPlaybook: Bool
    /// Steps of its playbook; 0 where there is none.
    public var steps: Int
    /// Steps that were done.
    public var stepsDone: Int
    /// Steps done that the system did by itself.
    public var stepsAutomatic: Int

    /// Whether it ever began: what was only foreseen has not come, and cannot come back.
    public var hasBegun: Bool { predicted == nil || cameTrue != nil }

    /// Whether a person closed it as a problem that was one: what people dismiss needs no cause.
    public var isClosedAsReal: Bool { closer != nil && (verdict ?? .actionable) == .actionable }

    /// Whether any time was left until it was due when it was found: what was due by then is nobody's to meet.
    public var hadTime: Bool { due.map { $0 > detected } ?? false }

    /// What became of its prediction; `nil` where it was never predicted.
    public var fate: Fate? {
        predicted.map { _ in Fate(cameTrue: cameTrue, closed: refuted, orderArrives: orderArrives, verdict: verdict) }
    }

    /// A place in a queue.
    public struct Rank: Hashable, Sendable {
        /// The place, from 1.
        public var place: Int32
        /// How many waited for work.
        public var waiting: Int32

        /// A place.
        public init(_ place: Int32, of waiting: Int32) {
            self.place = place
            self.waiting = waiting
        }
    }

    /// A problem that was found and of which nothing else is known.
    public init(
        id: Int64, workflow: Int, kind: Int, subject: Int, identity: UInt64, source: Source = .stage, detected: Instant
    ) {
        self.id = id
        self.workflow = workflow
        self.kind = kind
        self.subject = subject
        self.identity = identity
        self.source = source
        self.detected = detected
        isRouted = false
        notFixed = 0
        touches = 0
        hasOpenedPlaybook = false
        steps = 0
        stepsDone = 0
        stepsAutomatic = 0
    }
}
