import FlywheelKit
import FlywheelRuntime
import FlywheelStore

@testable import Simulation

/// What a simulated store shows of how it came about, read from what the store keeps.
struct Seen {
    let outcomes: [OutcomeRecord]
    let events: [JournalLine]
    let turns: [RotationSummary]
    let decisions: Int

    init(_ store: any Store) throws {
        outcomes = try store.outcomes()
        events = try store.events()
        turns = try store.rotations().map { try CanonicalJSON.value(RotationSummary.self, from: $0.summary) }
        decisions = try store.loopRecords(.decision).count
    }

    /// Of claims between two shares of the time, those of the first row that nobody had.
    func firstRowShare(from: Double = 0, to: Double = 1) -> Double {
        let ranks = within(events, from, to, at: \.at).filter { $0.event.verb == .claimed }
            .compactMap { ClaimDetail($0.event.detail)?.rank }.filter { $0.waiting > 4 }
        return Double(ranks.count { $0.place == 1 }) / Double(max(1, ranks.count))
    }

    /// Of what people ended, the part with a cause one can learn from.
    func usableShare(from: Double = 0, to: Double = 1) -> Double {
        let worked = within(outcomes, from, to, at: \.ended).filter { $0.claimed != nil }
        return Double(worked.count { !["other", "unknown", nil].contains($0.rootCause) })
            / Double(max(1, worked.count))
    }

    /// Of what was closed, the part that the data confirmed.
    var verifiedShare: Double {
        let closed = outcomes.filter { $0.rootCause != nil }
        return Double(closed.count { $0.isVerified == true }) / Double(max(1, closed.count))
    }

    /// The middle of the days from onset to detection, where the onset is known.
    func daysToDetection(from: Double = 0, to: Double = 1) -> Double {
        let days = within(outcomes, from, to, at: \.detected).filter { $0.work?.isOnsetKnown == true }
            .map { $0.detected.days(since: $0.onset) }.sorted()
        return days.isEmpty ? 0 : days[days.count / 2]
    }

    /// The mean of rows that waited at the turns between two shares of the time.
    func openRows(from: Double, to: Double) -> Double {
        let turns = within(turns, from, to, at: \.asOf)
        return Double(turns.reduce(0) { $0 + $1.open }) / Double(max(1, turns.count))
    }

    /// Problems that anybody learned of.
    var opened: Int {
        events.reduce(0) { $0 + ([.opened, .added].contains($1.event.verb) ? $1.event.count : 0) }
    }

    private func within<Value>(
        _ values: [Value], _ from: Double, _ to: Double, at moment: (Value) -> Instant
    ) -> [Value] {
        guard let first = turns.first?.asOf, let last = turns.last?.asOf else { return [] }
        let span = last.days(since: first)
        let range = first.advanced(byDays: from * span)...first.advanced(byDays: to * span)
        return values.filter { range.contains(moment($0)) }
    }
}
