import FlywheelStore

/// What `imports accept` and `imports discard` print.
struct DecisionAnswer: Answer {
    let records: [ImportRecord]
    let refused: [Refused]

    var refusals: [Diagnostic] { refused.map(\.why) }
    let listKey: String? = "imports"
    let columns = ["id", "state", "file", "rowsKept"]
    var rows: [JSON] { records.map(\.json) }
    var json: JSON {
        ["schema": "flywheel.decisions/1", "imports": .array(rows), "refused": .array(refused.map(\.json))]
    }
    var exit: Exit { refused.exit(done: records.count) }

    func text(on page: Page) -> [String] {
        records.map { record in
            let rows = Numbers.count(record.summary.kept, "row")
            return record.state == .kept
                ? "Accepted \(record.id): its \(rows) count from the next rotation on"
                : "Discarded \(record.id): its \(rows) count for nothing"
        } + page.next("flywheel rotate")
    }
}
