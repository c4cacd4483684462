import Assessment
import FlywheelKit
import Learning
import Reports

/// What `assess` prints.
struct AssessAnswer: Answer {
    let kept: KeptAssessment
    /// What it is compared with: the one before it, or the one that was asked for.
    let earlier: KeptAssessment?
    /// Whether somebody asked what changed.
    let isCompared: Bool

    var document: AssessmentDocument { kept.document }

    let listKey: String? = "workflows"
    let columns = ["id", "title", "state", "level", "levelTitle", "cmmi", "exempted", "next"]
    let pipeColumns: [String]? = nil

    var rows: [JSON] { document.workflows.map { .object($0.json.members.filter { $0.key != "checks" }) } }

    var changes: [AssessmentChange] { earlier.map { document.changes(since: $0.document) } ?? [] }

    var json: JSON {
        let head: [JSON.Member] = [
            .init(key: "schema", value: "flywheel.assess/1"),
            .init(key: "id", value: .text(kept.isKept ? kept.id : nil)),
            .init(key: "made", value: .instant(kept.at)), .init(key: "by", value: .text(kept.by)),
        ]
        let comparison: [JSON.Member] = [
            .init(key: "since", value: .text(earlier?.id)), .init(key: "changes", value: .array(changes.map(\.json))),
        ]
        return .object(head + document.members + comparison)
    }

    func html(on page: Page) -> String { AssessmentPage(document, id: kept.isKept ? kept.id : nil).html() }
}

/// What `assess list` prints.
struct AssessmentsAnswer: Answer {
    let kept: [KeptAssessment]

    let listKey: String? = "items"
    let columns = [
        "id", "made", "by", "from", "until", "isSimulated", "model.id", "model.version", "model.hash", "stage",
        "diagnosis", "strength", "weakest", "next",
    ]

    var rows: [JSON] {
        kept.map { kept in
            let document = kept.document
            return [
                "id": .text(kept.id), "made": .instant(kept.at), "by": .text(kept.by),
                "from": .instant(document.period.from), "until": .instant(document.period.until),
                "isSimulated": .bool(document.isSimulated), "model": document.model.json,
                "stage": .count(document.cycle.stage), "diagnosis": .text(document.stall.diagnosis),
                "strength": .count(document.path.strength), "weakest": .text(document.path.weakest),
                "next": .text(document.roadmap.first?.title),
            ]
        }
    }

    var json: JSON { ["schema": "flywheel.assessments/1", "items": .array(rows)] }

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
