public import Imports

/// A file of conversations.
///
/// ```swift
/// let file = try ConversationFile(path: "tickets.json")
/// let summary = try file.read { conversation in … } rejected: { reject in … }
/// ```
public struct ConversationFile: Sendable {
    /// What it is.
    public let format: ConversationFormat
    let path: String
    let context: ConversationContext
    let limits: ReadLimits

    /// Looks at the start of the file at `path`, which may be compressed by gzip.
    ///
    /// - Throws: ``ConversationFileError`` where it cannot be read, or is of no kind that holds conversations.
    public init(
        path: String, context: ConversationContext = ConversationContext(), limits: ReadLimits = ReadLimits()
    ) throws(ConversationFileError) {
        let head: [UInt8]
        do throws(ReadError) {
            head = try ByteSource.openUnchecked(path: path, limits: limits).peek(FirstBytes.headBytes)
        } catch {
            throw .unreadable(reason: error.description)
        }
        let stated = context.format ?? context.mapping.map { _ in .table }
        func rows() -> [TableRow]? {
            try? TableRows(.open(path: path, limits: limits), limits: limits, options: FirstBytes.tableStart).head
        }
        guard let format = stated ?? FirstBytes.format(of: head, rows: rows) else {
            throw .unrecognized(reason: FirstBytes.reason(for: head))
        }
        self.format = format
        self.path = path
        self.context = context
        self.limits = limits
    }

    /// Reads the file from its beginning, with one conversation, row or message in memory.
    ///
    /// - Parameters:
    ///   - take: is given each conversation, or piece of one, in the order of the file, with its links found and its texts
    ///     redacted.
    ///   - rejected: is given each record that cannot be read.
    /// - Returns: what became of everything that was found.
    /// - Throws: ``ConversationFileError`` where the file is broken as a whole, and what the closures throw. Of a JSON
    ///   document that is broken nothing is handed over; of other files, what stands before.
    @discardableResult
    public func read(
        into take: (Conversation) throws -> Void, rejected: (RejectedRecord) throws -> Void = { _ in }
    ) throws -> ConversationSummary {
        var summary = ConversationSummary()
        do {
            try forEachOutcome { outcome in
                switch outcome {
                case .conversation(let found):
                    let (conversation, redacted) = found.finished(context.redaction)
                    summary.count(conversation, redacted)
                    try take(conversation)
                case .rejected(let reject):
                    summary.rejected += 1
                    try rejected(reject)
                case .setAside: summary.setAside += 1
                case .unused(let headings): summary.unused = headings
                }
            }
        } catch let error as ReadError {
            throw ConversationFileError.unreadable(reason: error.description)
        }
        return summary
    }

    private func forEachOutcome(_ take: (ReadOutcome) throws -> Void) throws {
        switch format {
        case .zendesk: try TicketDocumentReader<Zendesk>(path: path, zone: context.zone, limits: limits).read(take)
        case .zammad: try TicketDocumentReader<Zammad>(path: path, zone: context.zone, limits: limits).read(take)
        case .freshdesk: try TicketDocumentReader<Freshdesk>(path: path, zone: context.zone, limits: limits).read(take)
        case .mbox, .mail: try MailReader(path: path, format: format, context: context.mail, limits: limits).read(take)
        case .amazonFeedback: try AmazonFeedback(path: path, context: context, limits: limits).read(take)
        case .amazonReturns, .amazonWarehouseReturns:
            try AmazonReturns(path: path, context: context, limits: limits).read(take)
        case .table: try TableReader(path: path, context: context, limits: limits).read(take)
        }
    }
}
