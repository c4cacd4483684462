import FlywheelStore

/// What `imports accept` and `imports discard` print.
struct DecisionAnswer: Answer {
    let records: [ImportRecord]
    let refusals: [Diagnostic]

    let listKey: String? = "imports"
    let columns = ["id", "state", "file", "rowsKept"]
    var rows: [JSON] { records.map(\.json) }
    var json: JSON { ["schema": "flywheel.decisions/1", "imports": .array(rows)] }
    var exit: Exit { refusals.exit(done: records.count) }

    func text(on page: Page) -> [String] {
        records.map { record in
            let rows = Numbers.count(record.summary.kept, "row")
            return record.state == .kept
                ? "Accepted \(record.id): its \(rows) count from the next rotation on"
                : "Discarded \(record.id): its \(rows) count for nothing"
        } + page.next("flywheel rotate")
    }
}

extension [Diagnostic] {
    /// What a process ends with that did some of what was asked: the refusal's own when nothing was done.
    func exit(done: Int) -> Exit {
        guard let first else { return .done }
        return done == 0 ? first.exit : .partly
    }
}
