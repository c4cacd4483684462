import FlywheelKit
import FlywheelStore

/// A problem that nobody acted on, over or still standing.
///
/// Those that stand belong to it: left out, what lasts long would be missing beside all that was soon over.
struct UntouchedProblem {
    let exception: ExceptionID
    let fingerprint: Fingerprint
    /// The terms it opened with.
    let terms: [UInt8]
    /// When it was seen to be over; `nil` where it stands.
    let ended: Instant?
    /// Whether it opened before it began, and when that came true.
    let isForeseen: Bool
    let cameTrue: Instant?

    /// Whether it was foreseen, and is no longer before it began.
    var hasLapsed: Bool { isForeseen && cameTrue == nil && ended != nil }

    /// An outcome's; `nil` where somebody acted.
    init?(_ outcome: OutcomeRecord) {
        guard outcome.verdict == .selfCleared || outcome.verdict == .didNotHappen else { return nil }
        guard outcome.claimed == nil, (outcome.work?.touches ?? 0) == 0, outcome.fate != .actedOn else { return nil }
        (exception, fingerprint, terms) = (outcome.exception, outcome.fingerprint, outcome.termsAtOpen)
        (ended, cameTrue) = (outcome.ended, outcome.cameTrue)
        isForeseen = outcome.predicted != nil || outcome.verdict == .didNotHappen
    }

    /// One that stands; `nil` where somebody acted, or it stands for others.
    init?(_ exception: ExceptionRecord) {
        guard exception.state == .predicted || exception.state == .active, !exception.isGroup else { return nil }
        guard exception.isSeenByStage, exception.claimed == nil, exception.closed == nil, exception.stepsDone.isEmpty,
            exception.fate != .actedOn
        else { return nil }
        (self.exception, fingerprint, terms) = (exception.id, exception.fingerprint, exception.termsAtOpen)
        (ended, cameTrue, isForeseen) = (nil, exception.cameTrue, exception.predicted != nil)
    }
}
