import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// A prediction, and what became of it.
struct Warning {
    let fingerprint: Fingerprint
    /// The exceptions that it was, the last one last: several where it lapsed and was predicted again in its time.
    let exceptions: [ExceptionID]
    /// When it was first predicted.
    let first: Instant
    /// The probability that was said then; `nil` where no terms are kept.
    let stated: Double?
    /// Until when it speaks: to the end of the horizon that its amount was worked out for, or of the days that it tells
    /// apart, where those are more.
    let until: Instant
    /// When it was last heard of: when it ended, or when the last look was.
    let last: Instant
    /// When what was predicted began, where it came true.
    let began: Instant?
    let fate: Fate

    /// The warning of an exception that is not final; `nil` where it was never predicted.
    init?(_ exception: ExceptionRecord, asOf: Instant) {
        guard let predicted = exception.predicted, let fate = exception.fate, !exception.isGroup else { return nil }
        fingerprint = exception.fingerprint
        exceptions = [exception.id]
        first = predicted
        (stated, until) = Self.stated(exception.termsAtOpen, exception.exposure, from: predicted, last: asOf)
        last = asOf
        began = exception.cameTrue.map { exception.onset ?? $0 }
        self.fate = fate
    }

    /// The warning of an exception that ended; `nil` where it was never predicted.
    init?(_ outcome: OutcomeRecord) {
        guard let predicted = outcome.predicted, let fate = outcome.fate else { return nil }
        fingerprint = outcome.fingerprint
        exceptions = [outcome.exception]
        first = predicted
        (stated, until) = Self.stated(outcome.termsAtOpen, outcome.exposure, from: predicted, last: outcome.ended)
        last = outcome.ended
        began = outcome.cameTrue.map { _ in outcome.onset }
        self.fate = fate
    }

    private init(_ first: Warning, endingAs last: Warning) {
        (fingerprint, self.first, stated, until) = (first.fingerprint, first.first, first.stated, first.until)
        (self.last, began, fate) = (last.last, last.began, last.fate)
        exceptions = first.exceptions + last.exceptions
    }

    /// The same, as it can be told at a moment: it came true where it began in the time that it speaks of, lapsed before that
    /// or not; it did not where that time is over, and till then nobody can tell.
    ///
    /// - Parameter unforeseen: when a problem of its name began that no prediction stood for.
    private func told(at asOf: Instant, _ unforeseen: [Instant]) -> Warning {
        guard fate != .actedOn else { return self }
        let after = unforeseen.filter { first < $0 && $0 <= until }.min()
        return Warning(self, began: began.flatMap { $0 <= until ? $0 : nil } ?? after, asOf: asOf)
    }

    private init(_ warning: Warning, began: Instant?, asOf: Instant) {
        (fingerprint, first, stated, until) = (warning.fingerprint, warning.first, warning.stated, warning.until)
        (exceptions, last, self.began) = (warning.exceptions, warning.last, began)
        fate = began != nil ? .cameTrue : warning.until <= asOf ? .lapsed : .open
    }

    /// Whether the time that it speaks of is over. Before that only what comes true is settled, so that a share of those which
    /// can be told would be too high.
    func isOver(at asOf: Instant) -> Bool { until <= asOf }

    /// The claim is the one last heard of, so its days count from then.
    private static func stated(
        _ bytes: [UInt8], _ exposure: Exposure, from first: Instant, last: Instant
    ) -> (probability: Double?, until: Instant) {
        let terms = try? RiskTerms(bytes: bytes)
        var days = terms?.horizonDays ?? 0
        if case .dailyShare(let shares) = exposure.loss {
            days = max(days, exposure.startsInDays(from: last) + shares.count)
        }
        return (terms?.probability, first.advanced(byDays: Double(days)))
    }

    /// All warnings of a history, one for each time that was spoken of, and when problems began that none stood for.
    static func all(
        outcomes: [OutcomeRecord], unfinished: [ExceptionRecord], asOf: Instant
    ) -> (warnings: [Warning], unforeseen: [Fingerprint: [Instant]]) {
        let sights =
            outcomes.filter { $0.predicted == nil }.map { ($0.fingerprint, $0.detected) }
            + unfinished.filter { $0.predicted == nil }.map { ($0.fingerprint, $0.detected) }
        let unforeseen = Dictionary(grouping: sights, by: \.0).mapValues { $0.map(\.1) }
        let warnings = outcomes.compactMap { Warning($0) } + unfinished.compactMap { Warning($0, asOf: asOf) }
        return (joined(warnings, began: unforeseen, asOf: asOf), unforeseen)
    }

    /// One warning where several of a fingerprint lie in the time that the first speaks of: begun with the first, ended as
    /// the last. A prediction may lapse because it grew less likely, and come true later: before its time is over nothing is
    /// settled, else those that sank below a limit would all count as wrong, however right what was said of them.
    ///
    /// - Parameter began: when problems of the same names began that no prediction stood for, in any order.
    private static func joined(_ warnings: [Warning], began: [Fingerprint: [Instant]], asOf: Instant) -> [Warning] {
        Dictionary(grouping: warnings, by: \.fingerprint).values.flatMap { sameName in
            let joined = sameName.sorted { $0.first < $1.first }.reduce(into: [Warning]()) { joined, next in
                if let before = joined.last, before.fate == .lapsed, next.first <= before.until {
                    joined[joined.count - 1] = Warning(before, endingAs: next)
                } else {
                    joined.append(next)
                }
            }
            return joined.map { $0.told(at: asOf, began[$0.fingerprint] ?? []) }
        }
    }
}
