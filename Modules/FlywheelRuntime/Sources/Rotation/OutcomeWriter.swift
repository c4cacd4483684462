import FlywheelKit
import FlywheelStore

/// Writes down what an ended exception leaves.
struct OutcomeWriter {
    let store: any WorkStore
    let asOf: Instant

    /// The record of an exception that a change made final; `nil` for any other change.
    func outcome(of change: Change) throws -> OutcomeRecord? {
        let exception = change.exception
        guard change.verb != nil, exception.state.isFinal else { return nil }
        let verdict: Verdict =
            switch exception.state {
            case .lapsed: .didNotHappen
            case .cleared where exception.claimedBy == nil: .selfCleared
            default: .actionable
            }
        let byPerson = exception.state == .verified || exception.state == .unverified
        return OutcomeRecord(
            exception: exception.id, fingerprint: exception.fingerprint, exposure: exception.exposure, verdict: verdict,
            rootCause: byPerson ? exception.rootCause : nil,
            isVerified: byPerson ? (exception.state == .verified ? true : nil) : nil,
            onset: exception.onset ?? exception.detected, detected: exception.detected, claimed: exception.claimed,
            ended: (byPerson ? exception.closed : nil) ?? asOf, verified: exception.state == .verified ? asOf : nil,
            termsAtOpen: exception.termsAtOpen,
            termsAtEnd: try (byPerson ? exception.termsAtClose : nil) ?? store.place(of: exception.id)?.terms ?? [],
            predicted: exception.predicted, cameTrue: exception.cameTrue)
    }
}
