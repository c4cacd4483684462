import Charts
import FlywheelKit
import Forecasting
import Statistics
import WebPages

/// What is expected of one listing: the past week by week, what of it counts, the fan, how it was found, and how far off it
/// was before.
struct ForecastPage {
    let answer: ForecastAnswer
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    private var found: ForecastExplanation { answer.explanation }

    var html: HTML {
        """
        \(PlanLinks(reader: reader, current: "/plan/forecast").html)
        <p class="muted"><a href="\(
            "/listings/\(answer.listing.account)/\(answer.listing.marketplaceName)/\(answer.listing.code)" as Address)" \
        translate="no">\(answer.listing.code)</a>, \(reader.marketplace(answer.listing.marketplace)), \
        <bdi>\(answer.listing.account)</bdi></p>
        <section>\(figure)</section>
        <div class="columns">
        <section class="panel"><h2>\(phrases("plan.heading.basis"))</h2>\(basis)</section>
        <section class="panel"><h2>\(phrases("plan.heading.backTest"))</h2>\(backTest)</section>
        </div>
        \(leftOut)
        """
    }

    private var figure: HTML {
        let past = found.weeks.suffix(52)
        let coming = answer.coming
        let fan = coming.map { FanPicture.Spread(p10: $0.spread.p10, p50: $0.spread.p50, p90: $0.spread.p90) }
        let known = past.map { $0.sold.map(Double.init) }
        let greatest = FanPicture.greatest(past: known, fan: fan)
        let starts = past.map(\.start) + coming.map(\.start)
        let ticks = [0, past.count, starts.count - 1].filter(starts.indices.contains).map {
            (period: $0, label: reader.formats.day(starts[$0]))
        }
        let picture = FanPicture(
            past: known, leftOut: Set(past.enumerated().filter { $0.element.demand == nil }.map(\.offset)), fan: fan,
            ticks: ticks,
            greatest: phrases.text("plan.unitsAWeek", ["count": .count(Int(greatest.rounded()))]), for: reader)
        return Figure(
            question: phrases("plan.fanQuestion"), picture: picture.html(answer: expected), note: expected,
            numbers: numbers
        ).html(for: reader)
    }

    /// What is expected of all weeks together.
    private var expected: HTML {
        guard let total = answer.total else { return phrases("plan.noForecast") }
        func units(_ value: Double) -> Phrases.Value { .text(reader.formats.number(value, decimals: 0)) }
        return phrases(
            "plan.expected",
            [
                "weeks": .count(answer.weeks), "mean": units(total.mean), "low": units(total.spread.p10),
                "high": units(total.spread.p90),
            ])
    }

    private var numbers: DataTable {
        let past = found.weeks.suffix(26).reversed().map { week -> DataTable.Row in
            .init([
                "\(reader.formats.day(week.start))", week.sold.map { "\(reader.formats.number($0))" } ?? "?",
                week.demand.map { "\(reader.formats.number($0, decimals: 1))" } ?? phrases("plan.notCounted"), "–",
            ])
        }
        let coming = answer.coming.reversed().map { week -> DataTable.Row in
            let (low, high) = (week.spread.p10, week.spread.p90)
            return .init([
                "\(reader.formats.day(week.start))", "–",
                "\(reader.formats.number(week.mean, decimals: 1))",
                "\(reader.formats.number(low, decimals: 0)) – \(reader.formats.number(high, decimals: 0))",
            ])
        }
        return DataTable(
            id: "weeks", caption: phrases("plan.weeks"),
            columns: [
                .init(phrases("plan.column.week")), .init(phrases("plan.column.sold"), isNumber: true),
                .init(phrases("plan.column.demand"), isNumber: true),
                .init(phrases("plan.column.between"), isNumber: true),
            ], rows: coming + past, empty: phrases("plan.noForecast"))
    }

    private var basis: HTML {
        var items: [(name: HTML, value: HTML)] = [(phrases("plan.method"), reader.said(answer.method))]
        if let forecast = found.forecast {
            items.append(
                (
                    phrases("plan.days"),
                    phrases(
                        "plan.daysUsed",
                        ["used": .count(Int(forecast.daysUsed)), "leftOut": .count(Int(forecast.daysLeftOut))])
                ))
        }
        if let shift = found.shift {
            items.append(
                (
                    phrases("plan.shift"),
                    phrases(
                        "plan.shiftWords",
                        [
                            "day": .text(reader.formats.day(shift.since)),
                            "before": .text(reader.formats.number(shift.before, decimals: 2)),
                            "after": .text(reader.formats.number(shift.after, decimals: 2)),
                        ])
                ))
        }
        if let bias = found.bias {
            items.append(
                (
                    phrases("plan.bias"),
                    phrases(
                        "plan.biasWords",
                        [
                            "weeks": .count(bias.weeks),
                            "forecast": .text(reader.formats.number(bias.forecast, decimals: 0)),
                            "sold": .text(reader.formats.number(bias.sold, decimals: 0)),
                        ])
                ))
        }
        if let stated = found.stated {
            items.append(
                (
                    phrases("plan.stated"),
                    phrases(
                        "plan.statedWords",
                        [
                            "units": .text(reader.formats.number(stated.unitsPerDay, decimals: 2)),
                            "person": .text(stated.owner), "from": .text(reader.formats.day(stated.from)),
                            "until": .text(reader.formats.day(stated.until)),
                        ])
                ))
        }
        return Definitions(items).html
    }

    private var backTest: HTML {
        DataTable(
            id: "back-test", caption: phrases("plan.backTestCaption"),
            columns: [
                .init(phrases("plan.method")), .init(phrases("plan.column.error"), isNumber: true),
                .init(phrases("plan.column.bias"), isNumber: true),
            ],
            rows: found.scores.map { score in
                .init(
                    [
                        reader.said(score.method), "\(reader.formats.number(score.scaledError, decimals: 2))",
                        "\(reader.formats.number(score.bias, decimals: 2))",
                    ], isMarked: score.method == found.method)
            }, empty: phrases("plan.noBackTest")
        ).html
    }

    private var leftOut: HTML {
        guard !found.leftOut.isEmpty else { return .nothing }
        let table = DataTable(
            id: "left-out", caption: phrases("plan.leftOutCaption"),
            columns: [.init(phrases("plan.column.days")), .init(phrases("plan.column.why"))],
            rows: found.leftOut.suffix(20).reversed().map { run in
                .init(["\(reader.formats.days(run.days))", reader.said(run.cause.words)])
            }, empty: .nothing)
        return "<section><h2>\(phrases("plan.heading.leftOut"))</h2>\(table.html)</section>"
    }
}
