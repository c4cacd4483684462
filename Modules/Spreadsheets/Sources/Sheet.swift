/// A table for a spreadsheet program: headings, and rows of typed cells under them.
public struct Sheet: Hashable, Sendable {
    /// The tab's name, at most 31 characters.
    public var name: String
    /// The headings, one a column.
    public var headings: [String]
    /// The rows; each has as many cells as there are headings.
    public var rows: [[Cell]]

    /// A table.
    public init(name: String, headings: [String], rows: [[Cell]]) {
        self.name = name
        self.headings = headings
        self.rows = rows
    }
}

/// What a cell holds, so that it sorts, filters and adds up as what it is.
public enum Cell: Hashable, Sendable {
    /// Nothing, which is not zero.
    case blank
    /// Text. It is never run as a formula, whatever it begins with.
    case text(String)
    /// Yes or no.
    case flag(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number in binary, as a share or a probability is.
    case number(Double)
    /// A decimal number as written, `5158.40`: shown with that many decimals.
    case decimal(String)
    /// A moment in seconds since 1970-01-01T00:00:00Z, shown as day and time in UTC.
    case instant(Int64)
    /// A day in days since 1970-01-01.
    case day(Int64)
}
