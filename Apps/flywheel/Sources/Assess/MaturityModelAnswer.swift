import Assessment
import FlywheelKit
import FlywheelRuntime
import Foundation

/// What `assess model` prints: the model in use. Its JSON is one that can be changed and used.
struct MaturityModelAnswer: DocumentedAnswer {
    let model: MaturityModel

    let listKey: String? = "checks"
    let pipeColumns: [String]? = ["id", "title", "measure", "comparison", "limit", "minimumEvents"]

    static let document = Document(
        "maturity-model", "What maturity is judged by; changed, it can be used in its place.", members)

    static let members: Members<Self> = [
        "id": .value(\.model.id), "version": .value(\.model.version), "windowDays": .value(\.model.windowDays),
        "decisionDays": .value(\.model.decisionDays), "leastKnownShare": .value(\.model.leastKnownShare),
        "levels": .list(
            \.model.levels,
            [
                "number": .value(\.number), "title": .value(\.title), "meaning": .value(\.meaning),
                "cmmi": .value(\.cmmi),
            ]), "checks": .value(\.model.checks), "connections": .part(connections.of(\.model.connections)),
        "known": .list(\.model.known, ["id": .value(\.id), "title": .value(\.title)]),
        "path": .list(\.model.path, ["from": .value(\.from), "to": .value(\.to), "reason": .value(\.reason)]),
    ]

    private static let connections: Members<ConnectionRules> = [
        "limitDays": .value(\.limitDays), "minimumProblems": .value(\.minimumProblems),
        "minimumLinked": .value(\.minimumLinked), "leastLift": .value(\.leastLift),
        "minimumRows": .value(\.minimumRows), "readShare": .value(\.readShare), "limitHours": .value(\.limitHours),
        "effectShare": .value(\.effectShare), "staleDays": .value(\.staleDays),
        "steps": .list(
            \.steps, ["level": .value(\.level), "remedy": .value(\.remedy), "effortHours": .value(\.effortHours)]),
    ]

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

extension MaturityCheck: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.id), "title": .value(\.title), "level": .value(\.level), "question": .value(\.question),
        "measure": .word(\.measure), "comparison": .word(\.comparison), "limit": .value(\.limit),
        "minimumEvents": .value(\.minimumEvents), "isDeclarable": .value(\.isDeclarable), "reason": .value(\.reason),
        "remedy": .value(\.remedy), "effortHours": .value(\.effortHours),
    ]
}
