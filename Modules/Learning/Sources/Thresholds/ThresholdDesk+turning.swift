import FlywheelStore
public import FlywheelRuntime
import Thresholds

/// What one rotation does of the loop: what it is to look with beforehand, and what follows from what it saw.
extension ThresholdDesk {
    /// The settings of a rotation, with what is to be looked at beside what decides.
    public func turning(_ settings: RotationSettings) throws -> RotationSettings {
        var settings = settings
        settings.shadows = try shadows()
        for kept in try store.loopRecords(.proposal, workflow: nil, state: "watched").map(KeptProposal.init) {
            settings.review.watched[kept.proposal.workflow, default: [:]][kept.proposal.knob] = kept.proposal.from
        }
        return settings
    }

    /// What follows from a rotation: candidates are kept, changes of rules are registered, and proposals move on.
    ///
    /// - Parameters:
    ///   - summary: what the rotation saw.
    ///   - last: what the one before it saw; `nil` where there was none.
    /// - Returns: the proposals that moved to another state.
    @discardableResult
    public func turned(_ summary: RotationSummary, after last: RotationSummary?) throws -> [KeptProposal] {
        try ReviewDesk(store, actor: actor, now: now).take(summary.candidates)
        if let last, let before = last.policy, let after = summary.policy {
            try DecisionDesk(store, actor: actor, now: now, reviewDays: settings.reviewDays).notice(
                before, after, since: last.asOf, at: summary.rotation.description)
        }
        // A second look from the same moment is not another turn.
        guard summary.rotation != last?.rotation else { return [] }
        let before = Dictionary(
            try store.loopRecords(.proposal).map { ($0.number, $0.state) }, uniquingKeysWith: { first, _ in first })
        return try advance(summary.shadows ?? [:]).filter { before[$0.record.number] != $0.record.state }
    }
}
