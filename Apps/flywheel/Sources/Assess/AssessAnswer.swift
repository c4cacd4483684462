import Assessment
import FlywheelKit
import Learning
import Reports

/// What `assess` prints.
struct AssessAnswer: DocumentedAnswer {
    let kept: KeptAssessment
    /// What it is compared with: the one before it, or the one that was asked for.
    let earlier: KeptAssessment?
    /// Whether somebody asked what changed.
    let isCompared: Bool

    var document: AssessmentDocument { kept.document }

    let listKey: String? = "workflows"
    let columns = AssessmentDocument.Workflow.figures.columns
    let pipeColumns: [String]? = nil

    var changes: [AssessmentChange] { earlier.map { document.changes(since: $0.document) } ?? [] }

    static let document = Document(
        "assess", "Where the wheel stands: stage, stall, maturity, connections, the weakest link, and what to do next.",
        members)

    static let members: Members<Self> =
        ["id": .value(\.kept.keptID), "made": .value(\.kept.at), "by": .value(\.kept.by)]
        + AssessmentDocument.members.of(\.document) + ["since": .value(\.earlier?.id), "changes": .value(\.changes)]

    func html(on page: Page) -> String { AssessmentPage(document, id: kept.keptID).html() }
}

/// What `assess list` prints.
struct AssessmentsAnswer: DocumentedAnswer {
    let kept: [KeptAssessment]

    let listKey: String? = "items"

    static let document = Document("assessments", "The assessments that were made, the newest first.", members)

    static let members: Members<Self> = [
        "items": .list(
            \.kept,
            [
                "id": .value(\.id), "made": .value(\.at), "by": .value(\.by), "from": .value(\.document.period.from),
                "until": .value(\.document.period.until), "isSimulated": .value(\.document.isSimulated),
                "model": .value(\.document.model), "stage": .value(\.document.cycle.stage),
                "diagnosis": .value(\.document.stall.diagnosis), "strength": .value(\.document.path.strength),
                "weakest": .value(\.document.path.weakest), "next": .value(\.document.roadmap.first?.title),
            ])
    ]

    func text(on page: Page) -> [String] {
        guard !kept.isEmpty else { return ["No assessment was made yet"] + page.next("flywheel assess") }
        let table = Table(
            columns: [
                .init("ID"), .init("UP TO"), .init("STAGE", isRight: true), .init("STALLED", least: 8),
                .init("STRENGTH", isRight: true), .init("WEAKEST", least: 10), .init("BY", least: 4),
            ],
            rows: kept.map { kept in
                let document = kept.document
                return [
                    .init(kept.id, .bold), .init(page.clock.dated(document.period.until)),
                    .init(document.cycle.stage.map { "\($0)" } ?? "?"), .init(document.stall.diagnosis),
                    .init(document.path.strength.map { "\($0)" } ?? "?"), .init(document.path.weakest ?? "?"),
                    .init(kept.by),
                ]
            }, droppable: ["BY"]
        ).lines(on: page)
        return table + page.next("flywheel assess show \(kept[0].id)")
    }
}

extension KeptAssessment {
    /// Its id where it is kept.
    var keptID: String? { isKept ? id : nil }
}
