public import FlywheelKit
public import FlywheelStore
public import Imports

/// Takes in files that are no tables of facts: correspondence, say. What they hold goes where the one that takes it keeps
/// it; the host says which files came in, and what could not be read of them.
public protocol FileIntake: Sendable {
    /// What its imports are listed under, as a feed's key is: `conversations/1`.
    var feed: String { get }
    /// The kind of the file at `path`, in words such as "Zendesk tickets"; `nil` where it is none that this takes.
    func kind(of path: String, _ context: ImportContext) -> String?
    /// Takes a file in.
    ///
    /// What it hands on before it fails stays, so taking the same again must change nothing. Throws where nothing of the file
    /// can be read; a record that cannot is rejected instead.
    func take(
        _ file: IntakeFile, progress: (ReadProgress) -> Void, rejected: ([Reject]) throws(StoreError) -> Void
    ) throws -> IntakeSummary
}

/// A file to be taken in.
public struct IntakeFile: Sendable {
    /// Where it is.
    public let path: String
    /// Its kind, in words.
    public let kind: String
    /// What is known of it from outside.
    public let context: ImportContext
    /// Whose it is.
    public let place: FilePlace
    /// Who brings it.
    public let actor: Actor
    /// When.
    public let now: Instant

    /// A file, placed by what is known of it.
    public init(path: String, kind: String, context: ImportContext, actor: Actor, now: Instant) {
        self.path = path
        self.kind = kind
        self.context = context
        self.actor = actor
        self.now = now
        place = FilePlace(of: path, context)
    }
}

/// What became of a file that was taken in.
public struct IntakeSummary: Hashable, Sendable {
    /// Records that were taken.
    public var kept = 0
    /// The different things they are about.
    public var subjects = 0
    /// Whether the marketplace of each of them is known, whatever the file's own.
    public var isPlaced = false
    /// What to say of it, a line each.
    public var remarks: [String] = []

    /// Nothing taken yet.
    public init() {}
}
