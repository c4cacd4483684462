/// What a stage has learned: fitted apart from detection, immutable within a rotation, stored by the hash of its Codable
/// form, and named in every finding that used it.
public protocol StageModel: Hashable, Codable, Sendable {
    /// What a new installation knows: nothing.
    init()
}

/// Nothing learned.
public struct NoModel: StageModel {
    /// The only value.
    public init() {}
}

/// A stage that needs the whole catalogue before it can judge a row.
///
/// Before detection the host surveys every chunk, or as many as the stage says are enough, merges the summaries in chunk
/// order, and fits the model from them. There is one model for all accounts and marketplaces of a store: what must not mix,
/// such as one seller's returns with another's, a survey keys by ``Chunk/account`` and ``Chunk/marketplace``.
public protocol Surveying: FlywheelStage {
    /// A summary of part of the catalogue.
    associatedtype Survey: Mergeable & Sendable

    /// The feeds the survey reads, by column: those of the manifest when left out. The whole catalogue is read for it
    /// before it is read again for detection, so a survey that needs one feed of many says so; where nobody ever brought
    /// any of them, nothing is read.
    static var surveyInputs: [FeedInput] { get }

    /// The series the survey reads, by days: those of the manifest when left out.
    static var surveyWindows: [SeriesWindow] { get }

    /// How many chunks of a marketplace are enough: all of them when left out. What is estimated from many rows, such as a
    /// prior, is as good from a quarter of a million of them, and reading the rest takes as long as detection does.
    static var surveyedChunks: Int { get }

    /// Of how many of these chunks the series are read, which is most of the work: of all of them when left out. The others
    /// have none, so that a survey that must see every row need not read the past of each.
    static var surveyedHistories: Int { get }

    /// Adds a chunk to a summary.
    static func survey(_ chunk: Chunk, into survey: inout Survey)

    /// The model that follows from a summary of everything and the model before it.
    static func fit(_ survey: Survey, after model: Model) -> Model
}

extension Surveying {
    /// All that the manifest declares.
    public static var surveyInputs: [FeedInput] { manifest.inputs }

    /// All that the manifest declares.
    public static var surveyWindows: [SeriesWindow] { manifest.windows }

    /// All of them.
    public static var surveyedChunks: Int { .max }

    /// All of them.
    public static var surveyedHistories: Int { .max }
}

/// Summaries that can be made apart and put together: merging those of the parts gives that of the whole.
public protocol Mergeable {
    /// The summary of nothing.
    init()
    /// Adds another part's summary to this one.
    mutating func merge(_ other: Self)
}

/// A stage that can carry out its remedies, for a host that lets it: after resolution, never during detection, and only
/// with approval.
public protocol Fulfilling: FlywheelStage {
    /// Carries out a remedy, and says what was done. A host leaves the exception as it was when this throws.
    func fulfil(_ remedy: Remedy, for evidence: Evidence, on subject: Subject) async throws -> String
}
