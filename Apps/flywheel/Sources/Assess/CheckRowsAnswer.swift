import Assessment
import FlywheelKit

/// What `assess rows` prints: the records behind the answer of a check.
struct CheckRowsAnswer: DocumentedAnswer {
    let records: CheckRecords
    let workflow: String
    /// Only those that say so; `nil` for all.
    let says: Bool?
    let history: WorkHistory

    let listKey: String? = "items"

    private var letter: String { records.check.measure.isShare ? "X" : "D" }

    /// A record, and what it says.
    private struct Item: JSONRecord {
        let id: String
        let says: String
        let about: String?
        let cause: String?
        let detected: Instant?
        let due: Instant?
        let claimed: Instant?
        let ended: Instant?

        static let members: Members<Self> = [
            "id": .value(\.id), "says": .init(.word(["yes", "no"])) { .text($0.says) }, "about": .value(\.about),
            "cause": .value(\.cause), "detected": .value(\.detected), "due": .value(\.due),
            "claimed": .value(\.claimed),
            "ended": .value(\.ended),
        ]
    }

    private var items: [Item] {
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
            return Item(
                id: "\(letter)\(id)", says: says,
                about: decision?.subject ?? problem.map { history.kinds[$0.kind] },
                cause: problem?.cause.map { history.causes[$0] }, detected: decision?.at ?? problem?.detected,
                due: decision?.review ?? problem?.due, claimed: problem?.claimed,
                ended: decision?.rolledBack ?? problem?.ended)
        }
    }

    static let document = Document(
        "check-rows", "The records that the answer of a check rests on.", members)

    static let members: Members<Self> = [
        "check": .value(\.records.check.id), "workflow": .value(\.workflow),
        "question": .value(\.records.check.question),
        "yes": .value(\.records.yes.count), "no": .value(\.records.no.count), "items": .value(\.items),
    ]

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
