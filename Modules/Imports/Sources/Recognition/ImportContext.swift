public import Calendars
public import FlywheelKit

/// What is known of files from outside of them: what a person or a configuration says. It goes before anything that
/// names and contents of the files suggest.
public struct ImportContext: Sendable {
    /// The account the files are of.
    public var account: String?
    /// The marketplace, by id, name (`US`) or domain; any other text stands for itself.
    public var marketplace: String?
    /// The accounts that other files are of, those that say most of it first. A file that names no account is taken to be of
    /// the only one among the first of these.
    public var accounts: [Set<String>] = []
    /// The marketplaces, by id, that other files of the same account are of, those that say most of it first. A file that
    /// nothing says the marketplace of is taken to be of the only one among the first of these that it can be of.
    public var neighbours: [Set<String>] = []
    /// The currency of amounts that name none.
    public var currency: Currency?
    /// The currencies that other files have, for amounts that name none on marketplaces of which it is not publicly known.
    public var currencies: [Owner: Currency] = [:]
    /// When the contents were true.
    public var at: Instant?
    /// The moment the files are looked at, where that is another than the clock's: what was changed later says no moment.
    public var now: Instant?
    /// The mark before decimals; told by looking when left out.
    public var decimal: DecimalStyle?
    /// Whether day or month comes first in dates that leave it open; told by looking when left out.
    public var dateOrder: DateOrder?
    /// What the files are: a format ("Amazon orders"), a feed's title ("orders") or its key (`orders`, `orders/1`).
    public var kind: String?
    /// What headings mean that are nobody's usual ones, for files of the feed that ``kind`` names; a file that lacks one
    /// of these headings is not of that kind.
    public var headings: [MappedHeading]
    /// Words of tables of conversations for what is not known; tables of facts have none.
    public var unknown: Set<String> = []
    /// What words of tables of conversations mean, by column and word.
    public var words: [String: [String: String]] = [:]
    /// The time zone of an IANA name; `nil` for one not known.
    public var zone: @Sendable (String) -> TimeZoneTable?
    /// The time zone of marketplaces of which it is not publicly known.
    public var home = TimeZoneTable.utc

    /// Whose listings are meant: an account's on a marketplace.
    public struct Owner: Hashable, Sendable {
        /// The account.
        public var account: String
        /// The marketplace, by its id.
        public var marketplace: String

        /// An account's listings on a marketplace.
        public init(account: String, marketplace: String) {
            self.account = account
            self.marketplace = marketplace
        }
    }

    /// A context in which nothing is known but `zone`.
    public init(
        account: String? = nil, marketplace: String? = nil, currency: Currency? = nil, at: Instant? = nil,
        decimal: DecimalStyle? = nil, dateOrder: DateOrder? = nil, kind: String? = nil,
        headings: [MappedHeading] = [], zone: @escaping @Sendable (String) -> TimeZoneTable?
    ) {
        self.account = account
        self.marketplace = marketplace
        self.currency = currency
        self.at = at
        self.decimal = decimal
        self.dateOrder = dateOrder
        self.kind = kind
        self.headings = headings
        self.zone = zone
    }

    /// The same, for files that are looked at from a moment, by people with a time zone.
    public func seen(at now: Instant, home: TimeZoneTable = .utc) -> ImportContext {
        var context = self
        context.now = now
        context.home = home
        return context
    }

    /// The account of files of which nothing in them and around them names one; `nil` where the others name none, or several.
    public var accountBeside: Sourced<String>? { accounts.first { !$0.isEmpty }.flatMap(Self.only) }

    /// The currency of amounts that name none on a marketplace of which it is not publicly known: that of the owner's other
    /// files, else that in which files of the kind are.
    func currencyBeside(_ owner: Owner, _ format: FileFormat) -> Sourced<Currency>? {
        currencies[owner].map { Sourced($0, .neighbours) } ?? format.channel?.currency.map { Sourced($0, .layout) }
    }

    private static func only(_ names: Set<String>) -> Sourced<String>? {
        names.count == 1 ? names.first.map { Sourced($0, .neighbours) } : nil
    }

    /// The marketplace that files of a format are of where nothing in them and around them names one.
    func marketplace(of format: FileFormat) -> Sourced<String>? {
        guard format.isOfOneMarketplace else { return nil }
        if let own = format.channel?.marketplace { return Sourced(own, .layout) }
        let possible = neighbours.lazy.map { markets in
            format.channel == .amazon ? markets.filter { Marketplace.named($0) != nil } : markets
        }.first { !$0.isEmpty }
        return possible.flatMap(Self.only)
    }
}
