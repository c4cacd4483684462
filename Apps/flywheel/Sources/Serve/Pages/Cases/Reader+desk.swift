import Cases
import FlywheelKit
import WebPages

/// Figures of the desk in the reader's words.
extension Reader {
    /// What a figure is called.
    func name(of metric: DeskMetric) -> HTML { said(metric.definition.title.capitalizedFirst) }

    /// What a figure is called, leading to what it means, with its formula.
    func link(to metric: DeskMetric) -> HTML {
        let address = Address("/help/glossary", query: [("q", metric.rawValue)])
        return "<a href=\"\(address)\">\(name(of: metric))</a>"
    }

    /// A share with a decimal below a tenth, where whole percents say little.
    func share(of share: Double) -> String {
        (0.0005..<0.0995).contains(share) ? formats.percent(share, decimals: 1) : formats.percent(share)
    }

    /// A figure, or that it is of too few to be shown, or not known.
    func value(of figure: ReportFigure?) -> HTML {
        guard let figure else { return "–" }
        guard !figure.isHidden else { return phrases("desk.hidden") }
        return figure.value.map { figure.metric.isDuration ? "\(hours($0))" : "\(share(of: $0))" } ?? "?"
    }

    /// Of how many a share is, and how many of them it counts.
    func whole(of figure: ReportFigure) -> HTML {
        guard let part = figure.count, let whole = figure.of else { return "–" }
        return phrases("desk.of", ["part": .text(formats.number(part)), "whole": .text(formats.number(whole))])
    }

    /// The name of cases that are told apart, or that it is unknown.
    func name(of cohort: String?, by key: CohortKey) -> HTML {
        guard let cohort else { return phrases("desk.key.unknown") }
        return switch key {
        case .side: side(cohort)
        case .urgency: phrases("cases.urgency.\(cohort)")
        case .language: "\(formats.language(cohort))"
        case .marketplace: "\(marketplace(cohort))"
        case .topic: "<bdi>\(cohort.inWords)</bdi>"
        case .channel, .account, .group, .source: "<bdi>\(cohort)</bdi>"
        }
    }

    /// What results of disputes are of: `kind refund-request`, `evidence photo`.
    func part(_ part: String) -> HTML {
        let words = part.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return "<bdi>\(part)</bdi>" }
        let name: HTML
        switch words[0] {
        case "kind": name = DisputeKind(rawValue: words[1]).map(word) ?? "<bdi>\(words[1])</bdi>"
        case "reason": name = "<bdi>\(words[1])</bdi>"
        case "evidence" where words[1] == "none": name = phrases("desk.part.none")
        case "evidence": name = Evidence.Kind(rawValue: words[1]).map(word) ?? "<bdi>\(words[1])</bdi>"
        case "side": name = side(words[1])
        default: return "<bdi>\(part)</bdi>"
        }
        return phrases("desk.part.\(words[0])", ["name": .html(name)])
    }

    private func side(_ code: String) -> HTML {
        Side(rawValue: code).map { phrases("cases.side.\($0.rawValue)") } ?? "<bdi>\(code)</bdi>"
    }
}

extension DeskMetric {
    /// Whether it is told in hours.
    var isDuration: Bool {
        switch self {
        case .firstAnswer, .solve, .close, .handling, .span, .verification: true
        default: false
        }
    }
}
