import CaseDesk
import Cases
import FlywheelKit
import Statistics

/// What `cases report` prints: what the desk learned of itself.
struct CasesReportAnswer: DocumentedAnswer {
    let report: DeskReport
    /// Contacts beside sales of listings.
    let association: SupportAssociation
    /// What texts say of how dissatisfied their writers are.
    let sentiment: TextSentiment
    let clock: WallClock
    /// What cases are told apart by; `nil` where they are not.
    let key: CohortKey?
    /// The days that it is over; `nil` where nothing ends it.
    let period: DeskPeriod?
    /// The report of the period before, as that stood at its end.
    let before: DeskReport?
    /// The file that the backlog was drawn in.
    var drawing: String?

    let listKey: String? = "figures"
    let pipeColumns: [String]? = nil

    static let document = Document("desk-report", "What the desk learned of itself.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.report.now), "since": .value(\.report.since),
        "until": .value { $0.period == nil ? nil : $0.report.now },
        "before": .maybe(
            \.before,
            [
                "since": .value(\.since), "until": .value(\.now), "cases": .value(\.cases.count),
                "figures": .value(\.figures),
            ]), "cases": .value(\.report.cases.count),
        "states": .list(\.report.states, ["state": .word { $0.state }, "cases": .value { $0.count }]),
        "urgencies": .list(\.report.urgencies, ["urgency": .value { $0.urgency }, "cases": .value { $0.count }]),
        "by": .word(\.key), "figures": .value(\.figures),
        "gaps": .list(
            \.report.gaps.gaps,
            ["policy": .value(\.policy), "audits": .value(\.audits), "decision": .value(\.decision)]),
        "causes": .list(
            \.report.causes.causes,
            [
                "cause": .value(\.code), "weeks": .value(\.counts), "slope": .share(\.trend?.slope),
                "probability": .share(\.probability),
            ]), "weeks": .value(\.report.causes.weeks),
        "backlog": .list(
            \.report.backlog,
            [
                "day": .value(\.day), "opened": .value(\.opened), "reopened": .value(\.reopened),
                "ended": .value(\.ended), "open": .value(\.open),
            ]),
        "association": .part([
            "missing": .word(\.association.missing), "contacts": .value(\.association.contacts),
            "listings": .value(\.association.listings), "leftOut": .value(\.association.leftOut),
            "unknown": .value(\.association.unknown), "confounders": .value { _ in SupportAssociation.confounders },
        ]), "drawing": .value(\.drawing),
    ]
}

extension Urgency {
    /// Its word.
    var word: String { "\(self)" }
}
