/// What a column of a table of conversations can mean. The raw values are what mappings call them.
public enum TableField: String, Hashable, Sendable, CaseIterable {
    /// The number of the ticket, which every row needs.
    case ticket
    /// What it is headed.
    case subject
    /// What was written first.
    case description
    /// When it was opened.
    case opened
    /// When it was last changed.
    case updated
    /// When it was first answered.
    case firstAnswered = "first-answered"
    /// When it was solved.
    case solved
    /// When it was closed for good.
    case closed
    /// Its state; of a log, the state after what happened.
    case status
    /// How urgent it is.
    case priority
    /// What it is about.
    case category
    /// How it came in.
    case channel
    /// Who asks: `buyer`, `seller` or another word.
    case side
    /// The language it is in.
    case language
    /// Who has it.
    case assignee
    /// The group that has it.
    case group
    /// Labels, with commas or semicolons between.
    case tags
    /// How satisfied who asked was.
    case satisfaction
    /// The number of who asks.
    case requester
    /// What they are called.
    case requesterName = "requester-name"
    /// Where they get their mail.
    case requesterAddress = "requester-address"
    /// The order it is about.
    case order
    /// The listing it is about.
    case sku
    /// The product it is about.
    case asin
    /// The marketplace it concerns.
    case marketplace
    /// The case at the marketplace it is about.
    case marketplaceCase = "marketplace-case"
    /// How often it was opened again.
    case reopens
    /// How often it went to another owner or group.
    case reassignments
    /// How many answers it got.
    case replies
    /// How often anything of it was changed.
    case updates
    /// Whether the promised time was kept.
    case madePromise = "made-promise"
    /// When the event or message of the row was.
    case at
    /// Who did it.
    case by
    /// A step that is no state.
    case activity
    /// What was written.
    case message
    /// The number of the message.
    case messageCode = "message-id"
    /// Who wrote: `customer`, `agent`, `system`, or a name or number.
    case author
    /// Whether who asked sees the message.
    case isPublic = "public"
    /// Whether only the desk sees it.
    case isInternal = "internal"
    /// The name of a field that was changed.
    case field
    /// What that field became.
    case value
}
