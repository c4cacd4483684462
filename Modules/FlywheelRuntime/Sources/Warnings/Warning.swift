import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// A prediction, and what became of it.
struct Warning {
    /// What became of it.
    enum Fate: Hashable {
        /// It happened.
        case cameTrue
        /// It did not.
        case lapsed
        /// A person closed it before anybody could tell.
        case actedOn
        /// Nobody can tell yet.
        case open
    }

    let fingerprint: Fingerprint
    /// When it was first predicted.
    let first: Instant
    /// The probability that was said then; `nil` where no terms are kept.
    let stated: Double?
    /// When it was last heard of: when it ended, or when the last look was.
    let last: Instant
    /// When what was predicted began, where it came true.
    let began: Instant?
    let fate: Fate

    /// The warning of an exception that is not final; `nil` where it was never predicted.
    init?(_ exception: ExceptionRecord, asOf: Instant) {
        guard let predicted = exception.predicted, !exception.isGroup else { return nil }
        fingerprint = exception.fingerprint
        first = predicted
        stated = Self.stated(exception.termsAtOpen)
        last = asOf
        began = exception.cameTrue.map { exception.onset ?? $0 }
        fate = exception.cameTrue != nil ? .cameTrue : exception.state == .verifying ? .actedOn : .open
    }

    /// The warning of an exception that ended; `nil` where it was never predicted.
    init?(_ outcome: OutcomeRecord) {
        guard let predicted = outcome.predicted else { return nil }
        fingerprint = outcome.fingerprint
        first = predicted
        stated = Self.stated(outcome.termsAtOpen)
        last = outcome.ended
        began = outcome.cameTrue.map { _ in outcome.onset }
        fate = outcome.cameTrue != nil ? .cameTrue : outcome.verdict == .didNotHappen ? .lapsed : .actedOn
    }

    private init(_ first: Warning, endingAs last: Warning) {
        (fingerprint, self.first, stated) = (first.fingerprint, first.first, first.stated)
        (self.last, began, fate) = (last.last, last.began, last.fate)
    }

    private static func stated(_ terms: [UInt8]) -> Double? { (try? RiskTerms(bytes: terms))?.probability }

    /// Days within which a prediction that lapsed and stands again is the same one: what flips to and fro counts once.
    static let sameWithinDays = 7.0

    /// One warning where several of a fingerprint follow each other closely: begun with the first, ended as the last.
    static func joined(_ warnings: [Warning]) -> [Warning] {
        Dictionary(grouping: warnings, by: \.fingerprint).values.flatMap { sameName in
            sameName.sorted { $0.first < $1.first }.reduce(into: [Warning]()) { joined, next in
                if let before = joined.last, before.fate == .lapsed,
                    next.first.days(since: before.last) <= sameWithinDays
                {
                    joined[joined.count - 1] = Warning(before, endingAs: next)
                } else {
                    joined.append(next)
                }
            }
        }
    }
}
