import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk
import WebPages

/// What is at risk, in sentences.
struct RiskWords {
    let visit: PageVisit

    init(_ visit: PageVisit) { self.visit = visit }

    private var words: Phrases { visit.words }
    private var formats: Formats { visit.formats }

    /// Amount, unit of time, interval and evidence, in that order; of a closed exception those it was closed with.
    func sentence(of answer: ShowAnswer) -> HTML {
        if let terms = answer.explanation.terms { return sentence(terms, "exception.atRisk") }
        if let terms = answer.termsAtClose { return sentence(terms, "exception.atRiskAtClose") }
        return words("exception.notInQueue")
    }

    private func sentence(_ terms: RiskTerms, _ key: String) -> HTML {
        guard let minorUnits = terms.atRisk else {
            let reason = terms.unpriced.map { visit.said($0) } ?? .nothing
            return words("exception.unpriced", ["reason": .html(reason)])
        }
        let amount: HTML = "<strong>\(formats.money(Money(minorUnits: minorUnits, terms.currency)))</strong>"
        var parts = [words(key, ["money": .html(amount), "days": .count(terms.horizonDays)])]
        if let low = terms.low, let high = terms.high {
            parts.append(
                words(
                    "queue.between",
                    [
                        "percent": .text(formats.percent(0.8)),
                        "range": .text(
                            formats.range(
                                Money(minorUnits: low, terms.currency), Money(minorUnits: high, terms.currency))),
                    ]))
        }
        if let evidence = terms.evidence { parts.append(words("evidence.\(evidence.rawValue)")) }
        if terms.probability < 1 {
            parts.append(words("queue.row.chance", ["chance": .text(formats.chance(terms.probability))]))
        }
        return parts.joined(by: ", ")
    }

    /// What the amount rests on.
    func basis(of answer: ShowAnswer) -> HTML {
        guard let terms = answer.explanation.terms, !answer.explanation.exception.isGroup else { return .nothing }
        var lines: [HTML] = []
        if let basis = terms.listings.first?.basis {
            lines.append(
                words(
                    "exception.basis.days",
                    [
                        "good": .count(basis.goodDays), "blocked": .count(basis.blockedDays),
                        "unknown": .count(basis.unknownDays),
                        "prior": .text(formats.percent(basis.priorWeight)),
                    ]))
        }
        if let season = terms.listings.first?.season {
            let indexes = season.weeks.map { formats.number($0.value, decimals: 2) }
            lines.append(words("exception.basis.season", ["weeks": .text(indexes.joined(separator: " · "))]))
        }
        lines.append(
            words(
                "exception.basis.lasting",
                [
                    "days": .text(formats.number(terms.lasting.reduce(0, +), decimals: 1)),
                    "of": .count(terms.horizonDays), "sure": .count(terms.sureDays),
                    "observed": .count(terms.durationsObserved),
                ]))
        return "\(lines.map { "<p class=\"muted\">\($0)</p>" as HTML })"
    }
}
