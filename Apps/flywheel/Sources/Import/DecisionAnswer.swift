import FlywheelStore

/// What `imports accept` and `imports discard` print.
struct DecisionAnswer: DocumentedAnswer {
    let records: [ImportRecord]
    let refused: [Refused]

    var refusals: [Diagnostic] { refused.map(\.why) }
    let listKey: String? = "imports"
    let columns = ["id", "state", "file", "rowsKept"]
    var exit: Exit { refused.exit(done: records.count) }

    static let document = Document(
        "decisions", "The imports that were accepted or discarded, and those that were not.", members)

    static let members: Members<Self> = ["imports": .value(\.records), "refused": .value(\.refused)]

    func text(on page: Page) -> [String] {
        records.map { record in
            let rows = Numbers.count(record.summary.kept, "row")
            return record.state == .kept
                ? "Accepted \(record.id): its \(rows) count from the next rotation on"
                : "Discarded \(record.id): its \(rows) count for nothing"
        } + page.next("flywheel rotate")
    }
}
