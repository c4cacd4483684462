/// What a stage is, reads, publishes and finds: everything the host plans by, before any work starts.
public struct StageManifest: Sendable {
    /// The workflow's id, lower case, never changed: it is part of every fingerprint.
    public let id: String
    /// What people call the workflow, "Suppressions".
    public let title: String
    /// How far it can be relied on.
    public let stability: Stability
    /// The kind of row it scans.
    public let scans: Subject.Kind
    /// The feeds it reads, by column.
    public let inputs: [FeedInput]
    /// The series it reads, by days.
    public let windows: [SeriesWindow]
    /// The signals it publishes, one value a row.
    public let publishes: [SignalKey]
    /// The signals it reads where somebody publishes them.
    public let reads: [SignalKey]
    /// What it finds.
    public let kinds: [FindingKind]
    /// The root causes a person chooses from when closing its exceptions; the taxonomy can grow.
    public let rootCauses: [RootCause]
    /// The verbs it writes itself; the others fall to their defaults.
    public let writes: Set<Verb>
    /// Whether its remedies may change listings (``Remedy/change``): a host asks no other stage for changes to record.
    public let changesListings: Bool

    /// Describes a stage.
    public init(
        id: String, title: String, stability: Stability = .experimental, scans: Subject.Kind = .listing,
        inputs: [FeedInput], windows: [SeriesWindow] = [], publishes: [SignalKey] = [], reads: [SignalKey] = [],
        kinds: [FindingKind], rootCauses: [RootCause] = [], writes: Set<Verb> = [.detect], changesListings: Bool = false
    ) {
        self.id = id
        self.title = title
        self.stability = stability
        self.scans = scans
        self.inputs = inputs
        self.windows = windows
        self.publishes = publishes
        self.reads = reads
        self.kinds = kinds
        self.rootCauses = rootCauses
        self.writes = writes
        self.changesListings = changesListings
    }
}

/// How far a stage can be relied on.
public enum Stability: String, Hashable, Sendable, Codable {
    /// May change in any release.
    case experimental
    /// Conforms, has golden cases and a complete README; changes are announced a release ahead.
    case beta
    /// Has run in production; changes keep the old form for two minor releases.
    case stable
}

/// A kind of problem a stage finds.
public struct FindingKind: Hashable, Sendable {
    /// Its id, lower case, never changed: it is part of every fingerprint.
    public let id: String
    /// What people read in the queue, in lower case, "hidden from search".
    public let title: String
    /// Touch hours one takes, until the desk's own closes say better.
    public let effortHours: Double
    /// Days one lasts on average until it ends, whether by itself or because a person closed it, until learned survival
    /// says better; what is learned counts both as ends.
    public let lastsDays: Double
    /// The series that measures day by day what it takes. Where the rate of sale is estimated, what the featured share of a
    /// day says stands in place of the claim, which would count the same loss once more. A claim of half a day or more is not
    /// what sales are scaled up by: days on which it stands and that nothing measured are left out. So are those of a kind that
    /// prices measure, ``Offers/ownPrices``, whatever they were: what sells at a wrong price is no part of what sells at the right
    /// one.
    public let measuredBy: Series?
    /// Whether one that is there lasts at least until a fix that begins now takes effect (``Exposure/fixTakesDays``), since its
    /// claim counts in already what ends it by itself: an empty shelf stays empty until units come, and those on their way
    /// are known.
    public let outlastsFix: Bool
    /// The feeds that decide about this kind, of those the stage reads: while one of them is stale, partial or missing the host
    /// opens and closes nothing of it, and what becomes of other feeds is nothing to it. `nil` where all do that are read as
    /// deciding.
    ///
    /// Of a workflow that finds what shoppers sent back by `returns/1`, and what the marketplace warns of by `notices/1`, each kind
    /// names its own, and a seller without notices is told of returns all the same.
    public let decidedBy: [Feed]?
    /// A feed that the stage reads and that is enough to decide about this kind for owners of whom nobody ever brought the
    /// feeds that decide about it; `nil` where none is. It takes no stale feed's place: what that knew, another does not.
    public let elseDecidedBy: Feed?

    /// Describes a kind of problem.
    public init(
        _ id: String, title: String, effortHours: Double, lastsDays: Double, measuredBy series: Series? = nil,
        outlastsFix: Bool = false, decidedBy feeds: [Feed]? = nil, elseDecidedBy feed: Feed? = nil
    ) {
        self.id = id
        self.title = title
        self.effortHours = effortHours
        self.lastsDays = lastsDays
        measuredBy = series
        self.outlastsFix = outlastsFix
        decidedBy = feeds
        elseDecidedBy = feed
    }
}

/// Why a problem happened, as a person names it on close.
public struct RootCause: Hashable, Sendable {
    /// Its id, lower case, words joined by `-`.
    public let id: String
    /// What it means, in a sentence.
    public let title: String

    /// Describes a root cause.
    public init(_ id: String, _ title: String) {
        self.id = id
        self.title = title
    }
}
