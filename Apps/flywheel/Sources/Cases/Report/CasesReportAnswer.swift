import CaseDesk
import Cases
import FlywheelKit
import Statistics

/// What `cases report` prints: what the desk learned of itself.
struct CasesReportAnswer: Answer {
    let report: DeskReport
    /// Contacts beside sales of listings.
    let association: SupportAssociation
    /// What texts say of how dissatisfied their writers are.
    let sentiment: TextSentiment
    let clock: WallClock
    /// What cases are told apart by; `nil` where they are not.
    let key: CohortKey?
    /// The file that the backlog was drawn in.
    var drawing: String?

    let listKey: String? = "figures"
    let columns = [
        "metric", "statistic", "part", "value", "low", "high", "count", "of", "open", "unknown", "isHidden",
    ]
    let pipeColumns: [String]? = nil

    var rows: [JSON] { figures.map(\.json) }

    var json: JSON {
        [
            "schema": "flywheel.desk-report/1", "asOf": .instant(report.now), "since": .instant(report.since),
            "cases": .count(report.cases.count),
            "states": .array(
                report.states.map { ["state": .text($0.state.rawValue), "cases": .count($0.count)] }),
            "urgencies": .array(
                report.urgencies.map { ["urgency": .text($0.urgency?.word), "cases": .count($0.count)] }),
            "by": .text(key?.rawValue), "figures": .array(rows),
            "gaps": .array(
                report.gaps.gaps.map { gap in
                    ["policy": .text(gap.policy), "audits": .count(gap.audits), "decision": .text(gap.decision)]
                }),
            "causes": .array(
                report.causes.causes.map { cause in
                    [
                        "cause": .text(cause.code), "weeks": .array(cause.counts.map { .count($0) }),
                        "slope": cause.trend.map { .number($0.slope.to4) } ?? nil,
                        "probability": cause.probability.map { .number($0.to4) } ?? nil,
                    ]
                }),
            "weeks": .texts(report.causes.weeks.map(\.description)),
            "backlog": .array(
                report.backlog.map { row in
                    [
                        "day": .text(row.day.description), "opened": .count(row.opened),
                        "reopened": .count(row.reopened), "ended": .count(row.ended), "open": .count(row.open),
                    ]
                }),
            "association": [
                "missing": .text(association.missing?.rawValue), "contacts": .count(association.contacts),
                "listings": .count(association.listings), "leftOut": .count(association.leftOut),
                "unknown": .count(association.unknown), "confounders": .texts(SupportAssociation.confounders),
            ], "drawing": .text(drawing),
        ]
    }
}

extension CasesReportAnswer {
    static let shape: Shape = [
        "asOf": .instant, "since": .maybe(.instant), "cases": .integer,
        "states": .list(["state": .word(CaseState.allCases.map(\.rawValue)), "cases": .integer]),
        "urgencies": .list(["urgency": .maybe(.word(Urgency.allCases.map(\.word))), "cases": .integer]),
        "by": .maybe(.word(CohortKey.allCases.map(\.rawValue))),
        "figures": .list([
            "metric": .word(DeskMetric.allCases.map(\.rawValue)), "statistic": .text, "part": .maybe(.text),
            "value": .maybe(.number), "low": .maybe(.number), "high": .maybe(.number), "count": .maybe(.integer),
            "of": .maybe(.integer), "open": .maybe(.integer), "unknown": .maybe(.integer), "isHidden": .flag,
        ]),
        "gaps": .list(["policy": .text, "audits": .integer, "decision": .maybe(.text)]),
        "causes": .list([
            "cause": .text, "weeks": .list(.integer), "slope": .maybe(.number), "probability": .maybe(.number),
        ]), "weeks": .list(.text),
        "backlog": .list([
            "day": .text, "opened": .integer, "reopened": .integer, "ended": .integer, "open": .integer,
        ]),
        "association": [
            "missing": .maybe(.word(SupportAssociation.Missing.allCases.map(\.rawValue))), "contacts": .integer,
            "listings": .integer, "leftOut": .integer, "unknown": .integer, "confounders": .list(.text),
        ], "drawing": .maybe(.text),
    ]
}

extension Urgency {
    /// Its word.
    var word: String { "\(self)" }
}

extension Double {
    /// To 0.0001, as the report says figures.
    var to4: Double { (self * 10_000).rounded() / 10_000 }
}
