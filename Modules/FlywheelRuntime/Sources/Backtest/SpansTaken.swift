import FlywheelKit
import FlywheelStore

/// When problems took of which listing.
struct SpansTaken {
    private var spans: [Subject: [Span]] = [:]

    private struct Span {
        let exception: ExceptionID
        let fingerprint: Fingerprint
        let from: Instant
        let to: Instant
    }

    mutating func add(_ outcome: OutcomeRecord) {
        guard outcome.hasBegun, outcome.verdict == .actionable || outcome.verdict == .selfCleared else { return }
        add(outcome.exception, outcome.fingerprint, outcome.exposure, outcome.onset, outcome.ended)
    }

    /// Adds one that is not final, as it stands at a moment.
    mutating func add(_ exception: ExceptionRecord, asOf: Instant) {
        guard !exception.isGroup, exception.state != .predicted else { return }
        add(
            exception.id, exception.fingerprint, exception.exposure, exception.onset ?? exception.detected,
            exception.closed ?? asOf)
    }

    private mutating func add(
        _ id: ExceptionID, _ fingerprint: Fingerprint, _ exposure: Exposure, _ from: Instant, _ to: Instant
    ) {
        guard case .dailyShare = exposure.loss else { return }
        spans[fingerprint.subject, default: []].append(
            Span(exception: id, fingerprint: fingerprint, from: from, to: max(from, to)))
    }

    /// When problems of the same name took of the listing that began after one opened.
    func later(than problem: UntouchedProblem, since opened: Instant) -> [Range<Instant>] {
        (spans[problem.fingerprint.subject] ?? []).filter {
            $0.exception != problem.exception && $0.fingerprint == problem.fingerprint && opened < $0.from
        }.map { $0.from..<$0.to }
    }

    /// Whether another problem took of the listing between the opening of one and its end.
    func isShared(_ id: ExceptionID, on listing: Subject, from opened: Instant, until end: Instant) -> Bool {
        (spans[listing] ?? []).contains { $0.exception != id && $0.from < end && opened < $0.to }
    }
}
