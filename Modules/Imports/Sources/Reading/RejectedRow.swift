/// A row that did not become a fact, and why.
public struct RejectedRow: Hashable, Sendable {
    /// The kind of trouble. The words are stable: people look them up and filter by them.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Not an amount of money.
        case amountFormat = "amount-format"
        /// Not a number, or not a whole one where pieces are counted.
        case numberFormat = "number-format"
        /// Not a day or a moment.
        case dateFormat = "date-format"
        /// Neither yes nor no.
        case flagFormat = "flag-format"
        /// A number whose digits a spreadsheet has rounded away, `8.86E+11`.
        case destroyedNumber = "destroyed-number"
        /// A required cell is blank.
        case missingValue = "missing-value"
        /// The row ends before its required cells.
        case tooFewCells = "too-few-cells"
        /// The row has more cells than there are headings.
        case tooManyCells = "too-many-cells"
        /// The row is a piece of one that a line break within a cell tore apart.
        case brokenLine = "broken-line"
        /// The headings stand again among the rows: two files were joined to one.
        case repeatedHeadings = "repeated-headings"
        /// A required cell, or an identifier, holds bytes that are no characters in the file's encoding.
        case encoding
        /// A column of currencies holds something that is none.
        case unknownCurrency = "unknown-currency"
        /// The sign beside an amount is not of the row's currency.
        case currencyConflict = "currency-conflict"
        /// An exchange rate that is not above zero, or of a currency to itself.
        case invalidRate = "invalid-rate"
        /// Fewer units than none, which are no order and no stock: goods that came back, or a correction.
        case negativeQuantity = "negative-quantity"
        /// A last day before the first.
        case daysReversed = "days-reversed"
        /// Two rows say different things of one listing at one place.
        case contradiction
        /// The row is of another day than the file, which says how things stood on one.
        case otherDay = "other-day"
        /// The row is of another marketplace than the file.
        case otherMarketplace = "other-marketplace"
        /// The row counts units in a state other than the one that is read.
        case otherDisposition = "other-disposition"
        /// The row names a product of which no listing is known.
        case unknownProduct = "unknown-product"
        /// The row is understood and is none of what is read: an offer of used goods, an image of a product.
        case setAside = "set-aside"
        /// The marketplace answered with an error in place of facts.
        case notAnswered = "not-answered"
        /// Words under the table, such as a count of its rows.
        case footer

        /// Whether the row was understood and yet is no fact, so that it says nothing against its file.
        public var isUnderstood: Bool {
            [.setAside, .otherDisposition, .unknownProduct, .notAnswered, .footer].contains(self)
        }
    }

    /// The line of the file where the row begins, from 1.
    public let line: Int
    /// The byte of the row where the trouble begins, from 1; 0 when it is about the whole row.
    public let column: Int
    /// The heading of the cell as written; empty when it is about the whole row.
    public let heading: String
    /// The kind of trouble.
    public let code: Code
    /// What was found and what was expected, in a sentence in lower case.
    public let reason: String
    /// The code of the subject the row is about, where it could be read.
    public let subject: String?
    /// The start of the cell; empty when it is about the whole row, whose other cells may hold what is nobody's business.
    public let excerpt: String
}
