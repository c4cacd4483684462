public import FlywheelKit

/// A file of a known kind, and all that is known of it before its rows are read.
public struct RecognizedFile: Sendable {
    /// Where it is.
    public let path: String
    /// Its name in the archive at ``path``; `nil` where it is the file there itself.
    public let entry: String?
    /// What kind of file it is, "Amazon listings".
    public let format: String
    /// The feed its rows belong to.
    public let feed: Feed
    /// The account it is of: stated, else from the names of file and folders, else the only one that other files name, else
    /// `default`.
    public let account: Sourced<String>
    /// The id of the marketplace it is of: stated, else from the names of file and folders, else the one its rows name, else
    /// the source's own, else the only one that other files of the account name, else `default`.
    public let marketplace: Sourced<String>
    /// The currency of amounts that name none: stated, else the marketplace's, else that of the account's other files there.
    public let currency: Sourced<Currency>?
    /// The currency that its rows name, all the same one.
    public let namedCurrency: Currency?
    /// Whether it has amounts of which nothing says the currency.
    public let lacksCurrency: Bool
    /// How its cells are read, where they leave it open what they mean: the `currency` of amounts, the mark before `decimals`,
    /// what comes first in `dates`. The same bytes read otherwise are other facts.
    public let reading: [String: String]
    /// When its contents were true: stated, else the time of its last change on the last day its name or a folder's names, or
    /// the beginning of that day where it was changed on another; without a day the time of its last change.
    public let effectiveAt: Sourced<Instant>
    /// Whether it speaks for every subject of its account and marketplace.
    public let isComplete: Bool
    /// Whether it may say several things of one subject, one after the other, as answers and changes do; a list says one.
    public var isOfAnswers: Bool { source.document.map { !$0.isSheet } ?? false }
    /// Whether it is one source's own layout, and not a table that anybody may have made.
    public var isSourcesOwn: Bool { converter.binding.format.isSourcesOwn }
    /// Whether it holds all that is of an order, or of another whole of a log, that it names.
    public var holdsWholes: Bool { converter.binding.format.holdsWholes }
    /// Whether its rows may name a product in place of a listing.
    public let namesProducts: Bool
    /// The feed's columns that it has.
    public let columns: [String]
    /// The feed's columns that are the same day in every row: the file's name, or when it was true, tells them.
    public let days: [String: Day]
    /// The headings nothing is read from, as written.
    public let unboundHeadings: [String]
    /// What the same rows say for other feeds, as a list of stock does that names lead times.
    public let companions: [RecognizedFile]
    /// What may surprise, as far as it is known before reading.
    public let warnings: [ImportWarning]

    let source: FileSource
    var converter: RowConverter
}
