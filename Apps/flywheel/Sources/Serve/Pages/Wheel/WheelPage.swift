import Assessment
import FlywheelKit
import WebPages

/// Whether the wheel turns, and where it stalls: the verdict with what it rests on, the ring of six yields, and the metrics
/// of the same weeks.
struct WheelPage {
    let stall: StallAnswer
    let metrics: MetricsAnswer
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    private var health: WheelHealth { stall.health }

    var html: HTML {
        """
        \(WheelLinks(reader: reader, current: "/wheel").html)
        <div class="columns">
        <section class="panel"><h2>\(phrases("wheel.heading.verdict"))</h2>\(verdict)</section>
        <section class="panel"><h2>\(phrases("wheel.heading.phases"))</h2>\(ring)</section>
        </div>
        <section><h2>\(phrases("wheel.heading.course"))</h2>\(course)</section>
        <section><h2>\(phrases("wheel.heading.metrics"))</h2>
        <p class="muted">\(phrases("wheel.metricsNote", ["weeks": .count(metrics.scene.weeks)]))</p>
        \(MetricPanels(scene: metrics.scene, lines: healthFirst, reader: reader).html)
        <details><summary>\(phrases("wheel.allMetrics"))</summary>
        \(MetricReportTable(scene: metrics.scene, lines: metrics.report.lines, reader: reader).html)</details></section>
        \(OwnMeasuresPart(measures: metrics.own ?? [], reader: reader).html)
        """
    }

    /// The six that tell first whether the wheel turns, and the others: a wall of panels ends after a dozen.
    private var healthFirst: [MetricReport.Line] {
        let lines = metrics.report.lines
        return Metric.ofHealth.compactMap { metric in lines.first { $0.metric == metric } }
            + lines.filter { !Metric.ofHealth.contains($0.metric) }
    }

    private var verdict: HTML {
        let diagnosis = health.stall
        let remedy = StallRemedy(diagnosis.verdict)
        let evidence = diagnosis.evidence.map { item -> HTML in
            let records = item.records.prefix(12).map { RecordLink(id: $0.description).html }
            return "<li>\(reader.said(item.text.capitalizedFirst)) \(records.joined(by: " "))</li>"
        }
        let missing = diagnosis.missing.map { "<li>\(reader.said($0.capitalizedFirst))</li>" as HTML }
        return """
            <p><strong>\(reader.phrases("wheel.verdict.\(diagnosis.verdict.code.camelCased)"))</strong></p>
            <p>\(reader.said(diagnosis.sentence.capitalizedFirst))</p>
            \(diagnosis.confidence.map {
                "<p>\(phrases("wheel.confidence", ["chance": .text(reader.formats.chance($0))]))</p>" as HTML
            })
            <p>\(reader.said(remedy.text.capitalizedFirst)): <code translate="no">\(remedy.command)</code></p>
            \(evidence.isEmpty ? .nothing : "<h3>\(phrases("wheel.evidence"))</h3><ul>\(evidence)</ul>")
            \(missing.isEmpty ? .nothing : "<h3>\(phrases("wheel.missing"))</h3><ul>\(missing)</ul>")
            """
    }

    private var ring: HTML {
        let stalled: WheelPhase? = if case .stalled(let stall) = health.stall.verdict { stall.phase } else { nil }
        let phases = health.phases.map { phase in
            Ring.Phase(
                reader.phrases("wheel.phase.\(phase.phase.rawValue.camelCased)"), share: phase.main.value,
                target: phase.main.target,
                figures: figures(of: phase.main), isStalled: phase.phase == stalled)
        }
        return Ring(phases).html(
            answer: phrases.text("wheel.verdict.\(health.stall.verdict.code.camelCased)"), for: reader)
    }

    private func figures(of yield: Yield) -> HTML {
        let measure = reader.phrases("wheel.yield.\(yield.measure.rawValue.camelCased)")
        guard let value = yield.value else {
            let reason = yield.unknown.map { ": \(reader.said($0))" as HTML }
            return "\(measure): \(phrases("wheel.notMeasured"))\(reason)"
        }
        let target = phrases("wheel.target", ["share": .text(reader.formats.percent(yield.target))])
        return "\(measure): \(reader.share(value, yield.interval)), \(target)"
    }

    /// Whether it adds up, with the trends that say so.
    private var compounding: HTML {
        let trends = health.compounding.evidence.map { "<li>\(reader.said($0.capitalizedFirst))</li>" as HTML }
        return "\(reader.said(health.compounding.sentence))\(trends.isEmpty ? .nothing : "<ul>\(trends)</ul>")"
    }

    /// How far the wheel has come, whether it adds up, and whether people can do what comes.
    private var course: HTML {
        let cycle = health.cycle
        let stage: HTML =
            cycle.stage.map { phrases("wheel.stage", ["stage": .count($0)]) } ?? phrases("wheel.notMeasured")
        let capacity = health.capacity
        let flow = phrases(
            "wheel.flow",
            [
                "arrivals": .text(reader.formats.number(capacity.arrivalsPerDay, decimals: 1)),
                "ended": .text(reader.formats.number(capacity.endedPerDay, decimals: 1)), "open": .count(capacity.open),
            ])
        return Definitions([
            (phrases("wheel.course.stage"), stage),
            (phrases("wheel.course.compounding"), compounding),
            (phrases("wheel.course.flow"), flow),
        ]).html
    }
}

/// The pages behind the wheel.
struct WheelLinks {
    let reader: Reader
    /// The one that is looked at, or that what is looked at belongs to.
    let current: Address

    var html: HTML {
        let links: [(name: String, address: Address)] = [
            ("wheel", "/wheel"), ("causes", "/wheel/causes"), ("thresholds", "/wheel/thresholds"),
            ("decisions", "/wheel/decisions"), ("assessment", "/assessment"),
        ]
        return LinkBar(
            reader.phrases("wheel.pages"), links.map { (reader.phrases("wheel.link.\($0.name)"), $0.address) },
            current: current
        ).html
    }
}

/// A record by its id, as a link where it has a page.
struct RecordLink {
    let id: String

    var html: HTML {
        let code: HTML = "<span translate=\"no\">\(id)</span>"
        return switch id.first {
        case "X": "<a href=\"\("/x/\(id)" as Address)\">\(code)</a>"
        case "C": "<a href=\"\("/cases/\(id)" as Address)\">\(code)</a>"
        case "D": "<a href=\"\("/wheel/decisions/\(id)" as Address)\">\(code)</a>"
        case "I": "<a href=\"\("/data/imports/\(id)" as Address)\">\(code)</a>"
        case "A": "<a href=\"\("/assessment/\(id)" as Address)\">\(code)</a>"
        default: code
        }
    }
}
