import Calendars
import FlywheelKit
import FlywheelStore

/// On which days a listing could sell: what exceptions took of each day, past ones and those that still stand.
///
/// This is how suppressed and stocked-out days stay out of the rate of sale without any stage knowing of another.
struct AvailabilityMask {
    private struct Span {
        let from: Day
        let to: Day
        let share: Double
    }

    /// What outcomes took, and what stands that no chunk will look at again; shared by all chunks.
    private var past: [Subject: [Span]] = [:]
    /// What the exceptions of one chunk take.
    private var present: [Subject: [Span]] = [:]
    private let zones: Zones
    private let asOf: Instant

    init(outcomes: [OutcomeRecord], standing: [ExceptionRecord], asOf: Instant, zones: Zones) throws {
        self.zones = zones
        self.asOf = asOf
        for outcome in outcomes where outcome.verdict == .actionable || outcome.verdict == .selfCleared {
            let span = span(outcome.exposure, on: outcome.fingerprint.subject, from: outcome.onset, to: outcome.ended)
            if let span { past[outcome.fingerprint.subject, default: []].append(span) }
        }
        for exception in standing {
            if let span = try span(of: exception) { past[exception.fingerprint.subject, default: []].append(span) }
        }
    }

    /// Adds an exception as a rotation leaves it.
    mutating func add(_ exception: ExceptionRecord) throws {
        if let span = try span(of: exception) { present[exception.fingerprint.subject, default: []].append(span) }
    }

    /// What an exception took. One that a person closed took its share until then, unless the data refuted it.
    private func span(of exception: ExceptionRecord) throws -> Span? {
        let isClosed: Bool
        switch exception.state {
        case .predicted, .lapsed: return nil
        case .active, .notFixed, .cleared: isClosed = false
        case .verifying, .verified, .unverified: isClosed = true
        }
        return span(
            exception.exposure, on: exception.fingerprint.subject, from: exception.onset ?? exception.detected,
            to: (isClosed ? exception.closed : nil) ?? asOf)
    }

    private func span(_ exposure: Exposure, on subject: Subject, from: Instant, to: Instant) -> Span? {
        guard exposure.isActive(at: to), case .dailyShare(let shares) = exposure.loss, let share = shares.first,
            share > 0
        else { return nil }
        let zone = zones.zone(ofMarketplace: subject.marketplace)
        let began = max(from, exposure.begins ?? from)
        return Span(from: zone.day(of: began), to: zone.day(of: to), share: share)
    }

    /// The share of each day on which a listing could sell, 0 to 1; nothing before it was created.
    func available(_ subject: Subject, opened: Instant?, on days: Range<Day>) -> [Double] {
        let spans = (past[subject] ?? []) + (present[subject] ?? [])
        let first = opened.map { zones.zone(ofMarketplace: subject.marketplace).day(of: $0).advanced(by: 1) }
        return days.map { day in
            if let first, day < first { return 0 }
            return spans.reduce(1) { $1.from <= day && day <= $1.to ? $0 * (1 - $1.share) : $0 }
        }
    }
}
