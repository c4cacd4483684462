public import FlywheelKit
public import FlywheelStore

/// Ended exceptions that later ones may repeat.
public struct Precedents: Sendable {
    /// Days after a verified end within which the same cause counts as having come back.
    ///
    /// Ninety days is a quarter: the longest a fix is given to show that it holds before a problem is called a new one.
    public static let repeatDays = 90.0

    /// Why something happened, and to what.
    private struct Cause: Hashable {
        let subject: Subject
        let workflow: String
        let kind: String
        let name: String

        init(_ name: String, of fingerprint: Fingerprint, _ merges: CauseMerges) {
            (subject, workflow, kind) = (fingerprint.subject, fingerprint.workflow, fingerprint.kind)
            self.name = merges.cause(name, of: fingerprint.workflow)
        }
    }

    private let merges: CauseMerges
    private var same = VerifiedEnds<Fingerprint>()
    private var alike = VerifiedEnds<Cause>()

    /// The verified ends among these outcomes that are about one of these subjects. What never began cannot come back.
    ///
    /// - Parameter merges: which causes are one.
    public init(_ outcomes: some Sequence<OutcomeRecord>, on subjects: Set<Subject>, merges: CauseMerges) {
        self.merges = merges
        for outcome in outcomes where outcome.isVerified == true && outcome.hasBegun {
            guard subjects.contains(outcome.fingerprint.subject) else { continue }
            same.add(outcome.exception, at: outcome.ended, in: outcome.fingerprint)
            guard let cause = outcome.rootCause else { continue }
            alike.add(outcome.exception, at: outcome.ended, in: Cause(cause, of: outcome.fingerprint, merges))
        }
    }

    /// The newest exception of the same fingerprint whose end was verified before this one was seen.
    public func regression(_ exception: ExceptionRecord) -> ExceptionID? {
        guard exception.hasBegun else { return nil }
        return same.newest(before: exception.detected, of: exception.id, in: exception.fingerprint)
    }

    /// The newest exception of the same subject, kind and cause whose end was verified within ``repeatDays`` before this one was
    /// seen; nothing where its cause is unknown.
    public func `repeat`(_ exception: ExceptionRecord, cause: String?) -> ExceptionID? {
        guard exception.hasBegun, let cause else { return nil }
        return alike.newest(
            before: exception.detected, of: exception.id, in: Cause(cause, of: exception.fingerprint, merges),
            days: Self.repeatDays)
    }
}
