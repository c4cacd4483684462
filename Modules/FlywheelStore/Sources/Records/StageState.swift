/// What the store keeps of a workflow's learning, saved in the transaction of the outcomes it came from.
public struct StageState: Hashable, Sendable {
    /// The workflow's id.
    public var workflow: String
    /// The knobs in force, as JSON; empty before anyone changed them.
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

/// The tier a listing was given, kept for hysteresis.
public struct TierRecord: Hashable, Sendable {
    /// The account.
    public var account: String
    /// The marketplace.
    public var marketplace: String
    /// The listing.
    public var code: String
    /// `A`, `B` or `C`.
    public var tier: String
    /// The day since when, as days since the epoch.
    public var sinceDay: Int32

    /// A listing's tier.
    public init(account: String, marketplace: String, code: String, tier: String, sinceDay: Int32) {
        self.account = account
        self.marketplace = marketplace
        self.code = code
        self.tier = tier
        self.sinceDay = sinceDay
    }
}
