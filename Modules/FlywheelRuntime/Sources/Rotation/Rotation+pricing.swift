import FlywheelKit
import FlywheelStore

extension Rotation {
    /// What makes money of what is open.
    func pricer(in sweep: Sweep, outcomes: [OutcomeRecord], open swept: Swept) -> Pricer {
        let runs = swept.parts { Ageing.runs(of: $0.lazy.map(\.exception), at: sweep.asOf) }
        return Pricer(
            currency: sweep.currency, rates: sweep.rates, today: sweep.asOf.utcDay,
            ageing: Ageing(
                stages: plan.stages.map(\.manifest), outcomes: outcomes, open: runs.flatMap(\.self), asOf: sweep.asOf,
                horizon: settings.horizonDays),
            asOf: sweep.asOf, horizon: settings.horizonDays, feeRate: settings.terms.feeRate)
    }

    /// Prices all open exceptions.
    func price(
        _ swept: Swept, tiers: SweptTiers, by pricer: Pricer, in sweep: Sweep
    ) throws -> [PricedException] {
        let orphanTiers = swept.orphanTiers(by: tiers)
        var chunks: [(turn: Int, open: OpenChunk)] = []
        var others: [(exception: ExceptionRecord, tier: Tier?)] = (swept.orphans + swept.groups).map(\.exception)
            .filter(\.state.isOpen).map { ($0, orphanTiers[$0.fingerprint.subject]) }
        let opens = concurrentMap(swept.turns.count) { number in
            swept.turns[number].changes.compactMap { row, change in
                change.exception.state.isOpen ? (row: row, exception: change.exception) : nil
            }
        }
        for (number, (turn, open)) in zip(swept.turns, opens).enumerated() {
            if let demand = turn.demand {
                chunks.append((number, OpenChunk(demand: demand, open: open)))
            } else {
                others += open.map { ($0.exception, nil) }
            }
        }
        let (own, turns) = (chunks, chunks.map { swept.turns[$0.turn] })
        let rows = try RiskBook.price(
            chunks.map(\.open), others: others.map(\.exception), by: pricer,
            everything: { try sweep.demand(of: turns[$0]) })
        let inChunks = concurrentMap(own.count) { number in
            zip(own[number].open.open, rows.chunks[number]).map { open, price in
                PricedException(exception: open.exception, price: price, tier: tiers.tier((own[number].turn, open.row)))
            }
        }
        let beside = zip(others, rows.others).map { other, price in
            PricedException(exception: other.exception, price: price, tier: other.tier)
        }
        var priced = concurrentJoined(inChunks + [beside])
        try StakeTotals(pricer: pricer).settle(&priced) { listings in
            swept.places(of: listings).compactMapValues(tiers.tier)
        }
        if !swept.groups.isEmpty { try GroupTotals(pricer: pricer).settle(&priced) }
        return priced
    }
}
