import FlywheelKit

/// Why a row cannot become a fact, before its place in the file is known.
struct CellTrouble: Error {
    let code: RejectedRow.Code
    let reason: String
    /// The column of the file the trouble is in; nil when it is about the whole row.
    var column: Int?
    /// The byte of the cell, in UTF-8 and from 0, where the trouble begins.
    var offset = 0
}

/// Why the values of a row make no sense, in the feed's own words.
struct RuleTrouble: Error {
    let code: RejectedRow.Code
    let reason: String
    /// The name of the feed's column the trouble is in.
    let column: String
}

extension CellTrouble {
    /// The trouble of a row, found in the file's column that holds the feed's.
    init(_ trouble: RuleTrouble, in binding: Binding) {
        self.init(
            code: trouble.code, reason: trouble.reason,
            column: binding.columns.first { $0.declaration.name == trouble.column }?.index)
    }

    /// A cell that is not the value it should be; `code` unless its digits are lost.
    init(_ error: ValueError, _ code: RejectedRow.Code, column: Int) {
        // What is no digit could only have been a currency's sign, but where pieces are counted none is expected.
        let reason =
            error.expected == .currency && code == .numberFormat
            ? "found \"\(error.found)\", expected a number" : error.description
        self.init(
            code: error.expected == .allDigits ? .destroyedNumber : code, reason: reason, column: column,
            offset: error.offset)
    }
}

extension RowBatch {
    private static let excerptLength = 80

    /// The row as it is listed among the rejected.
    func rejected(_ row: Int, _ trouble: CellTrouble, _ headings: Headings, subject: String?) -> RejectedRow {
        let cell = trouble.column.flatMap { self.cell($0, ofRow: row) }
        let column = cell.map { byteColumn(of: $0, inRow: row) + (isVerbatim($0) ? trouble.offset : 0) }
        let excerpt = cell.map { String(text(of: $0).text.prefix(Self.excerptLength)) }
        return RejectedRow(
            line: line(ofRow: row), column: column ?? 0, heading: trouble.column.map { headings.texts[$0] } ?? "",
            code: trouble.code, reason: trouble.reason, subject: subject, excerpt: excerpt ?? "")
    }

    /// Whether the bytes of a cell in the file are those of its text in UTF-8, so that offsets hold for both.
    private func isVerbatim(_ cell: Cell) -> Bool {
        cell.form != .escaped && (decoder.encoding == .utf8 || bytes[cell.range].allSatisfy { $0 < 0x80 })
    }
}
