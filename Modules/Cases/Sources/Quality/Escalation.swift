public import FlywheelKit
import Statistics

/// A case that was passed up.
public struct Escalation: Hashable, Sendable {
    /// The case.
    public let item: CaseTimeline
    /// When.
    public let at: Instant
    /// To which step of the ladder.
    public let step: Int
    /// For what reason, by its code.
    public let reason: String

    /// Those of moments that are asked for, in an order that does not hang on how the cases are listed.
    public static func all(in cases: [CaseTimeline], at isMeant: (Instant) -> Bool) -> [Escalation] {
        cases.sorted { $0.matter.isListed(before: $1.matter) }.flatMap { item in
            item.matter.events.compactMap { event in
                guard case .escalated(let step, let reason) = event.what, event.at <= item.now, isMeant(event.at)
                else { return nil }
                return Escalation(item: item, at: event.at, step: step, reason: reason)
            }
        }
    }

    /// Cases that were passed up, of all.
    static func share(of cases: [CaseTimeline]) -> ShareSummary {
        ShareSummary(cases.lazy.map { $0.matter.wasEscalated })
    }

    /// So many of them to be audited, at random, each as likely as any other; all where there are no more.
    /// - Parameter seed: the same seed draws the same ones; the week's number serves.
    public static func sample(_ escalations: [Escalation], of count: Int, seed: UInt64) -> [Escalation] {
        precondition(count >= 0, "nobody draws fewer than none, found \(count)")
        var random = SplitMix64(seed: seed)
        let keys = escalations.map { _ in random.next() }
        return escalations.indices.sorted { keys[$0] < keys[$1] }.prefix(count).sorted().map { escalations[$0] }
    }
}

extension Case {
    /// An order of cases by their names.
    func isListed(before other: Case) -> Bool {
        (source, account, code) < (other.source, other.account, other.code)
    }
}
