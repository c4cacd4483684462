public import FlywheelKit

/// What the store keeps of a workflow's learning, saved in the transaction of the outcomes it came from.
public struct StageState: Hashable, Sendable {
    /// The workflow's id.
    public var workflow: String
    /// The knobs in force, as JSON; empty before anyone changed them. No rotation changes them.
    public var knobs: String
    /// The model in force, as JSON; empty before one was fitted.
    public var model: String
    /// The track record, as JSON; empty before the first outcome.
    public var record: String

    /// A workflow's learning.
    public init(workflow: String, knobs: String = "", model: String = "", record: String = "") {
        self.workflow = workflow
        self.knobs = knobs
        self.model = model
        self.record = record
    }
}

/// The tiers of a chunk's listings, kept for hysteresis.
public struct TierColumn: Hashable, Sendable {
    /// The chunk.
    public var chunk: Int64
    /// The tier of each row of the chunk, as the store counts its rows; unknown where it has none.
    public var tiers: Values<String>
    /// The day since when.
    public var since: Values<Day>

    /// A chunk's tiers.
    public init(chunk: Int64, tiers: Values<String>, since: Values<Day>) {
        self.chunk = chunk
        self.tiers = tiers
        self.since = since
    }
}
