/// Rows of a store as they are, without words around them: what `export` writes of what no other command lists.
struct ListAnswer: Answer {
    /// The schema's name.
    let schema: String
    let columns: [String]
    let rows: [JSON]

    let listKey: String? = "items"
    var json: JSON { ["schema": .text(schema), "items": .array(rows)] }

    func text(on page: Page) -> [String] {
        let cells = rows.map { row in Records.values(of: row, columns: columns).map { Table.Cell(Records.text(of: $0)) }
        }
        return Table(columns: columns.map { Table.Column($0) }, rows: cells).lines(on: page)
    }
}
