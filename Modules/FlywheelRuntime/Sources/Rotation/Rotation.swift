public import FlywheelKit
public import FlywheelStore
import Statistics

/// One turn of the wheel: facts in, queue out.
///
/// Same facts, policy, models and moment give the same queue to the byte: chunks are merged in their order, and `asOf` is an
/// argument. Nothing is visible before everything is.
public struct Rotation: Sendable {
    let store: any Store
    let plan: Plan
    let policy: WorkPolicy
    let zones: Zones
    let settings: RotationSettings

    /// Readies a turn.
    public init(
        store: any Store, plan: Plan, policy: WorkPolicy, zones: Zones, settings: RotationSettings
    ) {
        self.store = store
        self.plan = plan
        self.policy = policy
        self.zones = zones
        self.settings = settings
    }

    /// Turns the wheel, looking from `asOf`.
    ///
    /// - Parameter progress: told what is being done, for people who wait.
    /// - Returns: what the turn counted.
    public func run(asOf: Instant, progress: (String) -> Void = { _ in }) throws -> RotationSummary {
        let last = try store.currentRotation()
        do {
            return try turn(asOf: asOf, after: last, progress: progress)
        } catch let error as StoreError {
            // Whatever a store no longer knows of a turn that another took the place of, that is why.
            guard error.isRefusal, let newest = try store.currentRotation()?.id, newest != last?.id else { throw error }
            throw RotationError.overtaken(by: newest)
        }
    }

    private func turn(
        asOf: Instant, after last: RotationRecord?, progress: (String) -> Void
    ) throws -> RotationSummary {
        if let last, last.asOf > asOf { throw RotationError.earlier(than: last.id, last.asOf) }
        let imports = try store.imports()
        if let last, let knownAt = settings.knownAt, let newest = try RotationSummary(of: last)?.lastImport,
            imports.contains(where: { $0.state == .kept && $0.id <= newest && $0.draft.receivedAt > knownAt })
        {
            throw RotationError.knewMore(last.id)
        }
        let ledger = FeedLedger(imports, asOf: asOf, knownAt: settings.knownAt)
        let discards = try Discards(imports, after: last, in: plan, of: store, knownAt: settings.knownAt)
        let currency = try settings.currency ?? reportingCurrency(ledger)
        let id = try store.beginRotation(asOf: asOf, currency: currency)
        var states = Dictionary(
            try store.stageStates().map { ($0.workflow, $0) }, uniquingKeysWith: { first, _ in first })
        progress("surveying")
        let ((groups, standing), _) = try beside({ [self] in try unfinished() }) {
            try survey(ledger, states: &states)
        }
        var outcomes = try store.recentOutcomes(asOf: asOf)
        progress("detecting")
        var sweep = try sweep(
            id, asOf: asOf, ledger: ledger, currency: currency, standing: standing, outcomes: outcomes, states: states)
        sweep.misled = discards.misled
        sweep.beside = try sideLooks(states: states)
        var swept = try sweep.run()

        progress("pricing")
        let tiers = SweptTiers(swept.turns, last: try store.tiers(), today: asOf.utcDay)
        try Grouping(rotation: id, asOf: asOf, standing: groups, store: store).apply(to: &swept, tiers: tiers)
        route(&swept, tiers: tiers, asOf: asOf)
        let opened = try identify(&swept)
        let returned = Set(swept.changes { $0.returnedTo != nil }.map(\.exception.id))
        if !returned.isEmpty { outcomes.removeAll { returned.contains($0.exception) } }
        let ended = try OutcomeWriter(
            store: store, plan: plan, states: Array(states.values), asOf: asOf, earlier: outcomes
        ).outcomes(of: swept.ended(tiers))
        let pricer = pricer(in: sweep, outcomes: outcomes + ended, open: swept)
        let openGroups = Set(swept.groups.map(\.exception).filter(\.state.isOpen).map(\.id))
        let queue = QueueBuilder(asOf: asOf, policy: policy, groups: openGroups).build(
            try price(swept, tiers: tiers, by: pricer, in: sweep))
        swept.forgetDemand()
        // One hash over all rows is one core's work, and takes as long as all that is left to be counted and staged.
        let (digest, (woken, counted, accounts)) = try beside({ queue.digest }) {
            swept.keepFirstTerms(of: queue.rows)
            let woken = swept.wake(queue.rows, currency: currency, asOf: asOf, cause: id)
            let openings = swept.openings(opened, termsFrom: queue)
            let (_, (summary, accounts)) = try beside({ [self] in try store.stage(openings, for: id) }) {
                let counts = swept.countChanges(of: plan)
                let chunks = swept.measuredChunks(tiers)
                var business = measure(chunks, in: sweep)
                try business.countStaff(in: store, ledger, zones: zones)
                let summary = RotationSummary(
                    rotation: id, asOf: asOf, currency: currency, horizonDays: settings.horizonDays, swept: swept,
                    queue: queue, counts: counts.values.reduce(into: ChangeCounts(of: plan)) { $0.add($1) },
                    business: business)
                let own = Dictionary(grouping: chunks, by: \.owner.account)
                return (
                    summary,
                    summary.ofAccounts(swept, queue, counts) { measure(own[$0] ?? [], in: sweep) }
                )
            }
            return (woken, summary, accounts)
        }
        var summary = counted
        summary.lastImport = ledger.last
        summary.discards = discards.left(by: swept, plan, ledger)
        summary.queueDigest = digest
        if let last, last.asOf == asOf, let before = try? CanonicalJSON.value(RotationSummary.self, from: last.summary),
            summary.changesNothing(since: before)
        {
            // A second look at the same facts is not another turn: the queue keeps its number, and every byte.
            summary.rotation = last.id
            return summary
        }

        progress("publishing")
        for batch in queue.rows.batches(of: Chunk.capacity) {
            try store.stage(batch.withoutTerms(of: opened), for: id)
        }
        var turn = Turn(RotationRecord(id: id, asOf: asOf, currency: currency, summary: ""))
        turn.rotation.accounts = try accounts.mapValues(CanonicalJSON.text)
        turn.tiers = tiers.columns
        let proposing = Proposing(
            store: store, plan: plan, states: states, policy: settings.changes, rotation: id, asOf: asOf)
        let proposed = try proposing.run(swept)
        turn.proposals = proposed.proposals
        turn.superseded = proposed.superseded
        summary.proposed = proposed.proposals.count
        summary.policy = policy.hashes
        summary.shadows = swept.shadowCounts(settings.shadows.map(\.id), tiers: tiers)
        summary.candidates = swept.reviewCandidates
        turn.events = swept.events(cause: id) + woken + proposed.events
        turn.returned = returned.sorted()
        turn.outcomes = ended
        turn.changes = swept.changes { $0.verb != nil }.replacements
        turn.over = swept.turns.flatMap(\.over)
        swept.forgetTurns()
        return try publish(turn, summary, discards, states: states)
    }

