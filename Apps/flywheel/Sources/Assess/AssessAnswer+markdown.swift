import Assessment
import FlywheelKit
import Learning

extension AssessAnswer {
    func markdown(on page: Page) -> [String] {
        let days = "\(page.clock.day(document.period.from)) to \(page.clock.day(document.period.until))"
        let name = kept.isKept ? "Assessment \(kept.id)" : "Assessment"
        var lines = ["# \(name): \(Records.markdown(document.account))", "", days, ""]
        lines += ["## In short", ""]
        lines += [
            "- **Stage** \(document.cycle.stage.map { "\($0) of 5" } ?? "not known"): \(cell(document.cycle.sentence))",
            "- **Stalled** \(document.stall.diagnosis): \(cell(document.stall.sentence))",
        ]
        if let remedy = document.stall.remedy { lines.append("- **Do next** end the stall: \(cell(remedy))") }
        if let closes = document.closes { lines.append("- **Closes** \(cell(closes))") }
        lines += [
            "- **Adds up** \(document.compounding.verdict): \(cell(document.compounding.sentence))",
            "- **Value path** \(cell(document.path.sentence))",
            "- **Worth of mending it** \(cell(document.path.worth.words(document.currency)))",
        ]
        return lines + roadmap + maturity + connections + wheel + metrics + stated(page) + basis
    }

    private var roadmap: [String] {
        guard !document.roadmap.isEmpty else { return [] }
        return ["", "## What to do, the next first", ""]
            + document.roadmap.prefix(6).enumerated().flatMap { place, investment in
                [
                    "\(place + 1). **\(cell(investment.title))**, about \(Numbers.fixed(investment.effortHours, decimals: 0)) h."
                        + " \(cell(investment.reason))"
                ] + investment.steps.map { "   - \(cell($0))" }
                    + ["   - Worth: \(cell(investment.worth.words(document.currency)))"]
            }
    }

    private var maturity: [String] {
        ["", "## Maturity", ""]
            + table(
                ["Workflow", "Level", "Next", "Met", "Not met", "Inconclusive"],
                document.workflows.map { workflow in
                    let count = { (outcome: AssessmentDocument.Check.Outcome) in
                        workflow.checks.filter { $0.outcome == outcome }.map(\.id).joined(separator: " ")
                    }
                    return [
                        workflow.title,
                        workflow.level.map { "\($0) \(workflow.levelTitle ?? "")" } ?? workflow.state.words,
                        workflow.next ?? "", count(.met), count(.notMet), count(.inconclusive),
                    ]
                })
    }

    private var connections: [String] {
        ["", "## Connections on the value path", ""]
            + table(
                ["From", "To", "Level, 0 to 5", "What was seen"],
                document.connections.filter(\.isOnPath).map {
                    [$0.from, $0.to, $0.level.map { "\($0)" } ?? "?", $0.sentence]
                })
    }

    private var wheel: [String] {
        guard !document.phases.isEmpty else { return [] }
        return ["", "## What each phase passes on", ""]
            + table(
                ["Phase", "Yield", "Target", "Events"],
                document.phases.map { phase in
                    [
                        phase.title, phase.yield.map(Numbers.percent) ?? (phase.reason ?? "not known"),
                        Numbers.percent(phase.target), Numbers.grouped(phase.count),
                    ]
                })
    }

    private var metrics: [String] {
        guard !document.metrics.isEmpty else { return [] }
        return ["", "## Metrics", ""]
            + table(
                ["Metric", "Value", "Unit", "Target", "Events"],
                document.metrics.map { metric in
                    [
                        metric.title, metric.shown(document.currency), metric.unit,
                        metric.isOnTarget.map { $0 ? "met" : "missed" } ?? "", Numbers.grouped(metric.count),
                    ]
                })
    }

    private func stated(_ page: Page) -> [String] {
        let exempt = document.exemptions.map {
            "\($0.workflow) \($0.check), until \(page.clock.day($0.until)), \($0.by): \($0.reason)"
        }
        let files = document.attachments.map {
            "\($0.workflow) \($0.check), until \(page.clock.day($0.until)), \($0.by): \($0.file), SHA-256 \($0.hash)"
        }
        return list("## Left out for now", exempt) + list("## Attached", files)
    }

    private var basis: [String] {
        let coverage = document.coverage
        return [
            "", "## What it rests on", "",
            "\(Numbers.count(coverage.problems, "problem")), of which \(Numbers.grouped(coverage.closed)) were closed or dismissed by people,"
                + " over \(Numbers.count(coverage.turns, "look")). Model \(document.model.id) \(document.model.version),"
                + " \(document.model.hash). Every number can be taken apart: `flywheel assess \(kept.isKept ? "show \(kept.id) " : "")--explain WORKFLOW`.",
        ]
    }

    private func list(_ heading: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", heading, ""] + items.map { "- \(cell($0))" }
    }

    private func table(_ headings: [String], _ rows: [[String]]) -> [String] {
        ([headings, headings.map { _ in "---" }] + rows.map { $0.map(cell) }).map {
            "| " + $0.joined(separator: " | ") + " |"
        }
    }

    private func cell(_ text: String) -> String { Records.markdown(text) }
}

extension AssessmentDocument.Metric {
    /// The value as people read it, or why there is none.
    func shown(_ currency: Currency) -> String {
        guard let value else { return reason ?? "not known" }
        if unit == "share" { return Numbers.percent(value) }
        if unit.hasPrefix("money") { return Numbers.money(Money(minorUnits: Int64(value.rounded()), currency)) }
        return Numbers.fixed(value, decimals: value.magnitude < 100 ? 1 : 0)
    }
}
