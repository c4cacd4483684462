public import FlywheelKit

/// One turn of the wheel: facts in, queue out.
public struct RotationRecord: RecordKind, Hashable, Sendable {
    /// `R`.
    public static let letter = "R"

    /// Its id.
    public var id: RotationID
    /// The moment it looked from.
    public var asOf: Instant
    /// The currency its totals are in.
    public var currency: Currency
    /// What it counted, as JSON.
    public var summary: String
    /// What it counted of each account alone, as JSON; empty of rotations before that was kept.
    public var accounts: [String: String] = [:]

    /// A rotation.
    public init(id: RotationID, asOf: Instant, currency: Currency, summary: String) {
        self.id = id
        self.asOf = asOf
        self.currency = currency
        self.summary = summary
    }
}

/// Where an exception stands in a rotation's queue, and for how much.
public struct QueueRow: Hashable, Sendable {
    /// The parts of the queue, from the top.
    public enum Lane: Int, Hashable, Sendable, Codable, CaseIterable {
        /// Becomes final before the next review: by what can still be avoided.
        case actNow
        /// Happening: by what is at risk.
        case active
        /// Expected: by what is at risk, which holds its probability.
        case predicted
        /// Happening or expected, but no price or rate turns it into money: by units.
        case unpriced
    }

    /// The exception.
    public var exception: ExceptionID
    /// The part of the queue.
    public var lane: Lane
    /// The place in it, from 1.
    public var position: Int
    /// Attributed revenue at risk in minor units of the rotation's currency; `nil` when unpriced.
    public var atRisk: Int64?
    /// The tier of what it is about; `nil` where nothing is known to decide it from.
    public var tier: Tier?
    /// Every term of its revenue at risk: what `show` prints; `nil` while they are those it opened with.
    public var terms: [UInt8]?

    /// A row.
    public init(
        exception: ExceptionID, lane: Lane, position: Int, atRisk: Int64?, tier: Tier?, terms: [UInt8]?
    ) {
        self.exception = exception
        self.lane = lane
        self.position = position
        self.atRisk = atRisk
        self.tier = tier
        self.terms = terms
    }
}

/// A row of the queue together with its exception.
public struct QueueEntry: Hashable, Sendable {
    /// Where it stands.
    public var row: QueueRow
    /// The exception as it is now.
    public var exception: ExceptionRecord
    /// The terms of its revenue at risk, the newest.
    public var terms: [UInt8] { row.terms ?? exception.termsAtOpen }

    /// A row and its exception.
    public init(row: QueueRow, exception: ExceptionRecord) {
        self.row = row
        self.exception = exception
    }
}
