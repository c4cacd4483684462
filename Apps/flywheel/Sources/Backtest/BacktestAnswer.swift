import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `backtest` prints: what was predicted of problems that nobody acted on, beside what came.
struct BacktestAnswer: Answer {
    let rotation: RotationRecord
    let backtest: RiskBacktest
    /// The workflow that is asked about; all where it is left out.
    let workflow: String?

    let listKey: String? = "items"
    let columns = [
        "exception", "workflow", "kind", "subject.kind", "subject.account", "subject.marketplace", "subject.code",
        "opened", "ended", "whileLasting.days", "whileLasting.predicted", "whileLasting.came", "overHorizon.days",
        "overHorizon.predicted", "overHorizon.came", "low", "high", "unknownDays",
    ]

    /// What is asked about: one workflow, or each and all.
    var parts: [RiskBacktest.Part] {
        guard let workflow else { return backtest.workflows + [backtest.all] }
        return backtest.workflows.filter { $0.workflow == workflow }
    }

    /// The problems that are asked about.
    var losses: [UntouchedLoss] {
        backtest.losses.filter { workflow == nil || $0.fingerprint.workflow == workflow }
    }

    var rows: [JSON] {
        losses.map { loss in
            [
                "exception": .text(loss.exception.description), "workflow": .text(loss.fingerprint.workflow),
                "kind": .text(loss.fingerprint.kind), "subject": .subject(loss.fingerprint.subject),
                "opened": .instant(loss.opened), "ended": .instant(loss.ended),
                "whileLasting": json(loss.whileLasting), "overHorizon": json(loss.overHorizon),
                "low": .amount(loss.low, backtest.currency), "high": .amount(loss.high, backtest.currency),
                "unknownDays": .count(loss.unknownDays),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.backtest/1", "asOf": .instant(rotation.asOf),
            "rotation": .text(rotation.id.description), "currency": .text(backtest.currency.code),
            "fewest": .count(LossScore.fewest), "confidence": .number(LossScore.confidence),
            "parts": .array(
                parts.map { part in
                    [
                        "workflow": .text(part.workflow), "whileLasting": json(part.whileLasting),
                        "overHorizon": json(part.overHorizon), "intervals": .count(part.intervals),
                        "covered": .count(part.covered),
                    ]
                }),
            "leftOut": .array(
                RiskBacktest.Reason.allCases.compactMap { reason in
                    backtest.leftOut[reason].map { ["reason": .text(reason.rawValue), "problems": .count($0)] }
                }),
            "items": .array(rows),
        ]
    }

    private func json(_ pair: UntouchedLoss.Pair?) -> JSON {
        [
            "days": .count(pair?.days), "predicted": .amount(pair?.predicted, backtest.currency),
            "came": .amount(pair?.came, backtest.currency),
        ]
    }

    private func json(_ score: LossScore) -> JSON {
        func rounded(_ value: Double?) -> JSON { value.map { .number(($0 * 10_000).rounded() / 10_000) } ?? nil }
        return [
            "problems": .count(score.problems), "predicted": .amount(score.predicted, backtest.currency),
            "came": .amount(score.came, backtest.currency),
            "ratio": [
                "value": rounded(score.ratio?.value), "p10": rounded(score.ratio?.low),
                "p90": rounded(score.ratio?.high),
            ],
            "deciles": .array(
                score.deciles.map { decile in
                    [
                        "problems": .count(decile.problems), "predicted": .amount(decile.predicted, backtest.currency),
                        "came": .amount(decile.came, backtest.currency),
                    ]
                }),
        ]
    }
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
