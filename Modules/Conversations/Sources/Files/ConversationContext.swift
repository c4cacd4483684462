public import Calendars
public import Imports

/// What is known of a file from outside of it, and what is to be done with what people wrote.
public struct ConversationContext: Sendable {
    /// What the file is; told by looking when left out.
    public var format: ConversationFormat?
    /// What the headings of a table mean, for tables that nothing recognises.
    public var mapping: TableMapping?
    /// The marketplace the file is of, by id, name or domain: it says how days are written.
    public var marketplace: String?
    /// Whether day or month comes first in dates that leave it open; told by looking when left out.
    public var dateOrder: DateOrder?
    /// The zone of times that name none.
    public var zone: TimeZoneTable
    /// What is taken out of texts before anybody sees them.
    public var redaction: Redaction
    /// What is known of the desk's mail.
    public var mail: MailContext

    /// A context in which nothing is known; times without a zone are universal time.
    public init(
        format: ConversationFormat? = nil, mapping: TableMapping? = nil, marketplace: String? = nil,
        dateOrder: DateOrder? = nil, zone: TimeZoneTable = .utc, redaction: Redaction = Redaction(),
        mail: MailContext = MailContext()
    ) {
        self.format = format
        self.mapping = mapping
        self.marketplace = marketplace
        self.dateOrder = dateOrder
        self.zone = zone
        self.redaction = redaction
        self.mail = mail
    }
}
