import Assessment
import FlywheelKit

/// What `assess rows` prints: the records behind the answer of a check.
struct CheckRowsAnswer: Answer {
    let records: CheckRecords
    let workflow: String
    /// Only those that say so; `nil` for all.
    let says: Bool?
    let history: WorkHistory

    let listKey: String? = "items"
    let columns = ["id", "says", "about", "cause", "detected", "due", "claimed", "ended"]

    private var letter: String { records.check.measure.isShare ? "X" : "D" }

    var rows: [JSON] {
        let found = says == true ? [] : records.no.map { ($0, "no") }
        let all = found + (says == false ? [] : records.yes.map { ($0, "yes") })
        let wanted = Set(all.map(\.0))
        let problems = Dictionary(
            history.problems.filter { wanted.contains($0.id) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let decisions = Dictionary(history.decisions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return all.map { id, says in
            let problem = records.check.measure.isShare ? problems[id] : nil
            let decision = records.check.measure.isShare ? nil : decisions[id]
            return [
                "id": .text("\(letter)\(id)"), "says": .text(says),
                "about": .text(decision?.subject ?? problem.map { history.kinds[$0.kind] }),
                "cause": .text(problem?.cause.map { history.causes[$0] }),
                "detected": .instant(decision?.at ?? problem?.detected),
                "due": .instant(decision?.review ?? problem?.due),
                "claimed": .instant(problem?.claimed), "ended": .instant(decision?.rolledBack ?? problem?.ended),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.check-rows/1", "check": .text(records.check.id), "workflow": .text(workflow),
            "question": .text(records.check.question), "yes": .count(records.yes.count), "no": .count(records.no.count),
            "items": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] {
        let head = page.wrapped(
            "\(workflow) \(records.check.id), \(records.check.question) \(Numbers.count(records.yes.count, "record")) for,"
                + " \(Numbers.grouped(records.no.count)) against")
        let shown = rows.prefix(Self.shown)
        guard !shown.isEmpty else { return head + page.next("flywheel assess --explain \(workflow)") }
        let table = Table(
            columns: [
                .init("ID"), .init("SAYS"), .init("ABOUT", least: 8), .init("CAUSE", least: 6), .init("DETECTED"),
                .init("DUE"), .init("ENDED"),
            ],
            rows: shown.map { row in
                ["id", "says", "about", "cause", "detected", "due", "ended"].map { key in
                    guard let value = row.members.first(where: { $0.key == key })?.value else { return Table.Cell("-") }
                    if case .instant(let instant) = value { return Table.Cell(page.clock.short(instant)) }
                    return Table.Cell(value == .null ? "-" : Records.text(of: value))
                }
            }, droppable: ["CAUSE"])
        let more =
            rows.count > Self.shown ? ["\(Numbers.grouped(rows.count - Self.shown)) more: --format csv has all"] : []
        return head + [""] + table.lines(on: page) + more
            + page.next("flywheel show \(Records.text(of: rows[0].members[0].value))")
    }

    private static let shown = 40
}
