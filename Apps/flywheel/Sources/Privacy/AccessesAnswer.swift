import FlywheelStore

/// What `privacy log` prints: who saw whose personal text.
struct AccessesAnswer: DocumentedAnswer {
    let accesses: [AccessRecord]

    let listKey: String? = "items"

    static let document = Document("accesses", "Who saw personal text, newest first.", members)

    static let members: Members<Self> = ["items": .value(\.accesses)]

    func text(on page: Page) -> [String] {
        guard !accesses.isEmpty else { return ["Nobody saw personal text so far"] }
        let cells = accesses.map { access in
            [
                Table.Cell(page.clock.dated(access.access.at)), Table.Cell(access.access.by.name, .bold),
                Table.Cell(access.access.purpose), Table.Cell(access.parties.some), Table.Cell(access.cases.some),
                Table.Cell(access.fields.map(\.rawValue).joined(separator: " ")),
            ]
        }
        return Table(
            columns: [
                Table.Column("WHEN"), Table.Column("WHO", least: 8), Table.Column("FOR", least: 6),
                Table.Column("WHOSE", least: 8), Table.Column("CASES", least: 8), Table.Column("WHAT", least: 8),
            ], rows: cells
        ).lines(on: page)
    }
}

extension AccessRecord: JSONRecord {
    static let members: Members<Self> = [
        "at": .value(\.access.at), "by": .value(\.access.by.name), "purpose": .value(\.access.purpose),
        "parties": .value(\.parties), "cases": .value(\.cases), "fields": .words(\.fields),
    ]
}

extension Array where Element: CustomStringConvertible {
    /// The first of them, and how many more there are.
    fileprivate var some: String {
        prefix(3).map(\.description).joined(separator: " ") + (count > 3 ? " and \(count - 3) more" : "")
    }
}
