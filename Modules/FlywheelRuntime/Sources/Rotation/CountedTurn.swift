import FlywheelKit
import FlywheelStore

/// What a turn counted.
struct CountedTurn {
    var summary: RotationSummary
    /// The same of each account alone.
    let accounts: [String: RotationSummary]
    /// The snoozes that it ended.
    let woken: [JournalEvent]
    /// What becomes of proposals.
    let proposed: Proposing.Result
}

extension Rotation {
    /// Counts what became of everything, and stages what opened beside that.
    func count(
        _ swept: inout Swept, _ queue: BuiltQueue, _ decided: DecidedTurn, _ begun: BegunTurn, by sweep: Sweep
    ) throws -> CountedTurn {
        // One hash over all rows is one core's work, and takes as long as all that is left to be counted and staged.
        var (digest, counted) = try beside({ queue.digest }) {
            swept.keepFirstTerms(of: queue.rows)
            let woken = swept.wake(queue.rows, currency: begun.currency, asOf: begun.asOf, cause: begun.id)
            swept.putOffNewMembers()
            let openings = swept.openings(decided.opened, termsFrom: queue)
            let (_, (summary, accounts)) = try beside({ [store] in try store.stage(openings, for: begun.id) }) {
                try summaries(of: swept, queue, decided, begun, by: sweep)
            }
            let proposed = try Proposing(
                store: store, plan: plan, states: begun.states, policy: settings.changes, rotation: begun.id,
                asOf: begun.asOf, zones: zones
            ).run(swept)
            return CountedTurn(summary: summary, accounts: accounts, woken: woken, proposed: proposed)
        }
        counted.summary.unowned = decided.unowned
        counted.summary.lastImport = begun.ledger.last
        counted.summary.facts = begun.ledger.digest
        counted.summary.discards = begun.discards.left(by: swept, plan, begun.ledger)
        counted.summary.queueDigest = digest
        counted.summary.proposed = counted.proposed.proposals.count
        counted.summary.policy = try policy.hashes.merging(plan.hashes) { own, _ in own }
        counted.summary.program = settings.program
        counted.summary.shadows = swept.shadowCounts(settings.shadows.map(\.id), tiers: decided.tiers)
        counted.summary.candidates = swept.reviewCandidates
        return counted
    }

    private func summaries(
        of swept: Swept, _ queue: BuiltQueue, _ decided: DecidedTurn, _ begun: BegunTurn, by sweep: Sweep
    ) throws -> (whole: RotationSummary, accounts: [String: RotationSummary]) {
        let counts = swept.countChanges(of: plan, ended: decided.ended, in: begun.currency)
        let chunks = swept.measuredChunks(decided.tiers)
        var business = measure(chunks, in: sweep)
        try business.countStaff(in: store, begun.ledger, zones: zones)
        let whole = RotationSummary(
            rotation: begun.id, asOf: begun.asOf, currency: begun.currency, horizonDays: settings.horizonDays,
            swept: swept, queue: queue, counts: counts.values.reduce(into: ChangeCounts(of: plan)) { $0.add($1) },
            business: business)
        let own = Dictionary(grouping: chunks, by: \.owner.account)
        return (whole, whole.ofAccounts(swept, queue, counts) { measure(own[$0] ?? [], in: sweep) })
    }

    /// How the business stands, from chunks that the sweep looked at.
    private func measure(_ chunks: [MeasuredChunk], in sweep: Sweep) -> BusinessMeasures {
        var business = BusinessMeasures(chunks) {
            sweep.rates.conversion(from: $0, to: sweep.currency, on: sweep.asOf.utcDay)
        }
        business.countFeeds(plan.stages.map(\.manifest), chunks, sweep.ledger)
        return business
    }
}

extension CountedTurn {
    /// Whether it is a second look from the moment of the last turn, which came to the same and decided nothing.
    func repeats(_ last: RotationRecord) -> Bool {
        guard last.asOf == summary.asOf, proposed.superseded.isEmpty, summary.decidesNothing,
            let before = try? CanonicalJSON.value(RotationSummary.self, from: last.summary)
        else { return false }
        return summary.state == before.state
    }
}
