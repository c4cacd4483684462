import Charts
import FlywheelKit
import Statistics

extension ForecastAnswer {
    var listKey: String? { "weeks" }

    static let document = Document("forecast", "What a listing is expected to sell, and why.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "listing": .value(\.listing), "title": .value(\.title),
        "expected": .value(\.expected), "method": .value(\.method),
        "commonFactor": .value { $0.explanation.common?.rounded(decimals: 4) },
        "basis": .value(\.basis),
        "leftOut": .list(
            \.explanation.leftOut,
            ["from": .value(\.days.lowerBound), "to": .value(\.days.upperBound), "cause": .word(\.cause)]),
        "shift": .maybe(
            \.explanation.shift, ["since": .value(\.since), "before": .value(\.before), "after": .value(\.after)]),
        "bias": .maybe(
            \.explanation.bias, ["weeks": .value(\.weeks), "forecast": .value(\.forecast), "sold": .value(\.sold)]),
        "stated": .value(\.explanation.stated),
        "scores": .list(
            \.explanation.scores,
            [
                "method": .value(\.method), "scaledError": .value { $0.scaledError.rounded(decimals: 4) },
                "bias": .value { $0.bias.rounded(decimals: 4) },
            ]),
        "valueAdded": .value { $0.explanation.valueAdded?.rounded(decimals: 4) }, "drawing": .value(\.drawing),
        "weeks": .value(\.allWeeks),
    ]

    /// What is expected of the coming weeks together.
    struct Expected: JSONRecord {
        let days: Int
        let total: Expectation

        static let members: Members<Self> = [
            "days": .value(\.days), "mean": .value { $0.total.mean.rounded(decimals: 4) },
            "p10": .value(\.total.spread.p10), "p50": .value(\.total.spread.p50), "p90": .value(\.total.spread.p90),
        ]
    }

    var expected: Expected? { total.map { Expected(days: 7 * weeks, total: $0) } }

    /// What the forecast rests on.
    private struct Basis: JSONRecord {
        let forecast: DemandForecast
        let skus: Int

        static let members: Members<Self> = [
            "daysUsed": .value { Int($0.forecast.daysUsed) }, "daysLeftOut": .value { Int($0.forecast.daysLeftOut) },
            "daysOld": .value { Int($0.forecast.daysOld) }, "daysStated": .value { Int($0.forecast.daysStated) },
            "dispersion": .value { Double($0.forecast.dispersion).rounded(decimals: 4) },
            "relativeError": .value { Double($0.forecast.relativeError).rounded(decimals: 4) },
            "skus": .value(\.skus),
        ]
    }

    private var basis: Basis? { explanation.forecast.map { Basis(forecast: $0, skus: explanation.skus) } }

    /// A week of the past, or one to come.
    struct Week: JSONRecord {
        let start: Day
        var past: ForecastExplanation.Week?
        var expected: Expectation?

        static let members: Members<Self> = [
            "week": .value(\.start.description), "sold": .value(\.past?.sold),
            "ordinaryDays": .value { $0.past?.ordinaryDays.rounded(decimals: 2) },
            "demand": .value { $0.past?.demand?.rounded(decimals: 2) },
            "mean": .value { $0.expected?.mean.rounded(decimals: 2) }, "p10": .value(\.expected?.spread.p10),
            "p50": .value(\.expected?.spread.p50), "p90": .value(\.expected?.spread.p90),
        ]
    }

    /// The weeks of the past, then those to come.
    private var allWeeks: [Week] {
        explanation.weeks.map { Week(start: $0.start, past: $0) } + coming.map { Week(start: $0.start, expected: $0) }
    }
}

extension StatedForecast: JSONRecord {
    static let members: Members<Self> = [
        "unitsPerDay": .value(\.unitsPerDay), "from": .value(\.from), "until": .value(\.until),
        "owner": .value(\.owner), "reason": .value(\.reason),
        "valueAdded": .maybe(
            \.valueAdded,
            [
                "weeks": .value(\.weeks), "statedError": .value(\.statedError),
                "computedError": .value(\.computedError), "naiveError": .value(\.naiveError),
                "value": .value { $0.value.rounded(decimals: 4) },
            ]),
        "record": .maybe(
            \.record,
            [
                "forecasts": .value(\.forecasts), "weeks": .value(\.weeks), "statedError": .value(\.statedError),
                "computedError": .value(\.computedError), "naiveError": .value(\.naiveError),
                "value": .value { $0.value.rounded(decimals: 4) },
            ]),
    ]
}

extension Double {
    /// More decimals of an estimate say nothing.
    fileprivate func rounded(decimals: Int) -> Double {
        let scale = decimals == 2 ? 100.0 : 10_000
        return (self * scale).rounded() / scale
    }
}
