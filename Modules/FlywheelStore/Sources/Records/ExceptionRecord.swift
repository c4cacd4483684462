public import FlywheelKit

/// A problem that lasts: a fingerprint, a state, an owner, a history.
///
/// Its fields are those of ``ExceptionFields``, kept behind one reference, since rotations hand records around by the
/// hundred thousand; a record is a value all the same.
@dynamicMemberLookup
public struct ExceptionRecord: RecordKind, Hashable, Sendable {
    /// `X`.
    public static let letter = "X"

    /// Where an exception stands. Exactly one holds.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Has not happened yet; has a probability.
        case predicted
        /// Happening.
        case active
        /// A person closed it and the data showed otherwise: open again.
        case notFixed
        /// A person closed it; the data are not in yet.
        case verifying
        /// Closed, and the data show the recovery.
        case verified
        /// Closed, and no complete snapshot came within seven days to tell.
        case unverified
        /// Ended without anyone's doing.
        case cleared
        /// Predicted, and did not happen.
        case lapsed
        /// A person added it and took that back, its listing is gone, or the file it came from was discarded. It leaves no outcome.
        case withdrawn
        /// A person said that there was nothing to do.
        case dismissed

        /// Whether it waits for work.
        public var isOpen: Bool { self == .predicted || self == .active || self == .notFixed }
        /// Whether nothing will change it any more.
        public var isFinal: Bool { !isOpen && self != .verifying }
    }

    /// Where an exception comes from.
    public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        /// Detection found it first.
        case stage
        /// A person found it first: detection missed it.
        case person
        /// It stands for others that have one cause, its members, and is no further loss: what it counts for is theirs.
        case group
    }

    @usableFromInline
    final class Box: @unchecked Sendable {
        // Written only while one record alone refers to it.
        @usableFromInline var fields: ExceptionFields

        @usableFromInline
        init(_ fields: ExceptionFields) { self.fields = fields }
    }

    @usableFromInline var box: Box

    /// The record of these fields.
    public init(_ fields: ExceptionFields) { box = Box(fields) }

    /// An exception as first seen.
    public init(
        id: ExceptionID = ExceptionID(0), fingerprint: Fingerprint, source: Source = .stage, state: State,
        onset: Instant?, detected: Instant, opened: RotationID, evidence: EvidenceText, exposure: Exposure,
        model: String,
        previous: ExceptionID? = nil
    ) {
        self.init(
            ExceptionFields(
                id: id, fingerprint: fingerprint, source: source, state: state, onset: onset, detected: detected,
                opened: opened, evidence: evidence, exposure: exposure, model: model, previous: previous))
    }

    /// A field that never changes.
    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<ExceptionFields, Value>) -> Value {
        box.fields[keyPath: field]
    }

    /// A field that changes.
    @inlinable
    public subscript<Value>(dynamicMember field: WritableKeyPath<ExceptionFields, Value>) -> Value {
        get { box.fields[keyPath: field] }
        set {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.fields) }
            box.fields[keyPath: field] = newValue
        }
    }

    /// Whether all fields are equal.
    public static func == (left: ExceptionRecord, right: ExceptionRecord) -> Bool {
        left.box === right.box || left.box.fields == right.box.fields
    }

    /// Hashes the id and what it is about.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(box.fields.id)
        hasher.combine(box.fields.fingerprint)
    }

    /// Whether a stage has ever seen it. Of what none has, no data can say that it is over.
    public var isSeenByStage: Bool { !self.evidence.isEmpty }

    /// What a person said it was when they dismissed it: noise, known or a duplicate; `nil` where nobody did.
    public var dismissal: Verdict? {
        guard let cause = self.rootCause, cause.hasPrefix(Self.dismissalPrefix) else { return nil }
        return Verdict(rawValue: String(cause.dropFirst(Self.dismissalPrefix.count)))
    }

    /// What stands before the verdict where a dismissal takes the place of a root cause; no cause holds a colon.
    public static let dismissalPrefix = "dismissed:"

    /// Whether it stands for others, which name it as their ``ExceptionFields/parent``.
    public var isGroup: Bool { self.source == .group }

    /// Who answers for it now: who works on it, else its owner.
    public var responsible: String? { self.claimedBy ?? self.owner }

    /// Whether it waits for work, and nobody is to look at it yet.
    public func isSnoozed(at now: Instant) -> Bool {
        self.state.isOpen && (self.snooze.map { now < $0.until } ?? false)
    }
}
