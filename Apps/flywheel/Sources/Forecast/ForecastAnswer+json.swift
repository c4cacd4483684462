import Charts
import FlywheelKit
import Statistics

extension ForecastAnswer {
    var listKey: String? { "weeks" }
    var columns: [String] { ["week", "sold", "ordinaryDays", "demand", "mean", "p10", "p50", "p90"] }

    /// The weeks of the past, then those to come.
    var rows: [JSON] {
        let past = explanation.weeks.map { week in
            Self.week(
                week.start, sold: week.sold, ordinaryDays: week.ordinaryDays.rounded(decimals: 2),
                demand: week.demand?.rounded(decimals: 2))
        }
        return past + coming.map { Self.week($0.start, expected: $0) }
    }

    var json: JSON {
        let found = explanation
        return [
            "schema": "flywheel.forecast/1", "asOf": .instant(asOf), "listing": .subject(listing),
            "title": .text(title),
            "expected": total.map { total in
                [
                    "days": .count(7 * weeks), "mean": .rounded(total.mean), "p10": .number(total.spread.p10),
                    "p50": .number(total.spread.p50), "p90": .number(total.spread.p90),
                ]
            } ?? .null,
            "method": .text(method), "commonFactor": found.common.map { .rounded($0) } ?? .null,
            "basis": found.forecast.map { forecast in
                [
                    "daysUsed": .integer(Int64(forecast.daysUsed)),
                    "daysLeftOut": .integer(Int64(forecast.daysLeftOut)),
                    "daysOld": .integer(Int64(forecast.daysOld)), "daysStated": .integer(Int64(forecast.daysStated)),
                    "dispersion": .rounded(Double(forecast.dispersion)),
                    "relativeError": .rounded(Double(forecast.relativeError)), "skus": .count(found.skus),
                ]
            } ?? .null,
            "leftOut": .array(
                found.leftOut.map { run in
                    [
                        "from": .text(run.days.lowerBound.description), "to": .text(run.days.upperBound.description),
                        "cause": .text(run.cause.rawValue),
                    ]
                }),
            "shift": found.shift.map { shift in
                [
                    "since": .text(shift.since.description), "before": .number(shift.before),
                    "after": .number(shift.after),
                ]
            } ?? .null,
            "bias": found.bias.map { bias in
                ["weeks": .count(bias.weeks), "forecast": .number(bias.forecast), "sold": .number(bias.sold)]
            } ?? .null,
            "stated": found.stated.map(Self.stated) ?? .null,
            "scores": .array(
                found.scores.map { score in
                    [
                        "method": .text(score.method), "scaledError": .rounded(score.scaledError),
                        "bias": .rounded(score.bias),
                    ]
                }),
            "valueAdded": found.valueAdded.map { .rounded($0) } ?? .null, "drawing": .text(drawing),
            "weeks": .array(rows),
        ]
    }

    private static func week(
        _ start: Day, sold: Int? = nil, ordinaryDays: Double? = nil, demand: Double? = nil, expected: Expectation? = nil
    ) -> JSON {
        [
            "week": .text(start.description), "sold": .count(sold), "ordinaryDays": .known(ordinaryDays),
            "demand": .known(demand), "mean": .known(expected?.mean.rounded(decimals: 2)),
            "p10": .known(expected?.spread.p10), "p50": .known(expected?.spread.p50),
            "p90": .known(expected?.spread.p90),
        ]
    }

    private static func stated(_ stated: StatedForecast) -> JSON {
        [
            "unitsPerDay": .number(stated.unitsPerDay), "from": .text(stated.from.description),
            "until": .text(stated.until.description), "owner": .text(stated.owner), "reason": .text(stated.reason),
            "valueAdded": stated.valueAdded.map { past in
                [
                    "weeks": .count(past.weeks), "statedError": .number(past.statedError),
                    "computedError": .number(past.computedError), "naiveError": .number(past.naiveError),
                    "value": .rounded(past.value),
                ]
            } ?? .null,
            "record": stated.record.map { record in
                [
                    "forecasts": .count(record.forecasts), "weeks": .count(record.weeks),
                    "statedError": .number(record.statedError), "computedError": .number(record.computedError),
                    "naiveError": .number(record.naiveError), "value": .rounded(record.value),
                ]
            } ?? .null,
        ]
    }
}

extension JSON {
    /// A number, or null where it is not known.
    fileprivate static func known(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    /// Four decimals of a number: more of an estimate say nothing.
    fileprivate static func rounded(_ value: Double) -> JSON { .number(value.rounded(decimals: 4)) }
}

extension Double {
    fileprivate func rounded(decimals: Int) -> Double {
        let scale = decimals == 2 ? 100.0 : 10_000
        return (self * scale).rounded() / scale
    }
}
