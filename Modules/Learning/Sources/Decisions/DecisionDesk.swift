public import Assessment
public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// Where a decision stands.
public enum DecisionState: String, Hashable, Sendable, Codable, CaseIterable {
    /// It holds, and its effect was not looked at yet.
    case inForce = "in-force"
    /// It holds, and its effect was looked at.
    case reviewed
    /// It was taken back.
    case rolledBack = "rolled-back"
}

extension DecisionState {
    /// Words that were kept for a decision in force before all were kept by one hand.
    private static let formerlyInForce: Set = ["inForce", "decided"]

    /// What a kept decision's word says.
    fileprivate init(of record: LoopRecord) throws {
        let word = Self.formerlyInForce.contains(record.state) ? Self.inForce.rawValue : record.state
        guard let state = Self(rawValue: word) else {
            throw StoreError.failed("decision \(record.id) stands in \"\(word)\", which is no state of decisions")
        }
        self = state
    }
}

/// A decision about how to work, with its record.
public struct KeptDecision: Hashable, Sendable {
    /// The record.
    public let record: LoopRecord
    /// What it says.
    public let body: DecisionBody
    /// Where it stands.
    public let state: DecisionState

    /// What a kept decision says.
    public init(_ record: LoopRecord) throws {
        self.record = record
        body = try DecisionBody(record)
        state = try DecisionState(of: record)
    }

    /// Whether its effect should have been looked at by now.
    public func isDue(at now: Instant) -> Bool { state == .inForce && body.review <= now }
}

/// The register of what was decided about how to work: who, why, from when, and what came of it.
public struct DecisionDesk: Sendable {
    private let store: any Store
    private let actor: Actor
    private let now: Instant
    private let reviewDays: Double

    /// The register as one person sees it at one moment.
    ///
    /// - Parameter reviewDays: days until the effect of a decision is looked at, where the decision does not say.
    public init(
        _ store: any Store, actor: Actor, now: Instant, reviewDays: Double = LoopSettings().reviewDays
    ) {
        self.store = store
        self.actor = actor
        self.now = now
        self.reviewDays = reviewDays
    }

    /// All decisions, by number.
    public func decisions() throws -> [KeptDecision] { try store.loopRecords(.decision).map(KeptDecision.init) }

    /// One decision.
    public func decision(_ number: Int64) throws -> KeptDecision {
        guard let record = try store.loopRecord(.decision, number) else { throw LoopError.unknown("D\(number)") }
        return try KeptDecision(record)
    }

    /// Registers a decision.
    ///
    /// - Parameters:
    ///   - subject: what exactly: a rule, a root cause, a handoff.
    ///   - workflow: the id of the workflow it is about; `nil` where it is about all.
    ///   - reviewDays: days until its effect is looked at; those of the register without it.
    @discardableResult
    public func add(
        _ kind: Decision.Kind, _ subject: String, workflow: String?, metric: DecisionMetric?, evidence: [String] = [],
        reviewDays: Double? = nil, by name: String? = nil, key: String? = nil
    ) throws -> KeptDecision {
        let record = try draft(
            kind, subject, workflow: workflow, metric: metric, evidence: evidence, reviewDays: reviewDays, by: name,
            key: key)
        try store.keep([record], by: actor, at: now)
        return try decision(record.number)
    }

    /// The same as a record with a number of its own, for whoever keeps it together with what it is about.
    public func draft(
        _ kind: Decision.Kind, _ subject: String, workflow: String?, metric: DecisionMetric?,
        change: DecisionBody.Change? = nil, evidence: [String], reviewDays: Double? = nil, by name: String? = nil,
        key: String? = nil
    ) throws -> LoopRecord {
        let number = try store.reserve(1, of: .decision)
        var body = DecisionBody(
            kind: kind, subject: subject, effective: now,
            review: now.advanced(byDays: reviewDays ?? self.reviewDays), evidence: evidence)
        body.metric = metric
        body.change = change
        return LoopRecord(
            .decision, number: number, key: key ?? "\(kind.rawValue) \(subject) \(number)", workflow: workflow,
            state: DecisionState.inForce.rawValue, at: now, by: name ?? actor.name, body: try body.json)
    }

