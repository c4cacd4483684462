extension DisputeRules {
    /// What keeps the rules from being followed, each a sentence; empty where nothing does.
    public var problems: [String] {
        var problems: [String] = []
        let known = Set(stages.map(\.stage))
        if known.count < stages.count { problems.append("a stage is stated twice") }
        for stage in [DisputeStage.decided, .closed] where known.contains(stage) {
            problems.append("\(stage.rawValue) is brought about by a ruling and has no rules of its own")
        }
        if first == .appeal || !known.contains(first) {
            problems.append("the first stage is \(first.rawValue), expected one of those with rules, other than appeal")
        }
        if (appeal != nil) != known.contains(.appeal) {
            problems.append("appeal rules and the rules of the appeal stage need each other")
        }
        if let appeal, appeal.days < 1 || appeal.times < 1 || appeal.by.isEmpty || appeal.by.contains(.reviewer) {
            problems.append("an appeal needs a day, a time, and a claimant or respondent who may make it")
        }
        if holdDays < 1 { problems.append("money is held \(holdDays) days at most, expected 1 or more") }
        return problems + stages.flatMap { faults(of: $0, known: known) }
    }

    private func faults(of rules: DisputeStageRules, known: Set<DisputeStage>) -> [String] {
        var problems: [String] = []
        let stage = rules.stage.rawValue
        if let days = rules.days, days < 1 { problems.append("\(stage) lasts \(days) days, expected 1 or more") }
        for move in rules.moves where move.to == .appeal || move.to == rules.stage || !known.contains(move.to) {
            problems.append("a move leads from \(stage) to \(move.to.rawValue), which cannot be entered that way")
        }
        if rules.deciders.contains(.claimant) { problems.append("the claimant decides in \(stage)") }
        let needsReview = rules.atDeadline == .review
        if needsReview && (rules.stage == .review || rules.stage == .appeal || !known.contains(.review)) {
            problems.append("\(stage) cannot go on to review")
        }
        if (rules.atDeadline == .stands) && rules.stage != .appeal {
            problems.append("nothing was ruled yet that could stand after \(stage)")
        }
        return problems
    }
}
