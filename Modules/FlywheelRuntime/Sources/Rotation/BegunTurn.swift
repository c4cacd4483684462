import FlywheelKit
import FlywheelStore
import Statistics

/// What a turn goes by, settled before it looks at anything.
struct BegunTurn {
    let id: RotationID
    let asOf: Instant
    /// The currency of its totals.
    let currency: Currency
    let ledger: FeedLedger
    let discards: Discards
    /// What stands for others and is not over: that follows from them, and no stage sees it.
    let groups: [ExceptionRecord]
    /// What else is not over.
    let standing: Standing
    /// What stages have learned, by workflow.
    let states: [String: StageState]
    /// What ended of late.
    let outcomes: [OutcomeRecord]
}

extension Rotation {
    /// Begins a turn: which facts count, what stands, and what stages learn of the whole catalogue.
    func begin(asOf: Instant, after last: RotationRecord?, progress: (String) -> Void) throws -> BegunTurn {
        let imports = try store.imports()
        if let last { try check(asOf, imports, after: last) }
        let ledger = FeedLedger(imports, asOf: asOf, knownAt: settings.knownAt)
        let discards = try Discards(imports, after: last, in: plan, of: store, knownAt: settings.knownAt)
        let currency = try currency(after: last, ledger)
        let id = try store.beginRotation(asOf: asOf, currency: currency)
        var states = try learned()
        progress("surveying")
        let ((groups, standing), _) = try beside({ [self] in try unfinished() }) {
            try survey(ledger, states: &states)
        }
        return BegunTurn(
            id: id, asOf: asOf, currency: currency, ledger: ledger, discards: discards, groups: groups,
            standing: standing, states: states, outcomes: try store.recentOutcomes(asOf: asOf))
    }

    /// What a look beside the queue goes by: at what was true at a moment and known by another, with what stages have learned
    /// until now. Nothing begins by it.
    func aside(asOf: Instant, knownAt: Instant?, standing: Standing) throws -> BegunTurn {
        let last = try store.currentRotation()
        let ledger = FeedLedger(try store.imports(), asOf: asOf, knownAt: knownAt)
        return BegunTurn(
            id: last?.id ?? RotationID(0), asOf: asOf, currency: try currency(after: last, ledger), ledger: ledger,
            discards: Discards(known: [], misled: []), groups: [], standing: standing, states: try learned(),
            outcomes: try store.recentOutcomes(asOf: asOf))
    }

    private func learned() throws -> [String: StageState] {
        Dictionary(try store.stageStates().map { ($0.workflow, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Refuses a look that would undo what the last one saw.
    private func check(_ asOf: Instant, _ imports: [ImportRecord], after last: RotationRecord) throws {
        if last.asOf > asOf, !settings.goesBack { throw RotationError.earlier(than: last.id, last.asOf) }
        guard let knownAt = settings.knownAt, let newest = try RotationSummary(of: last)?.lastImport else { return }
        if imports.contains(where: { $0.state == .kept && $0.id <= newest && $0.draft.receivedAt > knownAt }) {
            throw RotationError.knewMore(last.id)
        }
    }

    /// What is not over, apart from it what stands for others.
    private func unfinished() throws -> (groups: [ExceptionRecord], others: Standing) {
        let unfinished = try store.unfinishedExceptions()
        let groups = unfinished.filter(\.isGroup)
        return (groups, Standing(groups.isEmpty ? unfinished : unfinished.filter { !$0.isGroup }))
    }
}

extension Store {
    /// What had ended by a moment, of late: as far back as sales are looked at and durations told apart, so that it stays as large
    /// over the years.
    func recentOutcomes(asOf: Instant) throws(StoreError) -> [OutcomeRecord] {
        try outcomes(endedSince: asOf.advanced(byDays: -Double(SurvivalRecord.longestDays))).filter { $0.ended <= asOf }
    }
}
