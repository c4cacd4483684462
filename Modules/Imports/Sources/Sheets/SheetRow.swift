import FlywheelKit

/// A row of a sheet.
struct SheetRow: Sendable {
    /// With how many cells at most a row is words under the table, and no row that breaks off.
    static let cellsOfWords = 2

    /// The cells by heading, the first of those that repeat; blank ones are left out, but for those that say something.
    let cells: JSONValue
    /// Where it stands in the file.
    let line: Int
    /// Why it is no row, where it is none.
    let fault: CellTrouble?

    /// The cells, where it is a row: what stands in a piece of one says nothing of others.
    var wholeCells: JSONValue? { fault == nil ? cells : nil }
}

extension [SheetRow] {
    /// The cells of those that are rows.
    var whole: [JSONValue] { compactMap(\.wholeCells) }
}

extension DocumentTable {
    /// A table of a sheet.
    init(
        sheet title: String, feed: Feed, channel: SalesChannel, isComplete: Bool = true, columns: [String]? = nil,
        saysNone: Bool = false, holdsWholes: Bool = false,
        rows: @escaping @Sendable (_ record: [SheetRow], _ frame: DocumentFrame) -> [[String: String]]
    ) {
        self.init(
            title: title, feed: feed, channel: channel, isComplete: isComplete, columns: columns, saysNone: saysNone,
            holdsWholes: holdsWholes, sheetRows: rows
        ) { _, _ in [] }
    }
}