    /// What is not over, apart from it what stands for others: that follows from them, and no stage sees it.
    private func unfinished() throws -> (groups: [ExceptionRecord], others: Standing) {
        let unfinished = try store.unfinishedExceptions()
        let groups = unfinished.filter(\.isGroup)
        return (groups, Standing(groups.isEmpty ? unfinished : unfinished.filter { !$0.isGroup }))
    }

    /// The sweep of one look at the facts, with what stages have learned.
    func sweep(
        _ id: RotationID, asOf: Instant, ledger: FeedLedger, currency: Currency, standing: Standing,
        outcomes: [OutcomeRecord], states: [String: StageState]
    ) throws -> Sweep {
        let installed = Set(plan.stages.map(\.manifest.id))
        return Sweep(
            rotation: id, asOf: asOf, ledger: ledger, standing: standing,
            dismissed: Standing(try store.dismissedExceptions()), store: store, plan: plan, zones: zones,
            stages: try plan.stages.map {
                try $0.prepare(states[$0.manifest.id] ?? StageState(workflow: $0.manifest.id))
            },
            mask: AvailabilityMask(
                outcomes: outcomes, standing: standing.all.filter { !installed.contains($0.fingerprint.workflow) },
                measured: plan.kindsMeasuredByFeaturedShares, asOf: asOf, zones: zones),
            pastBlocks: PastBlocks(plan, outcomes: outcomes, standing: standing.all, asOf: asOf, zones: zones),
            stockPools: try StockPools(for: plan.stages.map(\.manifest), store: store, ledger: ledger, zones: zones),
            rates: try RateReader(store: store, ledger: ledger).rates(), currency: currency)
    }

    /// How the business stands, from chunks that the sweep looked at.
    private func measure(_ chunks: [MeasuredChunk], in sweep: Sweep) -> BusinessMeasures {
        var business = BusinessMeasures(chunks) {
            sweep.rates.conversion(from: $0, to: sweep.currency, on: sweep.asOf.utcDay)
        }
        business.countFeeds(plan.stages.map(\.manifest), chunks, sweep.ledger)
        return business
    }

    /// Gives new exceptions their owner and due time, and those that nobody claimed or assigned the owner
    /// that the rules name now.
    private func route(_ swept: inout Swept, tiers: SweptTiers, asOf: Instant) {
        let due = DueTimes(policy: policy, asOf: asOf)
        let groupTiers = swept.groupTiers
        let orphanTiers = swept.orphanTiers(by: tiers)
        swept.decide { change, place in
            guard change.exception.state.isOpen, change.exception.claimedBy == nil else { return }
            let fingerprint = change.exception.fingerprint
            let tier = place.flatMap(tiers.tier) ?? groupTiers[fingerprint] ?? orphanTiers[fingerprint.subject]
            if change.exception.assignedBy == nil {
                change.set(\.owner, to: policy.owner(of: change.exception.fingerprint, tier: tier)?.name)
            }
            change.set(\.due, to: due.due(change, tier: tier))
        }
    }

