import Charts
import FlywheelKit
import Statistics

extension ForecastAnswer {
    /// The lines of the picture itself.
    private static let chartHeight = 12
    /// The runs of days that are named one by one, the last ones.
    private static let shownRuns = 6

    /// How the forecast came about, in a clause.
    var method: String {
        guard let forecast = explanation.forecast else { return "none: nothing sells as far as anyone knows" }
        let level: String =
            switch explanation.method {
            case "run rate": "run rate of open days, half-life 28 d"
            case "combination": "means that forget at several speeds, weighed by what each missed"
            case let method?: "\(method), which missed least before"
            case nil: "stated, nothing is computed"
            }
        let parts: [String?] = [
            level, explanation.shift == nil ? nil : "from the day demand shifted on",
            explanation.isSeasonal ? "times its own course of the year" : nil,
            explanation.common.map {
                "times \(Numbers.fixed($0, decimals: 3)) in the coming week for what all products do"
            },
            explanation.skus > 1 ? "of the product's \(explanation.skus) SKUs together, by their shares" : nil,
            forecast.daysStated > 0 ? "with what a person stated on \(forecast.daysStated) of its days" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    func text(on page: Page) -> [String] {
        let place = [title, listing.marketplaceName, "account \(listing.account)"].compactMap(\.self)
        var lines = page.wrapped("\(page.ink(listing.code.visible, .bold)), \(place.joined(separator: ", ").visible)")
        lines.append("as of \(page.clock.full(asOf))")
        lines += [""] + expected(page) + chart(on: page) + leftOut(page) + stated(page) + backTest(page)
        if let drawing { lines += ["", "Drawn in \(drawing.visible)"] }
        return lines + page.next("flywheel explain forecast", word: "What the words mean")
    }

    // MARK: Parts

    private func expected(_ page: Page) -> [String] {
        guard let total, let first = coming.first, let forecast = explanation.forecast else {
            return page.wrapped("nothing: \(method)", head: "Expected  ")
        }
        let days = "\(Numbers.count(forecast.daysUsed, "day")) used, \(Numbers.grouped(forecast.daysLeftOut)) left out"
        let age =
            forecast.daysOld > 1 ? ["sales unknown for \(forecast.daysOld) days: the forecast stands as it was"] : []
        let shift = explanation.shift.map { shift in
            "demand went from \(Numbers.fixed(shift.before, decimals: 2)) to \(Numbers.fixed(shift.after, decimals: 2))"
                + " a day on \(page.clock.short(shift.since))"
        }
        let bias = explanation.bias.map { bias in
            "forecasts of \(bias.weeks) weeks: \(Numbers.fixed(bias.forecast, decimals: 0)) units, sold "
                + Numbers.fixed(bias.sold, decimals: 0)
        }
        return page.wrapped("\(Self.words(first)) in the coming week", head: "Expected  ")
            + (weeks > 1 ? page.wrapped("\(Self.words(total)) in \(weeks) weeks", head: "          ") : [])
            + page.wrapped(method, head: "Method    ")
            + page.wrapped(([days] + age).joined(separator: "; "), head: "Basis     ")
            + [shift, bias].compactMap(\.self).flatMap { page.wrapped($0, head: "Noticed   ") }
    }

    private func chart(on page: Page) -> [String] {
        let style: TextStyle = page.isASCII ? .ascii : .unicode
        let chart = chart
        let lines = chart.lines(width: min(page.width, 120), height: Self.chartHeight, style: style)
        return lines.isEmpty ? [] : [""] + lines + page.wrapped(chart.legend(style: style))
    }

    private func leftOut(_ page: Page) -> [String] {
        let runs = explanation.leftOut
        guard !runs.isEmpty else { return [] }
        let rows = runs.suffix(Self.shownRuns).reversed().map { run -> [Table.Cell] in
            let (first, last) = (run.days.lowerBound, run.days.upperBound)
            let days = first.distance(to: last) + 1
            let span = days == 1 ? page.clock.short(first) : "\(page.clock.short(first)) to \(page.clock.short(last))"
            return [Table.Cell(span), Table.Cell("\(days)"), Table.Cell(run.cause.words)]
        }
        let more = runs.count - rows.count
        let table = Table(
            columns: [.init("NOT COUNTED IN FULL"), .init("DAYS", isRight: true), .init("BECAUSE", least: 16)],
            rows: rows)
        return [""] + table.lines(on: page)
            + (more > 0 ? ["and \(Numbers.count(more, "earlier stretch", "earlier stretches"))"] : [])
    }

    private func stated(_ page: Page) -> [String] {
        guard let stated = explanation.stated else { return [] }
        let reason = stated.reason.map { ": \($0)" } ?? ""
        let words =
            "\(Numbers.fixed(stated.unitsPerDay, decimals: 2)) a day by \(stated.owner), "
            + "\(page.clock.short(stated.from)) to \(page.clock.short(stated.until))\(reason)"
        let worth = stated.valueAdded.map { past in
            "over \(Numbers.count(past.weeks, "week")) it was off by \(Numbers.fixed(past.statedError, decimals: 2)) a day,"
                + " the computed one by \(Numbers.fixed(past.computedError, decimals: 2)), seasonal naive by "
                + Numbers.fixed(past.naiveError, decimals: 2)
        }
        let record = stated.record.map { record in
            "all \(Numbers.count(record.forecasts, "forecast")) that \(stated.owner) stated, "
                + "\(Numbers.count(record.weeks, "week")): \(Numbers.percent(abs(record.value))) "
                + (record.value >= 0 ? "nearer than the computed ones" : "further off than the computed ones")
        }
        return [""] + page.wrapped(words.visible, head: "Stated    ")
            + page.wrapped(worth ?? "not measured yet: no whole week of it is known", head: "          ")
            + (record.map { page.wrapped($0.visible, head: "          ") } ?? [])
    }

    private func backTest(_ page: Page) -> [String] {
        guard !explanation.scores.isEmpty else {
            return ["", "Back-test: not measured yet, too few weeks are known"]
        }
        let rows = explanation.scores.map { score in
            [
                Table.Cell(score.method), Table.Cell(Numbers.fixed(score.scaledError, decimals: 2)),
                Table.Cell(Numbers.fixed(score.bias, decimals: 1)),
            ]
        }
        let table = Table(
            columns: [
                .init("BACK-TEST, 4 WEEKS AHEAD", least: 16), .init("ERROR", isRight: true),
                .init("BIAS, A WEEK", isRight: true),
            ], rows: rows)
        let value = explanation.valueAdded.map { value in
            value >= 0
                ? "this forecast's is \(Numbers.percent(value)) below seasonal naive"
                : "this forecast's is \(Numbers.percent(-value)) above seasonal naive"
        }
        return [""] + table.lines(on: page)
            + page.wrapped(
                "error: root mean square, over that of the week before each" + (value.map { "; \($0)" } ?? ""))
    }

    private static func words(_ expected: Expectation) -> String {
        "\(Numbers.fixed(expected.mean, decimals: 1)) units, 80% between "
            + "\(Numbers.fixed(expected.spread.p10, decimals: 0)) and \(Numbers.fixed(expected.spread.p90, decimals: 0)),"
    }
}

extension LeftOutDays.Cause {
    /// The cause as people read it.
    var words: String {
        switch self {
        case .suppressed: "the listing was suppressed"
        case .notForSale: "stated as not for sale"
        case .notFeatured: "the offer was not featured on part of the page views"
        case .priceError: "the price was an error"
        case .noStock: "nothing was left"
        case .noStockInferred: "nothing sold, then found empty (under 1% by chance)"
        case .beforeSales: "before sales began (under 0.1% by chance)"
        case .unknown: "sales unknown"
        }
    }
}
