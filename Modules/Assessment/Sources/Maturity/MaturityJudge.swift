/// Tells how mature workflows are.
///
/// A level is reached when every check of it, and of all below, is met, not applicable or exempt, and at least one is met:
/// what was never shown raises nothing. Where no check says no and one cannot be told, the level above the first that was
/// shown stands; below it there is nothing to stand on, and the workflow is inconclusive.
/// Source: the staged representation of CMMI, with outcomes beyond yes and no as in OpenSSF Scorecard.
struct MaturityJudge {
    let model: MaturityModel
    let attachments: [AssessmentDocument.Attachment]
    let exemptions: [AssessmentDocument.Exemption]

    /// All workflows: those that are known first, in their order, then the others by id.
    func workflows(_ records: [WorkflowRecord]) -> [AssessmentDocument.Workflow] {
        let known = model.known.map { known in
            records.first { $0.workflow.id == known.id }.map(workflow)
                ?? AssessmentDocument.Workflow(id: known.id, title: known.title, state: .notInstalled)
        }
        let others = records.filter { record in !model.known.contains { $0.id == record.workflow.id } }
        return known + others.sorted { $0.workflow.id < $1.workflow.id }.map(workflow)
    }

    private func workflow(_ record: WorkflowRecord) -> AssessmentDocument.Workflow {
        let id = record.workflow.id
        let checks = CheckJudge(
            model: model, record: record, attachments: attachments.filter { $0.workflow == id },
            exemptions: exemptions.filter { $0.workflow == id }
        ).checks
        var workflow = AssessmentDocument.Workflow(
            id: id, title: record.workflow.title, state: .notMeasuredYet, checks: checks)
        guard record.count > 0 else { return workflow }
        let reached = Self.reached(checks, levels: model.levels.count)
        let above = checks.filter { $0.level == reached + 1 }
        let blocking = above.first { $0.outcome == .notMet } ?? above.first { $0.outcome == .inconclusive }
        workflow.next = blocking.map { "\($0.id) \($0.outcome == .notMet ? $0.title : $0.fact)" }
        workflow.exempted = checks.filter { $0.outcome == .exempt && $0.level <= reached }.map(\.id)
        guard reached > 1 || blocking?.outcome == .notMet else {
            workflow.state = .inconclusive
            return workflow
        }
        workflow.state = .measured
        workflow.level = reached
        workflow.levelTitle = model.levels[reached - 1].title
        workflow.cmmi = model.levels[reached - 1].cmmi
        return workflow
    }

    /// The highest level of which all checks are passed, with those of all lower ones.
    static func reached(_ checks: [AssessmentDocument.Check], levels: Int) -> Int {
        var reached = 1
        while reached < levels {
            let above = checks.filter { $0.level == reached + 1 }
            let isPassed = above.allSatisfy { [.met, .notApplicable, .exempt].contains($0.outcome) }
            guard isPassed, above.contains(where: { $0.outcome == .met }) else { break }
            reached += 1
        }
        return reached
    }
}
