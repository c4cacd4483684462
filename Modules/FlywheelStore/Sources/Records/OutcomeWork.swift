public import FlywheelKit

/// What people did about an exception before it ended, and what it counted for.
public struct OutcomeWork: Hashable, Sendable, Codable {
    /// Who found it first.
    public var source: ExceptionRecord.Source
    /// Whether something said when it began; if not, the outcome's onset is when it was first seen.
    public var isOnsetKnown: Bool
    /// The tier of what it is about when it ended; `nil` where nothing was known to decide it from.
    public var tier: Tier?
    /// What it counted for when it opened; `nil` where it had no amount.
    public var atRiskAtOpen: Money?
    /// What it counted for when it ended, valued then; `nil` where it had no amount.
    public var atRiskAtEnd: Money?

    /// When it should have been acted on.
    public var due: Instant?
    /// When it was first claimed.
    public var firstClaimed: Instant?
    /// Who claimed it last.
    public var worker: String?
    /// Who closed it, or wrote the change that ended it; `nil` where it ended without either.
    public var closer: String?
    /// Whether a rule had named its owner when it was first claimed, or ended unclaimed; `nil` where that cannot be told.
    public var isRouted: Bool?
    /// Where it stood when it was first claimed.
    public var rankAtClaim: QueueRank?

    /// How often people did something about it.
    public var touches: Int
    /// Seconds people spent on it; `nil` where that cannot be told.
    public var touchSeconds: Int?
    /// The same in minutes; `nil` too where an act that was entered late once made it less than nothing.
    public var touchMinutes: Double? { touchSeconds.flatMap { $0 < 0 ? nil : Double($0) / 60 } }
    /// Whether somebody opened its playbook.
    public var hasOpenedPlaybook: Bool
    /// Steps of its playbook; 0 where it has none.
    public var steps: Int
    /// Steps that were done.
    public var stepsDone: Int
    /// Steps that the program did by itself.
    public var stepsAutomatic: Int
    /// How often the data refuted a close of it.
    public var notFixed: Int
    /// When they last did; `nil` where they never did.
    public var refuted: Instant?
    /// See ``ExceptionFields/orderArrives``.
    public var orderArrives: Instant?

    /// The exception whose verified end this one repeats: same subject, kind and cause.
    public var repeatOf: ExceptionID?
    /// The exception of the same fingerprint whose end was verified before this one opened.
    public var regressionOf: ExceptionID?
    /// The number of the decision that was to prevent its cause, in force when it opened.
    public var prevention: Int64?

    /// Nobody did anything.
    public init(source: ExceptionRecord.Source, isOnsetKnown: Bool) {
        self.source = source
        self.isOnsetKnown = isOnsetKnown
        touches = 0
        hasOpenedPlaybook = false
        steps = 0
        stepsDone = 0
        stepsAutomatic = 0
        notFixed = 0
    }
}

/// A place among the rows of a queue that waited for work, as the journal holds it of a claim: `3 of 168`.
public struct QueueRank: Hashable, Sendable, Codable {
    /// The place, from 1.
    public let place: Int
    /// How many waited.
    public let waiting: Int

    /// A place.
    public init(_ place: Int, of waiting: Int) {
        self.place = place
        self.waiting = waiting
    }
}
