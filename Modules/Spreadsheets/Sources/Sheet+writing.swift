import CXlsxWriter

extension Sheet {
    /// The rows a sheet may have, the headings among them (ECMA-376 as spreadsheet programs limit it).
    static let mostRows = 1_048_576

    /// Writes the table as a workbook with one sheet: its headings stay on screen and filter, its columns are as wide as
    /// what they hold.
    ///
    /// - Parameters:
    ///   - path: where the file is written; one that is there is replaced.
    ///   - created: the moment the workbook says it is of, in seconds since 1970. Equal tables of equal moments are equal
    ///     bytes.
    public func write(to path: String, created: Int64) throws(SpreadsheetError) {
        guard rows.count < Self.mostRows else { throw .tooManyRows(rows.count, most: Self.mostRows - 1) }
        guard let workbook = workbook_new(path) else { throw .notWritten("there is no memory for it") }
        do throws(SpreadsheetError) {
            var properties = lxw_doc_properties()
            properties.created = time_t(created)
            try check(workbook_set_properties(workbook, &properties))
            guard let worksheet = workbook_add_worksheet(workbook, name) else { throw .badName(name) }
            try SheetWriter(workbook: workbook, worksheet: worksheet).write(self)
        } catch {
            lxw_workbook_free(workbook)
            throw error
        }
        try check(workbook_close(workbook))
    }
}

/// Why a spreadsheet was not written.
public enum SpreadsheetError: Error, Hashable, Sendable {
    /// A sheet has room for fewer rows.
    case tooManyRows(Int, most: Int)
    /// No sheet may be called so.
    case badName(String)
    /// The file could not be written; the text says why.
    case notWritten(String)
}

extension SpreadsheetError: CustomStringConvertible {
    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .tooManyRows(let found, let most): "\(found) rows, a spreadsheet has room for \(most)"
        case .badName(let name): "\"\(name)\" cannot be a sheet's name, expected 1 to 31 letters without []:*?/\\"
        case .notWritten(let why): why
        }
    }
}

/// Turns the library's error numbers into errors.
func check(_ result: lxw_error) throws(SpreadsheetError) {
    guard result != LXW_NO_ERROR else { return }
    throw .notWritten(lxw_strerror(result).map { String(cString: $0) } ?? "error \(result.rawValue)")
}
