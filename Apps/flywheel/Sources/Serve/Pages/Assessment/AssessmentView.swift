import Assessment
import FlywheelKit
import Learning
import WebPages

/// One assessment: stage, stall, worth, what to do next; the paired map; the roadmap; every check with its reason.
struct AssessmentView {
    let answer: AssessAnswer
    let reader: Reader

    var phrases: Phrases { reader.phrases }
    var document: AssessmentDocument { answer.document }

    var html: HTML {
        """
        \(WheelLinks(reader: reader, current: "/assessment").html)
        <p class="muted">\(coverage)</p>
        <div class="columns">
        <section class="panel"><h2>\(phrases("assessment.heading.findings"))</h2>\(findings)</section>
        <section class="panel"><h2>\(phrases("assessment.heading.phases"))</h2>\(ring)</section>
        </div>
        <section><h2>\(phrases("assessment.heading.map"))</h2>\(map)</section>
        <section><h2>\(phrases("assessment.heading.roadmap"))</h2>\(roadmap)</section>
        <section><h2>\(phrases("assessment.heading.checks"))</h2>\(AssessmentChecks(document: document, reader: reader).html)</section>
        \(stated)
        """
    }

    private var coverage: HTML {
        phrases(
            "assessment.coverage",
            [
                "account": .text(document.account), "from": .text(reader.formats.day(document.period.from)),
                "until": .text(reader.formats.day(document.period.until)),
                "problems": .count(document.coverage.problems), "closed": .count(document.coverage.closed),
                "turns": .count(document.coverage.turns),
                "model": .text("\(document.model.id) \(document.model.version)"),
            ])
    }

    private var findings: HTML {
        let (cycle, stall) = (document.cycle, document.stall)
        let stage: HTML =
            cycle.stage.map { phrases("wheel.stage", ["stage": .count($0)]) } ?? phrases("wheel.notMeasured")
        var items: [(name: HTML, value: HTML)] = [
            (phrases("wheel.course.stage"), "<strong>\(stage)</strong><br>\(reader.said(cycle.sentence))"),
            (
                phrases("assessment.stalled"),
                """
                <strong>\(reader.phrases("wheel.verdict.\(stall.diagnosis.camelCased)"))</strong><br>\(reader.said(stall.sentence))\
                <details><summary>\(phrases("wheel.evidence"))</summary>\(evidence(stall.evidence))</details>
                """
            ),
        ]
        if let closes = document.closes { items.append((phrases("assessment.closes"), reader.said(closes))) }
        items += [
            (phrases("wheel.course.compounding"), reader.said(document.compounding.sentence)),
            (phrases("assessment.path"), reader.said(document.path.sentence)),
            (phrases("assessment.worth"), worth(document.path.worth)),
        ]
        // What ends the stall comes first: until then nothing else that is done shows in the numbers.
        let first = document.stall.remedy.map { "<li>\(reader.said($0.capitalizedFirst))</li>" as HTML }
        let steps = document.roadmap.prefix(3).map { "<li>\(reader.said($0.title))</li>" as HTML }
        let next = [first].compactMap(\.self) + steps
        items.append(
            (phrases("assessment.doNext"), next.isEmpty ? phrases("assessment.nothingYet") : "<ol>\(next)</ol>"))
        if let earlier = answer.earlier {
            items.append((phrases("assessment.before"), difference(since: earlier)))
        }
        return Definitions(items).html
    }

    private func difference(since earlier: KeptAssessment) -> HTML {
        let count = phrases("assessment.changes", ["count": .count(answer.changes.count)])
        let pair = "\(earlier.id)..\(answer.kept.id)"
        return "\(RecordLink(id: earlier.id).html): <a href=\"\("/assessment/\(pair)" as Address)\">\(count)</a>"
    }

