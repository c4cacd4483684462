import Assessment
import Charts
import FlywheelKit

extension AssessmentPage {
    private var figures: Figures { Figures(currency: document.currency) }

    /// The highest level there is, as the checks have them.
    private var levels: Int { document.workflows.flatMap(\.checks).map(\.level).max() ?? 6 }

    /// What the template is filled with.
    var content: PageContent {
        let (from, until) = (document.period.from.utcDay, document.period.until.utcDay)
        let trends = self.trends
        return PageContent(
            title: ["Assessment", id].compactMap(\.self).joined(separator: " "),
            subtitle: "\(document.account), \(from) to \(until)",
            simulated: document.isSimulated ? "Simulated: no real seller's figures" : nil,
            style: String(decoding: PackageResources.page_css, as: UTF8.self) + TrendPanel.styleSheet,
            verdicts: verdicts, wheel: wheel, phases: phases, levels: levels,
            columns: document.workflows.indices.map { "\($0 + 1)" }, workflows: workflows, graph: graph,
            roadmap: document.roadmap.map { step in
                PageContent.Step(
                    title: step.title, reason: step.reason, worth: figures.worth(step.worth),
                    effort: "about \(Figures.number(step.effortHours)) hours")
            },
            trends: trends, checked: document.workflows.filter { !$0.checks.isEmpty }.map(checked),
            footer: footer, hasRoadmap: !document.roadmap.isEmpty, hasTrends: !trends.isEmpty)
    }

    // MARK: Where the wheel stands

    private var verdicts: [PageContent.Verdict] {
        let stall = document.stall
        let confidence = stall.confidence.map { "confidence \(Figures.percent($0))" }
        let second = stall.second.map { "next likely: \($0)" }
        return [
            .init(name: "Stage", text: document.cycle.sentence),
            .init(
                name: "Stall", text: stall.sentence,
                detail: [confidence, second, stall.remedy.map { "what ends it: \($0)" }].compactMap(\.self)
                    .joined(separator: "; ").nilIfEmpty),
            document.closes.map { .init(name: "Closes", text: $0) },
            .init(name: "Compounding", text: document.compounding.sentence),
            .init(name: "Weakest link", text: document.path.sentence, detail: figures.worth(document.path.worth)),
        ].compactMap(\.self)
    }

    private var marked: String? {
        document.phases.filter { $0.yield != nil }
            .max { shortfall($0) < shortfall($1) }
            .flatMap { shortfall($0) > 0 && Self.names(aStall: document.stall.diagnosis) ? $0.id : nil }
    }

    private func shortfall(_ phase: AssessmentDocument.Phase) -> Double {
        phase.yield.map { max(0, phase.target - $0) } ?? 0
    }

    private static func names(aStall diagnosis: String) -> Bool { !["healthy", "inconclusive"].contains(diagnosis) }

    private var phases: [PageContent.Phase] {
        document.phases.enumerated().map { place, phase in
            PageContent.Phase(
                number: place + 1, name: phase.title.capitalizedFirst, isMarked: phase.id == marked,
                yield: phase.yield.map(Figures.percent) ?? "not measured yet",
                target: Figures.percent(phase.target), reason: phase.reason ?? "")
        }
    }

    private var wheel: String {
        guard document.phases.count >= 2 else { return "" }
        let ring = RingChart(
            document.phases.map {
                RingChart.Arc(
                    share: $0.yield.map { min(max($0, 0), 1) }, target: min(max($0.target, 0), 1),
                    isMarked: $0.id == marked)
            })
        let description = phases.map { "\($0.name) \($0.yield)" }.joined(separator: ", ")
        return ring.svg(description: "Yield of each phase: \(description)")
    }

    // MARK: The map

    private var workflows: [PageContent.Workflow] {
        let edges = Dictionary(
            document.connections.map { ([$0.from, $0.to], $0) }, uniquingKeysWith: { first, _ in first })
        return document.workflows.enumerated().map { place, workflow in
            PageContent.Workflow(
                number: place + 1, name: workflow.title, boxes: boxes(of: workflow), level: words(of: workflow),
                edges: document.workflows.map { edge(edges[[workflow.id, $0.id]], isSelf: $0.id == workflow.id) },
                next: nextCheck(of: workflow))
        }
    }