    /// A decision as it is once it was taken back, not kept yet.
    public func takenBack(_ number: Int64) throws -> LoopRecord {
        let kept = try decision(number)
        var (record, body) = (kept.record, kept.body)
        body.rolledBack = now
        record.state = DecisionState.rolledBack.rawValue
        record.body = try body.json
        return record
    }

    /// Looks at what a decision moved: as many days before it as have passed since, four weeks at most.
    ///
    /// The effect is inconclusive where its interval holds none, and where too little ended on either side. A measure that
    /// nobody named cannot be looked at. A look before its day shows what is known by then, and the decision stays due.
    @discardableResult
    public func review(_ number: Int64) throws -> KeptDecision {
        let kept = try decision(number)
        var (record, body) = (kept.record, kept.body)
        guard let metric = body.metric else { throw LoopError.unknownMetric("D\(number)") }
        body.measured = try measure(metric, of: kept)
        body.effect = body.measured?.verdict(isBetterHigher: metric.isBetterHigher) ?? .inconclusive
        if kept.isDue(at: now) { record.state = DecisionState.reviewed.rawValue }
        record.body = try body.json
        try store.keep([record], by: actor, at: now)
        return try decision(number)
    }

    private func measure(_ metric: DecisionMetric, of kept: KeptDecision) throws -> MeasuredEffect? {
        let body = kept.body
        let until = body.rolledBack ?? now
        let days = min(28, until.days(since: body.effective))
        let since = body.effective.advanced(byDays: -days)
        // What lapsed before may be of a prediction that was made again since.
        let recent = try store.outcomes(endedSince: since.advanced(byDays: -WarningJudgement.longestDays))
        let judgement = try WarningJudgement(recent, in: store, asOf: now)
        let merges = try CauseMerges(store.loopRecords(.decision), until: now)
        let outcomes = recent.filter { outcome in
            let workflow = outcome.fingerprint.workflow
            guard !outcome.isGroup, (kept.record.workflow ?? workflow) == workflow else { return false }
            guard body.kind == .prevention, metric == .repeatRate else { return true }
            return outcome.rootCause.map { merges.areOne($0, body.subject, of: workflow) } ?? false
        }
        let repeats = metric == .repeatRate ? try MergedRepeats(store, merges, until: now) : MergedRepeats()
        func values(_ from: Instant, _ to: Instant) -> [Double] {
            outcomes.filter { from < $0.ended && $0.ended <= to }
                .compactMap { metric.value(of: $0, by: judgement, repeats) }
        }
        return MeasuredEffect(
            before: values(since, body.effective),
            after: values(body.effective, body.effective.advanced(byDays: days)), isShare: metric.isShare)
    }

    /// Registers that the rules of the work are others than they were at the rotation before, as made by the configuration,
    /// where nobody registered it when they changed them.
    ///
    /// - Parameters:
    ///   - last: when the rotation before was.
    ///   - before: what they were then, as hashes by kind, each part of a kind with its name after a point; what was not known
    ///     then is no change.
    ///   - after: what they are now.
    @discardableResult
    public func notice(
        _ before: [String: String], _ after: [String: String], since last: Instant, at rotation: String
    ) throws -> [KeptDecision] {
        let changed = after.filter { name, hash in before[name].map { $0 != hash } ?? false }
        guard !changed.isEmpty else { return [] }
        let registered = Set(
            try decisions().filter { kept in
                let isOfSetting = kept.body.evidence.contains { $0.hasPrefix(LoopRecord.Kind.setting.letter) }
                return isOfSetting && last <= kept.body.rolledBack ?? kept.record.at
            }.map(\.body.kind))
        let kinds = Dictionary(grouping: changed) { $0.key.prefix { $0 != "." } }
        return try kinds.sorted { $0.key < $1.key }.compactMap { name, parts in
            guard let kind = Decision.Kind(rawValue: String(name)), !registered.contains(kind) else { return nil }
            let hash = parts.sorted { $0.key < $1.key }.map(\.value).joined(separator: " ")
            return try add(
                kind, "configuration", workflow: nil, metric: .resolutionHours, evidence: [rotation],
                by: "configuration", key: "\(name) \(hash) \(rotation)")
        }
    }
}
