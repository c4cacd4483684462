public import FlywheelKit
import Statistics

/// What triage decides by itself: what whoever leads the desk switched on, intent by intent, and nothing at first.
///
/// Of what it could decide, a share is left to people who are not told the answer. What they say then shows how often
/// decisions are right; cases that it did decide would not, for people correct those that they notice are wrong.
public struct Automation: Hashable, Sendable {
    /// Whose word its decisions are.
    public static let hand = Hand.rule("triage")

    /// The intents it decides about.
    public let intents: Set<String>
    /// The share of decisions that is left to people, 0 to 1.
    public let audited: Double

    /// Automation of some intents.
    public init(_ intents: Set<String> = [], audited: Double = 0.1) {
        precondition((0...1).contains(audited), "a share lies in 0 to 1, found \(audited)")
        (self.intents, self.audited) = (intents, audited)
    }

    /// Whether it may decide about a case: nobody said what it is about, and nobody works on it.
    public func isFree(_ matter: Case) -> Bool {
        let isSaid = matter.intentsWord.here != nil || !matter.intents.isEmpty
        return matter.state.waitsForDesk && matter.mergedInto == nil && !matter.isClaimed && !isSaid
    }

    /// A decision about a case, by the number of the case at the desk: an automatic one stays so where it is about nothing but
    /// what was switched on, and becomes a person's where the case is one of those left to people.
    public func limit(_ decision: TriageDecision, to labels: [String], in number: Int64) -> TriageDecision {
        guard decision.kind == .auto, isOn(for: labels) else { return decision }
        var chance = SplitMix64(seed: UInt64(bitPattern: number))
        guard chance.uniform() < audited else { return decision }
        return TriageDecision(kind: .human, obstacles: [.audited])
    }

    /// Whether all of these intents were switched on.
    public func isOn(for labels: [String]) -> Bool { !labels.isEmpty && intents.isSuperset(of: labels) }
}

extension Case {
    /// What triage decided that it is about, and when; `nil` where it decided nothing.
    public var automatic: (at: Instant, intents: [String])? {
        events.reversed().lazy.compactMap { event in
            if case .intents(let intents) = event.what, event.by == Automation.hand { (event.at, intents) } else { nil }
        }.first
    }

    /// What triage decided, where that still holds.
    public var standing: (at: Instant, intents: [String])? {
        intentsWord.here?.by == Automation.hand ? automatic : nil
    }

    /// Whether a person took it over after a program answered: wrote to who asks, or passed it up.
    public func isTakenOver(after answered: Instant) -> Bool {
        events.contains { event in
            guard event.at > answered else { return false }
            return switch event.what {
            case .message(let message): if case .agent = message.author { !message.isInternal } else { false }
            case .escalated: true
            default: false
            }
        }
    }

    /// The case without anything that triage decided.
    public var withoutAutomation: Case {
        var other = self
        other.removeEvents { $0.by == Automation.hand }
        return other
    }
}
