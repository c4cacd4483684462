import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics

/// What `warnings` prints: how well each rule foresaw.
struct WarningsAnswer: Answer {
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

    var rows: [JSON] {
        scores.map { score in
            [
                "workflow": .text(score.workflow), "kind": .text(score.kind), "what": .text(title(of: score)),
                "predicted": .count(score.predicted), "cameTrue": .count(score.cameTrue),
                "lapsed": .count(score.lapsed), "actedOn": .count(score.actedOn), "open": .count(score.open),
                "settled": .count(score.settled), "settledTrue": .count(score.settledTrue),
                "missed": .count(score.missed), "precision": score.precision?.json ?? WilsonInterval.unknown,
                "recall": score.recall?.json ?? WilsonInterval.unknown,
                "meanStatedProbability": score.meanStated.map { .number($0.rounded4) } ?? nil,
                "medianLeadDays": .count(score.medianLeadDays),
                "isWorthItsAlarms": score.precision == nil ? nil : .bool(!score.isNotWorthItsAlarms),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.warnings/1", "asOf": .instant(rotation.asOf),
            "rotation": .text(rotation.id.description), "leastPrecision": .number(WarningScore.leastPrecision),
            "confidence": .number(WarningScore.confidence), "items": .array(rows),
        ]
    }
}

extension WilsonInterval {
    /// The share with the bounds of the central 80%.
    fileprivate var json: JSON {
        ["share": .number(share.rounded4), "p10": .number(low.rounded4), "p90": .number(high.rounded4)]
    }

    /// What is said where nothing is known.
    fileprivate static var unknown: JSON { ["share": nil, "p10": nil, "p90": nil] }
}

extension Double {
    /// To 0.0001, as shares are said.
    fileprivate var rounded4: Double { (self * 10_000).rounded() / 10_000 }
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