    /// About how much a month, with its interval and its evidence; an upper bound says so.
    func worth(_ worth: AssessmentDocument.Worth) -> HTML {
        func money(_ amount: Int64) -> Money { Money(minorUnits: amount, document.currency) }
        guard let amount = worth.amount else {
            return "\(phrases("wheel.notMeasured")): \(reader.said(worth.basis))"
        }
        let figure = Phrases.Value.text(reader.formats.wholeMoney(money(amount)))
        guard let low = worth.p10, let high = worth.p90 else {
            return phrases(worth.isUpperBound ? "assessment.worthAtMost" : "assessment.worthAbout", ["amount": figure])
        }
        let words = phrases(
            "assessment.worthBetween",
            ["amount": figure, "range": .text(reader.formats.range(money(low), money(high)))])
        let grade = worth.grade.map { ", \(reader.phrases("evidence.\($0.camelCased)"))" as HTML }
        return "\(words)\(grade)"
    }

    func evidence(_ evidence: [AssessmentDocument.Evidence]) -> HTML {
        evidence.map { item -> HTML in
            let links = item.ids.prefix(8).map { RecordLink(id: $0).html }.joined(by: " ")
            return "<br><span class=\"muted\">\(reader.said(item.sentence)) \(links)</span>"
        }.joined()
    }

    private var ring: HTML {
        let phases = document.phases.map { phase in
            Ring.Phase(
                reader.phrases("wheel.phase.\(phase.id.camelCased)"), share: phase.yield, target: phase.target,
                figures:
                    "\(reader.share(phase.yield, phase.interval.map { min($0.low, $0.high)...max($0.low, $0.high) }))"
            )
        }
        guard (2...12).contains(phases.count) else { return .nothing }
        return Ring(phases).html(
            answer: phrases.text("wheel.verdict.\(document.stall.diagnosis.camelCased)"), for: reader)
    }

    private var roadmap: HTML {
        guard !document.roadmap.isEmpty else { return "<p>\(phrases("assessment.nothingYet"))</p>" }
        return Roadmap(
            document.roadmap.map { item in
                Roadmap.Investment(
                    reader.said(item.title),
                    reason: "\(reader.said(item.reason))\(evidence(item.evidence))",
                    worth: worth(item.worth),
                    effort: phrases(
                        "assessment.effort", ["hours": .text(reader.formats.number(item.effortHours, decimals: 0))]))
            }
        ).html
    }

    private var map: HTML {
        let names = document.workflows.map(\.id)
        let links = Dictionary(
            document.connections.map { ([$0.from, $0.to], $0) }, uniquingKeysWith: { first, _ in first })
        return PairedMap(
            document.workflows.map { workflow in
                PairedMap.Workflow(
                    reader.said(workflow.title), maturity: workflow.level, words: level(of: workflow),
                    links: names.map { other in
                        guard other != workflow.id else { return (.itself, "") }
                        guard let link = links[[workflow.id, other]] else { return (.unknown, "") }
                        let isWeakest = document.path.weakest == link.pair
                        return (
                            link.level.map { .level($0, isWeakest: isWeakest) } ?? .unknown,
                            reader.saidText(link.sentence)
                        )
                    }, next: workflow.next.map { reader.said($0) } ?? "–")
            }
        ).html(for: reader)
    }

    private func level(of workflow: AssessmentDocument.Workflow) -> HTML {
        guard let level = workflow.level else {
            return reader.phrases("assessment.state.\(workflow.state.rawValue.camelCased)")
        }
        return "\(reader.formats.number(level)) \(workflow.levelTitle.map { reader.said($0) } ?? .nothing)"
    }

    /// What people stated: checks left out, and files that stand for what a check asks.
    private var stated: HTML {
        let exemptions = document.exemptions.map { item -> HTML in
            "<li>\(item.workflow) \(item.check): \(item.reason), <bdi>\(item.by)</bdi>, \(reader.formats.day(item.until))</li>"
        }
        let attachments = document.attachments.map { item -> HTML in
            "<li>\(item.workflow) \(item.check): \(item.file), <bdi>\(item.by)</bdi>, \(reader.formats.day(item.until))</li>"
        }
        guard !(exemptions + attachments).isEmpty else { return .nothing }
        return """
            <section><h2>\(phrases("assessment.heading.stated"))</h2><ul>\(exemptions + attachments)</ul></section>
            """
    }
}
