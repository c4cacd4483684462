public import FlywheelKit
public import FlywheelStore

/// Ended exceptions that later ones may repeat.
public struct Precedents: Sendable {
    /// Days after a verified end within which the same cause counts as having come back.
    ///
    /// Ninety days is a quarter: the longest a fix is given to show that it holds before a problem is called a new one.
    public static let repeatDays = 90.0

    private let outcomes: [Subject: [OutcomeRecord]]
    private let merges: CauseMerges

    /// The verified ends among these outcomes that are about one of these subjects. What never began cannot come back.
    ///
    /// - Parameter merges: which causes are one.
    public init(_ outcomes: some Sequence<OutcomeRecord>, on subjects: Set<Subject>, merges: CauseMerges) {
        self.merges = merges
        self.outcomes = outcomes.reduce(into: [:]) { found, outcome in
            let subject = outcome.fingerprint.subject
            guard outcome.isVerified == true, outcome.hasBegun, subjects.contains(subject) else { return }
            found[subject, default: []].append(outcome)
        }
    }

    /// The newest exception of the same fingerprint whose end was verified before this one was seen.
    public func regression(_ exception: ExceptionRecord) -> ExceptionID? {
        newest(before: exception) { $0.fingerprint == exception.fingerprint }
    }

    /// The newest exception of the same subject, kind and cause whose end was verified within ``repeatDays`` before this one was
    /// seen; nothing where its cause is unknown.
    public func `repeat`(_ exception: ExceptionRecord, cause: String?) -> ExceptionID? {
        guard let cause else { return nil }
        let workflow = exception.fingerprint.workflow
        return newest(before: exception) { outcome in
            outcome.fingerprint.workflow == workflow && outcome.fingerprint.kind == exception.fingerprint.kind
                && outcome.rootCause.map { merges.areOne($0, cause, of: workflow) } ?? false
                && exception.detected.days(since: outcome.ended) <= Self.repeatDays
        }
    }

    private func newest(before exception: ExceptionRecord, _ holds: (OutcomeRecord) -> Bool) -> ExceptionID? {
        guard exception.hasBegun else { return nil }
        return outcomes[exception.fingerprint.subject, default: []]
            .filter { $0.exception != exception.id && $0.ended <= exception.detected && holds($0) }
            .max { ($0.ended, $0.exception) < ($1.ended, $1.exception) }?.exception
    }
}
