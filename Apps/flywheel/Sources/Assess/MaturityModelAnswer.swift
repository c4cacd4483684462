import Assessment
import FlywheelKit
import FlywheelRuntime
import Foundation

/// What `assess model` prints: the model in use. Its JSON is one that can be changed and used.
struct MaturityModelAnswer: Answer {
    let model: MaturityModel

    let listKey: String? = "checks"
    let columns = [
        "id", "title", "level", "question", "measure", "comparison", "limit", "minimumEvents", "isDeclarable", "reason",
        "remedy", "effortHours",
    ]
    let pipeColumns: [String]? = ["id", "title", "measure", "comparison", "limit", "minimumEvents"]
    var rows: [JSON] { model.checks.map(\.json) }

    var json: JSON {
        let rules = model.connections
        return [
            "schema": "flywheel.maturity-model/1", "id": .text(model.id), "version": .count(model.version),
            "windowDays": .count(model.windowDays), "decisionDays": .count(model.decisionDays),
            "leastKnownShare": .number(model.leastKnownShare),
            "levels": .array(
                model.levels.map {
                    [
                        "number": .count($0.number), "title": .text($0.title), "meaning": .text($0.meaning),
                        "cmmi": .count($0.cmmi),
                    ]
                }), "checks": .array(rows),
            "connections": [
                "limitDays": .number(rules.limitDays), "minimumProblems": .count(rules.minimumProblems),
                "minimumLinked": .count(rules.minimumLinked), "leastLift": .number(rules.leastLift),
                "minimumRows": .count(rules.minimumRows), "readShare": .number(rules.readShare),
                "limitHours": .number(rules.limitHours), "effectShare": .number(rules.effectShare),
                "staleDays": .number(rules.staleDays),
                "steps": .array(
                    rules.steps.map {
                        [
                            "level": .count($0.level), "remedy": .text($0.remedy),
                            "effortHours": .number($0.effortHours),
                        ]
                    }),
            ], "known": .array(model.known.map { ["id": .text($0.id), "title": .text($0.title)] }),
            "path": .array(
                model.path.map { ["from": .text($0.from), "to": .text($0.to), "reason": .text($0.reason)] }),
        ]
    }

    func text(on page: Page) -> [String] {
        var lines = [
            "\(model.id) \(model.version): \(Numbers.count(model.levels.count, "level")),"
                + " \(Numbers.count(model.checks.count, "check")), over \(model.windowDays) days", "",
        ]
        for level in model.levels {
            lines += page.wrapped(
                "\(page.ink(level.title, .bold)), CMMI \(level.cmmi): \(level.meaning)".visible,
                head: "\(level.number)  ")
            for check in model.checks where check.level == level.number {
                let limit =
                    check.measure.isShare ? Numbers.percent(check.limit) : Numbers.fixed(check.limit, decimals: 0)
                let bound = "\(check.comparison == .atLeast ? "at least" : "at most") \(limit)"
                lines += page.wrapped("\(check.question) \(bound): \(check.reason)".visible, head: "   \(check.id)  ")
            }
        }
        return lines + page.next("flywheel assess model --format json > maturity.json")
    }
}

extension MaturityCheck {
    fileprivate var json: JSON {
        [
            "id": .text(id), "title": .text(title), "level": .count(level), "question": .text(question),
            "measure": .text(measure.rawValue), "comparison": .text(comparison.rawValue), "limit": .number(limit),
            "minimumEvents": .count(minimumEvents), "isDeclarable": .bool(isDeclarable), "reason": .text(reason),
            "remedy": .text(remedy), "effortHours": .number(effortHours),
        ]
    }
}
