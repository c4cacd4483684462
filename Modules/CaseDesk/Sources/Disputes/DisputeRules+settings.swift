import Cases
import Settings

extension DisputeRules {
    private enum Key: String, CaseIterable {
        case kind, platform, version, holdDays, negotiation, response, review, appeal
    }

    private enum StageKey: String, CaseIterable { case days, atDeadline }
    private enum AppealKey: String, CaseIterable { case within, times, evidence, days, atDeadline }
    private enum Need: String, CaseIterable { case needed, optional }

    /// Reads what is otherwise than in the standard rules of a `kind`: the time limits of its stages and what happens when
    /// they run out, how a ruling is appealed, and how long money may be held.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let kind = try SettingsNode.required(.kind, in: section, of: node).choice(DisputeKind.self)
        let platform = try section[.platform]?.text() ?? ""
        guard let standard = DisputeRules.standard(kind, platform: platform) else {
            throw node.refused(kind.rawValue, expected: "a kind with standard rules")
        }
        let keys: [DisputeStage: Key] = [.negotiation: .negotiation, .response: .response, .review: .review]
        var stages: [DisputeStageRules] = []
        for stage in standard.stages {
            let change = keys[stage.stage].flatMap { section[$0] }
            let values = try change?.section(StageKey.self) ?? [:]
            stages.append(try stage.with(days: values[.days], atDeadline: values[.atDeadline]))
        }
        for (stage, key) in keys where standard.rules(of: stage) == nil {
            if let change = section[key] { throw change.refused(key.rawValue, expected: "a stage of \(standard.name)") }
        }
        var appeal = standard.appeal
        if let change = section[.appeal] {
            guard let old = appeal, let last = stages.firstIndex(where: { $0.stage == .appeal }) else {
                throw change.refused("appeal", expected: "nothing, for \(standard.name) knows no appeal")
            }
            let values = try change.section(AppealKey.self)
            appeal = DisputeAppealRules(
                by: old.by, days: try values[.within]?.count(in: 1...3_650) ?? old.days,
                times: try values[.times]?.count(in: 1...99) ?? old.times,
                needsEvidence: try values[.evidence].map { node throws(ConfigurationError) in
                    try node.choice(Need.self) == .needed
                } ?? old.needsEvidence)
            stages[last] = try stages[last].with(days: values[.days], atDeadline: values[.atDeadline])
        }
        self.init(
            kind, platform: platform, version: try section[.version]?.count(in: 1...1_000_000) ?? standard.version + 1,
            first: standard.first, stages: stages, appeal: appeal,
            holdDays: try section[.holdDays]?.count(in: 1...3_650) ?? standard.holdDays)
        if let problem = problems.first { throw node.refused(name, expected: "rules that can be followed: \(problem)") }
    }
}

extension DisputeStageRules {
    fileprivate func with(
        days: SettingsNode?, atDeadline: SettingsNode?
    ) throws(ConfigurationError) -> DisputeStageRules {
        DisputeStageRules(
            stage, days: try days?.count(in: 1...3_650) ?? self.days,
            atDeadline: try atDeadline?.choice(Expiry.self) ?? self.atDeadline, moves: moves, deciders: deciders,
            evidenceFrom: evidenceFrom)
    }
}
