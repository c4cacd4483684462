import Assessment
public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

/// The root causes of each workflow: those its module names, and those that people added by closing with them.
public struct CauseRegister {
    /// A root cause that an exception of a workflow can be closed with.
    public struct Cause: Hashable, Sendable {
        /// The workflow's id.
        public let workflow: String
        /// The cause's id.
        public let id: String
        /// What it says, where the workflow's module names it; `nil` where people added it.
        public let title: String?
        /// How many closes name it.
        public let count: Int
        /// When the last of them was.
        public let last: Instant?
        /// The cause that it is read as, where people decided so.
        public let readAs: String?
    }

    private let store: any Store
    private let plan: Plan

    /// The causes of a plan's workflows, as a store holds them.
    public init(store: any Store, plan: Plan) {
        self.store = store
        self.plan = plan
    }

    /// All causes, by workflow; within one those with the most closes first, then by id.
    public func causes(at moment: Instant) throws -> [Cause] {
        let merges = try CauseMerges(store.loopRecords(.decision), until: moment)
        let used = Dictionary(grouping: try store.usedCauses(), by: \.workflow)
        return plan.stages.map(\.manifest).sorted { $0.id < $1.id }.flatMap { manifest -> [Cause] in
            let closes = Dictionary(
                used[manifest.id, default: []].map { ($0.cause, $0) }, uniquingKeysWith: { first, _ in first })
            let titles = Dictionary(
                manifest.rootCauses.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
            return Set(closes.keys).union(titles.keys).map { id in
                let read = merges.cause(id, of: manifest.id)
                return Cause(
                    workflow: manifest.id, id: id, title: titles[id], count: closes[id]?.count ?? 0,
                    last: closes[id]?.last, readAs: read == id ? nil : read)
            }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
        }
    }

    /// Decides that a cause is read as another from now on. Outcomes keep the word that was said.
    ///
    /// - Parameter reviewDays: days until it is looked at whether that did any good.
    /// - Returns: the decision.
    @discardableResult
    public func merge(
        _ cause: String, into other: String, of workflow: String, by actor: Actor, at now: Instant,
        reviewDays: Double = LoopSettings().reviewDays
    ) throws -> LoopRecord {
        let known = try causes(at: now).filter { $0.workflow == workflow }
        for id in [cause, other] where !known.contains(where: { $0.id == id }) {
            throw CauseError.unknown(id, workflow: workflow, known: known.map(\.id))
        }
        let merges = try CauseMerges(store.loopRecords(.decision), until: now)
        let target = merges.cause(other, of: workflow)
        guard target != cause else { throw CauseError.circle(cause, other) }
        guard merges.cause(cause, of: workflow) != target else { throw CauseError.readSo(cause, other) }
        let subject = CauseMerges.subject(cause, into: other)
        let evidence = known.filter { $0.id == cause || $0.id == other }.map { "\($0.id): \($0.count) closes" }
        return try DecisionDesk(store, actor: actor, now: now, reviewDays: reviewDays)
            .add(.rule, subject, workflow: workflow, metric: nil, evidence: evidence.sorted()).record
    }
}

/// Why causes were not made one.
public enum CauseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No close of that workflow names the cause, and its module does not either.
    case unknown(String, workflow: String, known: [String])
    /// The other is read as this one, or is the same.
    case circle(String, String)
    /// They are read as one already.
    case readSo(String, String)

    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .unknown(let cause, let workflow, let known):
            "\"\(cause)\" is no cause of \(workflow), expected one of \(known.joined(separator: ", "))"
        case .circle(let cause, let other): "\(other) is \(cause) already, and cannot take its place"
        case .readSo(let cause, let other): "\(cause) is read as \(other) already"
        }
    }
}
