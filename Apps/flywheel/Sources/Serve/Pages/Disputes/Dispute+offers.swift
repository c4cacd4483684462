import Cases
import FlywheelKit

/// What its rules let happen now.
extension Dispute {
    /// Who may decide.
    var deciders: [DisputeParty] { terms.rules.rules(of: stage)?.deciders ?? [] }

    /// Who may appeal the ruling.
    var appellants: [DisputeParty] {
        guard stage == .decided, let ruling else { return [] }
        return terms.rules.appeal?.by.filter(ruling.isAgainst) ?? []
    }

    /// Who may bring evidence; after a ruling, who may appeal it.
    var evidenceFrom: [DisputeParty] {
        stage == .decided ? appellants : terms.rules.rules(of: stage)?.evidenceFrom ?? []
    }
}
