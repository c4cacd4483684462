/// The name of a feed, versioned: a changed meaning is a new key, `stock/2`.
public struct FeedKey: Hashable, Sendable, Comparable {
    /// Name and version, `catalog/1`.
    public let text: String

    /// Names a feed.
    public init(_ text: String) { self.text = text }

    /// Alphabetical.
    public static func < (left: FeedKey, right: FeedKey) -> Bool { left.text < right.text }
}

/// How the rows of a feed's files relate to one another and to earlier files.
public enum FeedShape: Hashable, Sendable {
    /// One row for each subject. A complete file replaces all earlier rows of its account and marketplace. Of a row that a
    /// deciding one does not mention nothing is concluded, so a list of problems, from which what is over is gone, is
    /// ``snapshotRows``.
    case snapshot
    /// Any number of rows for each subject, told apart by nothing but their content. A complete file replaces all.
    case snapshotRows
    /// Rows add up over time. Rows of one subject that agree on the columns `group` form a whole (the lines of an order),
    /// and the whole that is newest by `newest`, else by when the file was true, replaces older ones. `at` is the day or
    /// instant a row belongs to.
    case log(group: [String], newest: String?, at: String)
}

/// A kind of fact from one source: what a file of it holds, and how old it may grow before nothing is concluded from it.
public struct Feed: Hashable, Sendable {
    /// Its versioned name.
    public let key: FeedKey
    /// What people call it, in lower case, as in "listings" or "customer returns".
    public let title: String
    /// What each row is about.
    public let subject: Subject.Kind
    /// How rows relate to one another and to earlier files.
    public let shape: FeedShape
    /// Days after which the feed is stale: it then opens and closes nothing.
    public let freshForDays: Double
    /// Whether a file that does not speak for every subject decides about those it names, for as long as it is fresh, also
    /// beside files that do; of what is stale nothing is shown. Of any other snapshot such files decide so where no file
    /// speaks for every subject: what they leave out is not known to be well.
    public let decidesByRow: Bool
    /// The share of rows that a new snapshot may lack against the one before without a person's consent, 0 to 1. Lists of
    /// problems shrink when work is done; catalogues do not. What may lose more than half is such a list, and may end with
    /// no row at all.
    public let mayShrinkBy: Double
    /// Headings that name the subject, beyond the usual ones.
    public let subjectAliases: [String]
    /// Headings of what people wrote, and of what tells who they are: known, and left where it is.
    public let personalHeadings: [String]
    /// What is taken for granted while nobody brings it, in a clause; empty where that is nothing.
    public let withoutIt: String
    /// The channels (``Marketplace/channels``) on which no file tells it: until somebody brings it all the same, it is not missing
    /// there.
    public let untoldOn: Set<String>
    /// Where a row says on which days it holds: the columns of its first and its last day. A row whose last day is before its
    /// first is rejected.
    public let span: Span?
    /// Its columns, in the order of declaration.
    public let columns: [ColumnDeclaration]

    /// The names of two columns of days.
    public struct Span: Hashable, Sendable {
        /// The first day's.
        public let first: String
        /// The last day's, which belongs to the span.
        public let last: String

        /// Names them.
        public init(_ first: Column<Day>, through last: Column<Day>) {
            self.first = first.name
            self.last = last.name
        }
    }

    /// Declares a feed.
    public init<each Value>(
        _ key: FeedKey, title: String, of subject: Subject.Kind, shape: FeedShape, freshForDays: Double,
        decidesByRow: Bool = false, mayShrinkBy: Double = 0.2, subjectAliases: [String] = [],
        personalHeadings: [String] = [],
        withoutIt: String = "", untoldOn: Set<String> = [], span: Span? = nil, columns column: repeat Column<each Value>
    ) {
        self.key = key
        self.title = title
        self.subject = subject
        self.shape = shape
        self.freshForDays = freshForDays
        self.decidesByRow = decidesByRow
        self.mayShrinkBy = mayShrinkBy
        self.subjectAliases = subjectAliases
        self.personalHeadings = personalHeadings
        self.withoutIt = withoutIt
        self.untoldOn = untoldOn
        self.span = span
        var columns: [ColumnDeclaration] = []
        repeat columns.append((each column).declaration)
        self.columns = columns
    }

    /// Whether files tell it of a marketplace.
    public func isTold(on marketplace: String) -> Bool {
        Marketplace.channel(of: marketplace).map { !untoldOn.contains($0) } ?? true
    }

    /// The declared column of that name.
    public func column(_ name: String) -> ColumnDeclaration? { columns.first { $0.name == name } }
}
