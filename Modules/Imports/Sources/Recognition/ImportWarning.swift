/// Something about a file or about cells of it that does not stop the import but may surprise.
public struct ImportWarning: Hashable, Sendable {
    /// The kind of surprise.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// No marketplace is known, and so neither currency nor zone nor region.
        case unknownMarketplace = "unknown-marketplace"
        /// Amounts without any currency are unknown.
        case unknownCurrency = "unknown-currency"
        /// Times without a zone are taken in the home zone.
        case unknownZone = "unknown-zone"
        /// It cannot be told whether day or month comes first.
        case dateOrder = "date-order"
        /// It cannot be told whether a mark stands before decimals or thousands.
        case decimalMark = "decimal-mark"
        /// Bytes that are no characters in the file's encoding were replaced in a text.
        case encoding
        /// No row is of some days between others.
        case gap
        /// The file does not speak for every listing.
        case partial
        /// Columns hold what people wrote or who they are, and are left where they are.
        case personal
        /// Amounts for one unit have more decimals than their currency, and are rounded.
        case rounded
        /// Changes of something that changed again the same day.
        case superseded
        /// Nothing is read from columns, or from records.
        case unused
    }

    /// The kind of surprise.
    public let code: Code
    /// What was found and what was made of it, in a sentence in lower case.
    public let message: String
    /// How many cells it is about; 0 when it is about the whole file.
    public let cells: Int
    /// The first line it is about; `nil` when it is about the whole file.
    public let line: Int?

    /// A warning.
    public init(_ code: Code, _ message: String, cells: Int = 0, line: Int? = nil) {
        self.code = code
        self.message = message
        self.cells = cells
        self.line = line
    }
}