    private func boxes(of workflow: AssessmentDocument.Workflow) -> [String] {
        (1...max(levels, 1)).map { box in
            guard let level = workflow.level else { return "unknown" }
            return box <= level ? "full" : "empty"
        }
    }

    private func words(of workflow: AssessmentDocument.Workflow) -> String {
        switch workflow.state {
        case .notInstalled: "not installed"
        case .notMeasuredYet: "not measured yet"
        case .inconclusive where workflow.level == nil: "inconclusive"
        default:
            [workflow.level.map(String.init), workflow.levelTitle].compactMap(\.self).joined(separator: " ")
        }
    }

    private func nextCheck(of workflow: AssessmentDocument.Workflow) -> String {
        guard let next = workflow.next else { return "" }
        return workflow.checks.first { $0.id == next }.map { "\($0.id) \($0.question)" } ?? next
    }

    private func edge(_ connection: AssessmentDocument.Connection?, isSelf: Bool) -> PageContent.Edge {
        guard !isSelf else { return .init(text: "·", tint: "", reason: "the workflow itself") }
        guard let connection else { return .init(text: "?", tint: "tunknown", reason: "too little data") }
        let tint = connection.level.map { $0 > 0 ? "t\($0)" : "" } ?? "tunknown"
        return .init(
            text: connection.level.map(String.init) ?? "?",
            tint: isWeakest(connection) ? "\(tint) weakest" : tint, reason: connection.sentence)
    }

    /// Whether it is what holds the wheel back.
    private func isWeakest(_ connection: AssessmentDocument.Connection) -> Bool {
        connection.pair == document.path.weakest
    }

    private var graph: String? {
        let places = Dictionary(
            document.workflows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let links = document.connections.compactMap { connection -> LinkGraph.Link? in
            guard let from = places[connection.from], let to = places[connection.to], from != to,
                connection.level != nil || connection.isOnPath
            else { return nil }
            return .init(from: from, to: to, level: connection.level, isMarked: isWeakest(connection))
        }
        guard links.contains(where: { ($0.level ?? 0) > 0 }) else { return nil }
        let description = document.connections.filter { ($0.level ?? 0) > 0 }
            .map { "\($0.from) to \($0.to) \($0.level ?? 0)" }.joined(separator: ", ")
        return LinkGraph(places: document.workflows.count, links: links)
            .svg(description: "Connections of 5: \(description)")
    }

    // MARK: Figures week by week

    /// At most twelve panels, those that have something to show.
    private var trends: [PageContent.Trend] {
        document.metrics.filter { $0.weeks.count { $0 != nil } >= 2 }.prefix(12).map { metric in
            let unit = MetricUnit(rawValue: metric.unit)
            let scale = figures.scale(of: unit)
            let values = metric.weeks.map { $0.map { $0 / scale } }
            let last = metric.weeks.last.flatMap(\.self).map { figures.value($0, unit: unit) } ?? "not known"
            return PageContent.Trend(
                name: metric.title, last: last, unit: unit.map(figures.words) ?? metric.unit,
                picture: TrendPanel(values, target: metric.target.map { $0 / scale }).svg(
                    description: "\(metric.title), week by week, last \(last)",
                    first: "\(values.count) weeks ago", last: "last week"))
        }
    }

    // MARK: Checks

    private func checked(_ workflow: AssessmentDocument.Workflow) -> PageContent.Checked {
        PageContent.Checked(
            name: workflow.title, level: words(of: workflow),
            checks: workflow.checks.map { check in
                let outcome =
                    switch check.outcome {
                    case .met: "met"
                    case .notMet: "not met"
                    case .notApplicable: "not applicable"
                    case .inconclusive: "inconclusive"
                    case .exempt: "exempt"
                    }
                let needsRemedy = check.outcome == .notMet || check.outcome == .inconclusive
                return .init(
                    id: check.id, question: check.question, outcome: outcome, facts: check.fact,
                    remedy: needsRemedy ? check.remedy : "")
            })
    }

    private var footer: String {
        let coverage = document.coverage
        let model = "\(document.model.id) version \(document.model.version) (\(document.model.hash))"
        let rest =
            "\(coverage.turns) rotations, \(coverage.problems) problems, \(coverage.closed) closed or dismissed by people"
        let fresh = coverage.freshShare.map { "; feeds fresh \(Figures.percent($0)) of the time" } ?? ""
        return "Judged by \(model), from \(rest)\(fresh)."
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
