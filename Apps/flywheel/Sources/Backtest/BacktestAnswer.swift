import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `backtest` prints: what was predicted of problems that nobody acted on, beside what came.
struct BacktestAnswer: DocumentedAnswer {
    let rotation: RotationRecord
    let backtest: RiskBacktest
    /// The workflow that is asked about; all where it is left out.
    let workflow: String?

    let listKey: String? = "items"

    /// What is asked about: one workflow, or each and all.
    var parts: [RiskBacktest.Part] {
        guard let workflow else { return backtest.workflows + [backtest.all] }
        return backtest.workflows.filter { $0.workflow == workflow }
    }

    /// The problems that are asked about.
    var losses: [UntouchedLoss] {
        backtest.losses.filter { workflow == nil || $0.fingerprint.workflow == workflow }
    }

    static let document = Document(
        "backtest", "What was predicted of problems that nobody acted on, beside what came.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.rotation.asOf), "rotation": .value(\.rotation.id), "currency": .value(\.backtest.currency),
        "fewest": .value { _ in LossScore.fewest }, "confidence": .value { _ in LossScore.confidence },
        "parts": .list(
            { answer in answer.parts.map { (part: $0, currency: answer.backtest.currency) } },
            [
                "workflow": .value { $0.part.workflow },
                "whileLasting": .value { PricedScore(score: $0.part.whileLasting, currency: $0.currency) },
                "overHorizon": .value { PricedScore(score: $0.part.overHorizon, currency: $0.currency) },
                "intervals": .value { $0.part.intervals }, "covered": .value { $0.part.covered },
            ]),
        "leftOut": .list(
            { answer in
                RiskBacktest.Reason.allCases.compactMap { reason in
                    answer.backtest.leftOut[reason].map { (reason: reason, problems: $0) }
                }
            }, ["reason": .value { $0.reason.rawValue }, "problems": .value { $0.problems }]),
        "items": .value { answer in
            answer.losses.map { PricedLoss(loss: $0, currency: answer.backtest.currency) }
        },
    ]
}

/// One problem that nobody acted on, in money.
private struct PricedLoss: JSONRecord {
    let loss: UntouchedLoss
    let currency: Currency

    static let members: Members<Self> = [
        "exception": .value(\.loss.exception), "workflow": .value(\.loss.fingerprint.workflow),
        "kind": .value(\.loss.fingerprint.kind), "subject": .value(\.loss.fingerprint.subject),
        "opened": .value(\.loss.opened), "ended": .value(\.loss.ended), "whileLasting": pair(\.loss.whileLasting),
        "overHorizon": pair(\.loss.overHorizon), "low": .amount { ($0.loss.low, $0.currency) },
        "high": .amount { ($0.loss.high, $0.currency) }, "unknownDays": .value(\.loss.unknownDays),
    ]

    /// A loss as it was predicted and as it came.
    private static func pair(_ pair: @escaping @Sendable (Self) -> UntouchedLoss.Pair?) -> Member<Self> {
        .part([
            "days": .value { pair($0)?.days }, "predicted": .amount { (pair($0)?.predicted, $0.currency) },
            "came": .amount { (pair($0)?.came, $0.currency) },
        ])
    }
}

/// Many of them, summed.
private struct PricedScore: JSONRecord {
    let score: LossScore
    let currency: Currency

    static let members: Members<Self> = [
        "problems": .value(\.score.problems), "predicted": .value { Amount($0.score.predicted, $0.currency) },
        "came": .value { Amount($0.score.came, $0.currency) },
        "ratio": .part([
            "value": .share(\.score.ratio?.value), "p10": .share(\.score.ratio?.low),
            "p90": .share(\.score.ratio?.high),
        ]),
        "deciles": .list(
            { priced in priced.score.deciles.map { (decile: $0, currency: priced.currency) } },
            [
                "problems": .value { $0.decile.problems },
                "predicted": .value { Amount($0.decile.predicted, $0.currency) },
                "came": .value { Amount($0.decile.came, $0.currency) },
            ]),
    ]
}

extension Session {
    /// Revenue at risk held against what came, up to the newest look.
    func backtest(of workflow: String?) throws -> BacktestAnswer {
        let (rotation, _) = try currentRotation()
        return BacktestAnswer(
            rotation: rotation, backtest: try host.backtest(asOf: rotation.asOf, currency: rotation.currency),
            workflow: workflow)
    }
}
