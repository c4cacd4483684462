/// A record whose list says nothing else.
protocol ListedRecord: JSONRecord {
    /// What the document of its list is called, and says.
    static var list: (name: String, meaning: String) { get }
}

/// Rows of a store as they are, without words around them: what `export` writes of what no other command lists.
struct ListAnswer<Row: ListedRecord>: DocumentedAnswer {
    let items: [Row]

    let listKey: String? = "items"

    static var document: Document { Document(Row.list.name, Row.list.meaning, members) }

    static var members: Members<Self> { ["items": .value(\.items)] }

    func text(on page: Page) -> [String] {
        let cells = rows.map { row in Records.values(of: row, columns: columns).map { Table.Cell(Records.text(of: $0)) }
        }
        return Table(columns: columns.map { Table.Column($0) }, rows: cells).lines(on: page)
    }
}
