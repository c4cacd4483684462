import FlywheelKit
import FlywheelStore

extension Rotation {
    /// Looks at all facts: what each stage sees, held against what stands.
    func look(_ begun: BegunTurn) throws -> (sweep: Sweep, swept: Swept) {
        var sweep = try sweep(begun)
        sweep.beside = try sideLooks(states: begun.states)
        return (sweep, try sweep.run())
    }

    /// The sweep of one look at the facts, with what stages have learned.
    func sweep(_ begun: BegunTurn) throws -> Sweep {
        let (asOf, ledger, standing, outcomes) = (begun.asOf, begun.ledger, begun.standing, begun.outcomes)
        let installed = Set(plan.stages.map(\.manifest.id))
        return Sweep(
            rotation: begun.id, asOf: asOf, ledger: ledger, standing: standing,
            dismissed: Standing(try store.dismissedExceptions()), store: store, plan: plan, zones: zones,
            stages: try plan.stages.map {
                try $0.prepare(begun.states[$0.manifest.id] ?? StageState(workflow: $0.manifest.id))
            },
            mask: AvailabilityMask(
                outcomes: outcomes, standing: standing.all.filter { !installed.contains($0.fingerprint.workflow) },
                measured: plan.measuredKinds, asOf: asOf, zones: zones),
            pastBlocks: PastBlocks(plan, outcomes: outcomes, standing: standing.all, asOf: asOf, zones: zones),
            stockPools: try StockPools(for: plan.stages.map(\.manifest), store: store, ledger: ledger, zones: zones),
            rates: try RateReader(store: store, ledger: ledger).rates(), terms: settings.terms,
            currency: begun.currency, horizon: settings.horizonDays, misled: begun.discards.misled)
    }
}
