public import FlywheelKit

/// One file that was offered to the store, and what became of it.
public struct ImportRecord: RecordKind, Hashable, Sendable {
    /// `I`.
    public static let letter = "I"

    /// What became of a file.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Being written; no reader sees it, and a crash leaves nothing of it.
        case staging
        /// Its facts count.
        case kept
        /// Suspect: its facts are stored but count for nothing until a person accepts them.
        case quarantined
        /// A person refused it.
        case discarded
    }

    /// Its id.
    public var id: ImportID
    /// What was offered.
    public var draft: ImportDraft
    /// What was found in it.
    public var summary: ImportSummary
    /// What became of it.
    public var state: State
    /// Who offered it.
    public var actor: Actor

    /// A record.
    public init(id: ImportID, draft: ImportDraft, summary: ImportSummary, state: State, actor: Actor) {
        self.id = id
        self.draft = draft
        self.summary = summary
        self.state = state
        self.actor = actor
    }
}

extension Sequence<ImportRecord> {
    /// The accounts that files came in of which nobody discarded.
    public var accounts: Set<String> { Set(filter { $0.state != .discarded }.map(\.draft.account)) }
}

/// What is known of a file before its rows are read.
public struct ImportDraft: Hashable, Sendable, Codable {
    /// The file's name without its folder.
    public var fileName: String
    /// SHA-256 of its bytes, in hexadecimal: the same bytes, true at the same moment for the same owner, are never kept
    /// twice.
    public var digest: String
    /// What kind of file it is, "Amazon listings".
    public var format: String
    /// The feed its rows belong to.
    public var feed: String
    /// The kind of thing its rows describe.
    public var subject: Subject.Kind
    /// The account it is of.
    public var account: String
    /// The marketplace it is of.
    public var marketplace: String
    /// The moment its contents were true: effective time.
    public var effectiveAt: Instant
    /// The moment it came in: known time.
    public var receivedAt: Instant

    /// A file.
    public init(
        fileName: String, digest: String, format: String, feed: String, subject: Subject.Kind, account: String,
        marketplace: String, effectiveAt: Instant, receivedAt: Instant
    ) {
        self.fileName = fileName
        self.digest = digest
        self.format = format
        self.feed = feed
        self.subject = subject
        self.account = account
        self.marketplace = marketplace
        self.effectiveAt = effectiveAt
        self.receivedAt = receivedAt
    }
}

extension ImportDraft {
    /// What a file is called whose facts count for every account, whatever account it is filed under; `nil` of any other.
    public var houseFile: String? {
        switch feed {
        case Rates.feed.key.text: "a file of exchange rates"
        case People.feed.key.text: "a file of people's hours"
        default: nil
        }
    }
}

/// What was found in a file.
public struct ImportSummary: Hashable, Sendable, Codable {
    /// Rows that became facts.
    public var kept = 0
    /// Rows that did not, each listed with its reason.
    public var rejected = 0
    /// Distinct subjects among the kept rows.
    public var subjects = 0
    /// The feed's columns that the file brought.
    public var columns: [String] = []
    /// Those of them with amounts of which nothing says the currency; nothing where there are none.
    public var openColumns: [String]?
    /// Whether the file speaks for every subject of its account and marketplace. One that does not adds to what is known
    /// and says nothing about what it leaves out.
    public var isComplete = true
    /// For feeds that add up over time: the span in which the file knows of everything that happened, but for ``gaps``.
    public var covers: Span?
    /// The parts of ``covers`` of which it knows nothing, the earliest first; nothing where there are none.
    public var gaps: [Span]?
    /// Of a log whose entries make up wholes, as lines make up an order: whether it holds all that is of a whole it names, so
    /// that what it leaves out of one is no more. Nothing where that was not said.
    public var holdsWholes: Bool?
    /// Subjects of rejected rows, sorted: what a snapshot says of them nobody could read, so nothing follows from it.
    public var unread: [String] = []
    /// Whether its last line is ended. A file whose last line is not, where that of the one before was, may be cut off.
    public var endsWithLineEnd = true
    /// How its cells were read, where they leave open what they mean, by what is open; `nil` of imports before that was kept.
    public var reading: [String: String]?
    /// Why it was quarantined.
    public var suspicion: String?
    /// What was read one way and may have been meant another, in sentences; `nil` of files from before that was kept.
    public var doubts: [String]?

    /// Nothing found yet.
    public init() {}

    /// Whether what it leaves unknown in a column is said to be so. Of an amount in no known currency it is not: what others
    /// said of that stands.
    public func leavesOpen(_ column: String) -> Bool { openColumns?.contains(column) ?? false }

    /// The parts of ``covers`` between its gaps.
    public var covered: [Span] {
        guard let covers else { return [] }
        let gaps = gaps ?? []
        let starts = [covers.from] + gaps.map { $0.to.advanced(bySeconds: 1) }
        let ends = gaps.map { $0.from.advanced(bySeconds: -1) } + [covers.to]
        return zip(starts, ends).map { Span(from: $0, to: $1) }
    }

    /// From one instant to another, both included.
    public struct Span: Hashable, Sendable, Codable {
        /// The first instant.
        public var from: Instant
        /// The last instant.
        public var to: Instant

        /// A span.
        public init(from: Instant, to: Instant) {
            self.from = from
            self.to = to
        }
    }
}

/// A row of a file that did not become a fact.
public struct Reject: Hashable, Sendable, Codable {
    /// The line of the file where the row begins, from 1.
    public var line: Int
    /// The byte of that line where the trouble begins, from 1; 0 when it is about the whole row.
    public var column: Int
    /// The heading of the cell, or nothing when it is about the whole row.
    public var heading: String
    /// The kind of trouble, a word such as `amount-format`.
    public var code: String
    /// What was found and what was expected, in a sentence.
    public var reason: String
    /// The start of the cell; nothing when it is about the whole row, whose other cells are nobody's business.
    public var excerpt: String

    /// A row and its trouble.
    public init(line: Int, column: Int, heading: String, code: String, reason: String, excerpt: String = "") {
        self.line = line
        self.column = column
        self.heading = heading
        self.code = code
        self.reason = reason
        self.excerpt = excerpt
    }
}