    /// Gives what opens its ids, chunk by chunk, groups last.
    ///
    /// - Returns: their numbers.
    private func identify(_ swept: inout Swept) throws -> Range<Int64> {
        let counts = swept.turns.map { turn in turn.changes.count { $0.change.isOpening } }
        let rows = counts.reduce(0, +)
        let count = rows + swept.groups.count(where: \.isOpening)
        guard count > 0 else {
            swept.identifyGroups(from: 0)
            return 0..<0
        }
        let start = try store.reserveExceptions(count).number
        var next = start
        let first = counts.map { count in
            defer { next += Int64(count) }
            return next
        }
        concurrentForEach(&swept.turns) { number, turn in turn.identify(from: first[number]) }
        swept.identifyGroups(from: next)
        return start..<start + Int64(count)
    }

    /// What the stages know once they have learned from the outcomes of a turn.
    private func learned(from turn: Turn, states: [String: StageState]) throws -> [StageState] {
        let stages = Dictionary(plan.stages.map { ($0.manifest.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ended = turn.changes.map(\.exception).filter { $0.state.isFinal && $0.isSeenByStage && !$0.isGroup }
        let evidence = Dictionary(
            try ended.map { ($0.id, try $0.evidence.text()) }, uniquingKeysWith: { first, _ in first })
        var states = states
        for id in turn.returned {
            guard let outcome = try store.outcomes(of: nil, after: ExceptionID(id.number - 1), limit: 1).first,
                outcome.exception == id, let stage = stages[outcome.fingerprint.workflow],
                let left = try store.exception(id), left.isSeenByStage, !left.isGroup,
                var state = states[outcome.fingerprint.workflow]
            else { continue }
            state.record = try stage.unlearn(outcome, left.evidence.text(), state)
            states[state.workflow] = state
        }
        for outcome in turn.outcomes {
            let workflow = outcome.fingerprint.workflow
            guard let stage = stages[workflow], let evidence = evidence[outcome.exception] else { continue }
            var state = states[workflow] ?? StageState(workflow: workflow)
            state.record = try stage.learn(outcome, evidence, state)
            states[workflow] = state
        }
        return states.values.sorted { $0.workflow < $1.workflow }
    }

    /// Publishes, giving way to people: what one of them changed meanwhile is left as it is for the next rotation, and
    /// teaches nothing before that.
    private func publish(
        _ turn: Turn, _ summary: RotationSummary, _ discards: Discards, states: [String: StageState]
    ) throws -> RotationSummary {
        var turn = turn
        var summary = summary
        while true {
            turn.rotation.summary = try CanonicalJSON.text(summary)
            turn.learned = try learned(from: turn, states: states)
            guard let ids = try conflicts(publishing: turn) else { return summary }
            turn.leaveOut(ids)
            summary.skipped += ids.count
            // What is left as it is may be a mistake that is yet to be judged.
            summary.discards = discards
        }
    }

    private func conflicts(publishing turn: Turn) throws -> Set<ExceptionID>? {
        do {
            try store.publish(turn)
            return nil
        } catch {
            // A refusal that names nothing of this turn would come again for ever.
            guard case .changedMeanwhile(let ids) = error, turn.decides(ids) else { throw error }
            return Set(ids)
        }
    }
}

/// What a host decides about rotations.
public struct RotationSettings: Hashable, Sendable {
    /// The currency of totals; the most common one of the marketplaces when left out.
    public var currency: Currency?
    /// Days to look ahead, 1 to 90.
    public var horizonDays: Int
    /// The marketplace's share of each sale, as ten-thousandths, where somebody stated it.
    public var feeRate: Int64?
    /// Looks only at what had come in by then; at everything when left out.
    public var knownAt: Instant?
    /// What is allowed of changes on marketplaces.
    public var changes: ChangePolicy
    /// How much of what lies just below thresholds people get to judge.
    public var review = ReviewPolicy()
    /// Knobs to look with beside those in force.
    public var shadows: [ShadowTrial] = []

    /// Settings.
    public init(
        currency: Currency? = nil, horizonDays: Int = 30, feeRate: Int64? = nil, knownAt: Instant? = nil,
        changes: ChangePolicy = ChangePolicy()
    ) {
        self.currency = currency
        self.horizonDays = horizonDays
        self.feeRate = feeRate
        self.knownAt = knownAt
        self.changes = changes
    }
}

/// Why a rotation was refused.
public enum RotationError: Error, Hashable, Sendable {
    /// A later look was already published; an earlier one would undo what it saw.
    case earlier(than: RotationID, Instant)
    /// A look published already knew files that this one would leave out; that would undo what it saw.
    case knewMore(RotationID)
    /// Another look was published while this one went on; what this one staged is gone.
    case overtaken(by: RotationID)
    /// No currency is known to total in.
    case noCurrency
}

extension StoreError {
    /// Whether the store is well, and did not take what it was given.
    fileprivate var isRefusal: Bool {
        switch self {
        case .unknown, .refused: true
        default: false
        }
    }
}

extension Store {
    /// What ended of late: as far back as sales are looked at and durations told apart, so that it stays as large over the years.
    func recentOutcomes(asOf: Instant) throws(StoreError) -> [OutcomeRecord] {
        try outcomes(endedSince: asOf.advanced(byDays: -Double(SurvivalRecord.longestDays)))
    }
}
