public import Assessment
public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

/// Reads from a store everything the wheel is judged by.
///
/// A million outcomes are read in seconds: short rows, several ranges of ids at once, texts once each, and no terms.
public struct HistoryReader {
    private let store: any Store
    private let plan: Plan
    private let loop: any LearningStore

    /// A reader of what a store keeps about the workflows of a plan.
    ///
    /// - Parameter loop: what was decided about all accounts, for whoever may know of that, where the store is narrowed.
    public init(store: any Store, plan: Plan, loop: (any LearningStore)? = nil) {
        self.store = store
        self.plan = plan
        self.loop = loop ?? store
    }

    /// The history as it was known at a moment.
    ///
    /// - Problems of workflows that are not installed are left out, and so are groups, whose members are there.
    /// - Amounts are in the currency of the newest turn; those that were kept in another are unknown.
    /// - What people did to an ended problem after the moment counts where the outcome keeps only its sum: touches, minutes,
    ///   steps.
    ///
    /// - Throws: ``HistoryError/noTurn(until:)`` where the wheel had not turned by then.
    public func history(until: Instant) throws -> WorkHistory {
        try history(until: until, of: nil)
    }

    /// What people did, as it was known at a moment: problems that ended since another, and of those that have not the ones
    /// that somebody changed, without their tiers. However many wait that nobody touched, they are not read.
    public func work(until: Instant, endedSince since: Instant) throws -> WorkHistory {
        try history(until: until, of: since)
    }

    /// - Parameter since: of problems, what people did since alone; all of them where this is `nil`.
    private func history(until: Instant, of since: Instant?) throws -> WorkHistory {
        let rotations = try rotations(until: until)
        guard let first = rotations.first, let last = rotations.last else { throw HistoryError.noTurn(until: until) }
        var history = WorkHistory(
            from: first.asOf, until: until, currency: last.currency,
            workflows: plan.stages.map(Self.installed))
        try readProblems(into: &history, of: since)
        history.turns = try rotations.filter { $0.currency == last.currency }.compactMap(TurnMeasures.init)
        let workflows = Dictionary(
            history.workflows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        history.knowsDecisions = !(loop is ScopedStore)
        history.decisions = try loop.loopRecords(.decision).compactMap { record in
            let body = try DecisionBody(record)
            return body.effective <= until
                ? body.decision(record.number, workflow: record.workflow.flatMap { workflows[$0] }) : nil
        }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        history.links = try loop.loopRecords(.link).filter { $0.at <= until }.compactMap { record in
            WorkflowLink(try LinkBody(record), at: record.at, among: workflows)
        }
        history.isSimulated = try store.isSimulated()
        return history
    }

    /// Adds what turns since a moment saw of single accounts; nothing of those of which that was not kept.
    ///
    /// - Parameter accounts: their places in the history.
    public func readTurns(of accounts: some Collection<Int>, since: Instant, into history: inout WorkHistory) throws {
        let rotations = try rotations(until: history.until).filter {
            since < $0.asOf && $0.currency == history.currency
        }
        for account in accounts {
            let name = history.accounts[account]
            let turns = try rotations.compactMap { try TurnMeasures($0, of: name) }
            if !turns.isEmpty { history.accountTurns[account] = turns }
        }
    }

    /// All rotations up to a moment in the order of the moments that they looked from: some were taken back to now.
    private func rotations(until: Instant) throws -> [RotationRecord] {
        try store.rotations().filter { $0.asOf <= until }.sorted { ($0.asOf, $0.id) < ($1.asOf, $1.id) }
    }

    private func readProblems(into history: inout WorkHistory, of since: Instant?) throws {
        let families = FamilyPlaces(try store.families(), workflows: history.workflows.map(\.id))
        let reader = OpenProblems(
            store: store, plan: plan, families: families, until: history.until, currency: history.currency)
        // What ends between these two reads is in both, and its outcome counts; the other way round it were in neither.
        var open = try since == nil ? reader.all() : [reader.handled()]
        var ended = try OutcomeReader(
            store: store, families: families, until: history.until, currency: history.currency, since: since
        ).all()
        let list = ProblemList(ended: &ended, open: &open)
        history.problems = list.problems
        var names = list.names
        let merges = try CauseMerges(loop.loopRecords(.decision), until: history.until)
        if !merges.isEmpty {
            history.merge(&names.causes, by: merges, try MergedRepeats(store, merges, until: history.until))
        }
        history.kinds = families.kinds.values
        history.accounts = families.accounts.values
        history.people = names.people.values
        history.causes = names.causes.values
        history.subjects = names.subjects.values.map { families.owners.values[$0.owner].text($0.code) }
    }

    private static func installed(_ stage: InstalledStage) -> InstalledWorkflow {
        let manifest = stage.manifest
        return InstalledWorkflow(
            id: manifest.id, title: manifest.title, publishes: manifest.publishes.map(\.text),
            reads: manifest.reads.map(\.text), knobs: stage.knobs.count, kinds: manifest.kinds.map(\.id))
    }
}

extension WorkHistory {
    /// Reads causes that people made one as that one, and what came back of them as repeats.
    fileprivate mutating func merge(
        _ causes: inout Places<String>, by merges: CauseMerges, _ repeats: MergedRepeats
    ) {
        let said = causes.values
        for place in problems.indices {
            guard let cause = problems[place].cause else { continue }
            let workflow = workflows[problems[place].workflow].id
            problems[place].cause = causes.place(of: merges.cause(said[cause], of: workflow))
            if let earlier = repeats[ExceptionID(problems[place].id)] { problems[place].repeatOf = earlier.number }
        }
    }
}
