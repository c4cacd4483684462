import Assessment
import WebPages

/// Every check of every workflow: what became of it, why, and what to do where it is not met.
struct AssessmentChecks {
    let document: AssessmentDocument
    let reader: Reader

    var html: HTML { document.workflows.filter { !$0.checks.isEmpty }.map(part).joined() }

    private func part(of workflow: AssessmentDocument.Workflow) -> HTML {
        let met = workflow.checks.count { $0.outcome == .met }
        let counted = reader.phrases(
            "assessment.checksMet", ["met": .count(met), "count": .count(workflow.checks.count)])
        let table = DataTable(
            id: "checks-\(workflow.id)", caption: counted,
            columns: [
                .init(reader.phrases("assessment.column.check")), .init(reader.phrases("assessment.column.outcome")),
                .init(reader.phrases("assessment.column.fact")),
                .init(reader.phrases("assessment.column.remedy")),
            ], rows: workflow.checks.map(row), empty: .nothing)
        return """
            <details><summary><b>\(reader.said(workflow.title))</b>: \(counted)</summary>
            \(table.html)
            </details>
            """
    }

    private func row(of check: AssessmentDocument.Check) -> DataTable.Row {
        let records = check.evidence.flatMap(\.ids).prefix(6).map { RecordLink(id: $0).html }.joined(by: " ")
        return DataTable.Row([
            "<span translate=\"no\">\(check.id)</span> \(reader.said(check.title))",
            "<span class=\"chip \(look(of: check.outcome))\">\(reader.phrases("assessment.outcome.\(check.outcome.rawValue.camelCased)"))</span>",
            "\(reader.said(check.fact)) \(records)",
            check.outcome == .met ? "–" : reader.said(check.remedy),
        ])
    }

    private func look(of outcome: AssessmentDocument.Check.Outcome) -> String {
        switch outcome {
        case .met: "verified"
        case .notMet: "notFixed"
        case .inconclusive: "unpriced"
        case .notApplicable, .exempt: "closed"
        }
    }
}
