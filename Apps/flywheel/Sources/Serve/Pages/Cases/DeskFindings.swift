import CaseDesk
import Cases
import Statistics
import WebPages

/// What colleagues found of how cases were handled, and audits of what was escalated.
struct DeskReviews {
    let answer: CasesReportAnswer
    let figures: DeskFigures
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML { "\(reviews)\(figures.audits)\(gaps)" }

    private var reviews: HTML {
        let found = answer.report.reviews
        guard found.reviewed > 0 else { return .nothing }
        func cases(_ count: Int) -> HTML { phrases("desk.reviewedCases", ["count": .count(count)]) }
        let verdicts = found.verdicts.map { (name: "<bdi>\($0.name)</bdi>" as HTML, value: cases($0.cases)) }
        return Definitions(
            [(phrases("desk.reviewed"), cases(found.reviewed))] + verdicts + [(phrases("desk.agreement"), agreement)]
        ).html
    }

    private var agreement: HTML {
        let found = answer.report.reviews
        guard let kappa = found.agreement else {
            return phrases("desk.agreementUnknown", ["count": .count(found.twice)])
        }
        let bounds = kappa.interval()
        func number(_ value: Double) -> Phrases.Value { .text(reader.formats.number(value, decimals: 2)) }
        return phrases(
            "desk.agreementWords",
            [
                "count": .count(kappa.count), "share": .text(reader.formats.percent(kappa.agreement)),
                "kappa": number(kappa.value), "percent": .text(reader.formats.percent(0.95)),
                "low": number(bounds.lowerBound), "high": number(bounds.upperBound),
            ])
    }

    private var gaps: HTML {
        let gaps = answer.report.gaps.gaps
        guard !gaps.isEmpty else { return .nothing }
        return DataTable(
            id: "gaps", caption: phrases("desk.caption.gaps"),
            columns: [
                .init(phrases("desk.column.policy")), .init(phrases("desk.column.audits"), isNumber: true),
                .init(phrases("desk.column.decision")),
            ],
            rows: gaps.map { gap in
                .init([
                    "<bdi>\(gap.policy)</bdi>", "\(reader.formats.number(gap.audits))",
                    gap.decision.map { RecordLink(id: $0).html } ?? phrases("desk.undecided"),
                ])
            }, empty: .nothing
        ).html
    }
}

/// Whether what people write about goes on to sell less, or why that cannot be said.
struct DeskSales {
    let found: SupportAssociation
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        guard let correlation = found.correlation else {
            guard let missing = found.missing else { return .nothing }
            let count: [String: Phrases.Value] =
                missing == .listings ? ["count": .text(reader.formats.number(found.listings))] : [:]
            return "<p>\(phrases("desk.sales.missing.\(missing.rawValue.camelCased)", count))</p>"
        }
        let bounds = correlation.interval()
        func number(_ value: Double) -> Phrases.Value { .text(reader.formats.number(value, decimals: 2)) }
        let what = bounds.upperBound < 0 ? "less" : bounds.lowerBound > 0 ? "more" : "none"
        let figure = phrases(
            "desk.sales.figure",
            [
                "value": number(correlation.value), "percent": .text(reader.formats.percent(0.95)),
                "low": number(bounds.lowerBound), "high": number(bounds.upperBound), "count": .count(correlation.count),
                "leftOut": .text(reader.formats.number(found.leftOut + found.unknown)),
            ])
        let things = reader.formats.list(SupportAssociation.confounders.map(reader.saidText))
        return """
            <p><strong>\(phrases("desk.sales.\(what)"))</strong> \(figure)</p>
            <p class="muted">\(phrases("desk.sales.aside", ["things": .text(things)]))</p>
            """
    }
}
