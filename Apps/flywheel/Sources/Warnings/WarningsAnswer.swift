import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics

/// What `warnings` prints: how well each rule foresaw.
struct WarningsAnswer: DocumentedAnswer {
    let rotation: RotationRecord
    let scores: [WarningScore]
    let manifests: [StageManifest]

    let listKey: String? = "items"
    let columns = [
        "workflow", "kind", "what", "predicted", "cameTrue", "lapsed", "actedOn", "open", "missed", "precision.share",
        "precision.p10", "precision.p90", "recall.share", "recall.p10", "recall.p90", "meanStatedProbability",
        "medianLeadDays", "isWorthItsAlarms",
    ]

    /// What a rule finds, in words.
    func title(of score: WarningScore) -> String {
        manifests.title(ofKind: score.kind, in: score.workflow)
    }

    static let document = Document("warnings", "How well predictions came true, rule by rule.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.rotation.asOf), "rotation": .value(\.rotation.id),
        "leastPrecision": .value { _ in WarningScore.leastPrecision },
        "confidence": .value { _ in WarningScore.confidence },
        "items": .value { answer in answer.scores.map { Item(score: $0, what: answer.title(of: $0)) } },
    ]

    /// A rule's score beside what it finds.
    private struct Item: JSONRecord {
        let score: WarningScore
        let what: String

        static let members: Members<Self> = [
            "workflow": .value(\.score.workflow), "kind": .value(\.score.kind), "what": .value(\.what),
            "predicted": .value(\.score.predicted), "cameTrue": .value(\.score.cameTrue),
            "lapsed": .value(\.score.lapsed), "actedOn": .value(\.score.actedOn), "open": .value(\.score.open),
            "settled": .value(\.score.settled), "settledTrue": .value(\.score.settledTrue),
            "missed": .value(\.score.missed), "precision": .interval(\.score.precision),
            "recall": .interval(\.score.recall), "meanStatedProbability": .share(\.score.meanStated),
            "medianLeadDays": .value(\.score.medianLeadDays),
            "isWorthItsAlarms": .value { $0.score.precision == nil ? nil : !$0.score.isNotWorthItsAlarms },
        ]
    }
}

extension Member {
    /// A share with the bounds of the central 80%.
    fileprivate static func interval(_ value: @escaping @Sendable (Record) -> WilsonInterval?) -> Member {
        .part([
            "share": .share { value($0)?.share }, "p10": .share { value($0)?.low }, "p90": .share { value($0)?.high },
        ])
    }
}

extension Session {
    /// How well each rule foresaw, up to the newest look.
    func warnings(of workflow: String?) throws -> WarningsAnswer {
        let (rotation, _) = try currentRotation()
        let scores = WarningScore.all(
            outcomes: try host.store.outcomes(), unfinished: try host.store.unfinishedExceptions(),
            asOf: rotation.asOf)
        return WarningsAnswer(
            rotation: rotation, scores: scores.filter { workflow == nil || $0.workflow == workflow },
            manifests: host.manifests)
    }
}
