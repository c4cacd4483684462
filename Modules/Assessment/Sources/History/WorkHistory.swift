public import FlywheelKit

/// Everything the wheel is judged by: what was found, who did what about it and when, what each turn saw of the business,
/// and what was decided.
///
/// It is read once from what a store keeps and is plain values from there on, so that every figure that follows from it
/// depends on it alone. Texts that occur often stand once in ``workflows``, ``kinds``, ``causes``, ``people``,
/// ``accounts`` and ``subjects``, and problems name them by their place.
public struct WorkHistory: Sendable {
    /// When watching began: the moment the first turn looked from.
    public var from: Instant
    /// The moment it is judged from; nothing later is in it.
    public var until: Instant
    /// The currency of all amounts, which are in its minor units.
    public var currency: Currency
    /// The workflows that are installed, by id.
    public var workflows: [InstalledWorkflow]
    /// Ids of kinds of finding, in the order they first occurred.
    public var kinds: [String]
    /// Ids of root causes.
    public var causes: [String]
    /// Names that people act under.
    public var people: [String]
    /// Ids of seller accounts.
    public var accounts: [String]
    /// What problems are about, as text that tells one from another.
    public var subjects: [String]
    /// All problems that stages or people found, by id; groups are left out, since their members are here.
    public var problems: [Problem]
    /// All turns of the wheel, oldest first.
    public var turns: [TurnMeasures]
    /// What turns saw of single accounts, oldest first, by the account's place; of those alone that somebody asked for.
    public var accountTurns: [Int: [TurnMeasures]] = [:]
    /// What was decided about how to work, oldest first.
    public var decisions: [Decision]
    /// Whether that is known; not to whoever may know of some accounts only, since decisions are about all of them.
    public var knowsDecisions = true
    /// What was measured of one workflow's effect on another, the newest measurement of each pair.
    public var links: [WorkflowLink]
    /// Whether a simulation wrote it.
    public var isSimulated: Bool

    /// Ids of the workflows that find a kind of problem.
    func workflows(finding kind: String) -> [String] { workflows.filter { $0.kinds.contains(kind) }.map(\.id) }

    /// Ids of workflows that are not installed and of which turns saw something open, in order: of what they left, and of what
    /// people add under kinds of their own, turns alone tell.
    ///
    /// - Parameter window: the turns that are asked; all of them where this is `nil`.
    public func absentWorkflows(in window: MetricWindow? = nil) -> [String] {
        absent(window, beside: workflows.map(\.id)) { kinds in kinds.filter { !$0.value.isEmpty }.map(\.key) }
    }

    /// Ids of kinds of which turns saw something open and no problem here is, in order; see ``absentWorkflows(in:)``.
    public func absentKinds(in window: MetricWindow? = nil) -> [String] {
        absent(window, beside: kinds) { $0.values.flatMap(\.keys) }
    }

    private func absent(
        _ window: MetricWindow?, beside known: [String],
        _ seen: ([String: [String: TurnMeasures.Open]]) -> [String]
    ) -> [String] {
        let asked = turns.filter { window?.contains($0.at) ?? true }
        return Set(asked.compactMap(\.openKinds).flatMap(seen)).subtracting(known).sorted()
    }

    /// Why what rests on decisions is not known; `nil` where they are.
    var decisionsGap: String? { knowsDecisions ? nil : "decisions are about all accounts, and not known of some alone" }

    /// A history of nothing.
    public init(from: Instant, until: Instant, currency: Currency, workflows: [InstalledWorkflow] = []) {
        self.from = from
        self.until = until
        self.currency = currency
        self.workflows = workflows
        kinds = []
        causes = []
        people = []
        accounts = []
        subjects = []
        problems = []
        turns = []
        decisions = []
        links = []
        isSimulated = false
    }
}

/// A workflow that is installed, as far as it is judged.
public struct InstalledWorkflow: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// What people call it.
    public var title: String
    /// Keys of the signals it publishes.
    public var publishes: [String]
    /// Keys of the signals it reads where somebody publishes them.
    public var reads: [String]
    /// How many numbers steer its detection and can be tuned.
    public var knobs: Int
    /// Ids of the kinds of problem that it finds.
    public var kinds: [String]

    /// A workflow.
    public init(
        id: String, title: String, publishes: [String] = [], reads: [String] = [], knobs: Int = 0, kinds: [String] = []
    ) {
        self.id = id
        self.title = title
        self.publishes = publishes
        self.reads = reads
        self.knobs = knobs
        self.kinds = kinds
    }
}
