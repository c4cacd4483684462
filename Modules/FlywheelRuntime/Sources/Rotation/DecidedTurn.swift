import FlywheelKit
import FlywheelStore

/// What a turn decided of exceptions, beside what became of each.
struct DecidedTurn {
    let tiers: SweptTiers
    /// The numbers of all that opens.
    let opened: Range<Int64>
    /// What had ended by a mistake and stands again.
    let returned: Set<ExceptionID>
    /// What ended exceptions leave.
    let ended: [OutcomeRecord]
    /// What rules give to somebody who would not see it, and so stays with nobody.
    let unowned: [Roster.Unowned]
}

extension Rotation {
    /// Decides all that follows from what was seen: what stands for others, whose work it is, under which id, and what is over.
    func decide(_ swept: inout Swept, _ begun: BegunTurn, by sweep: Sweep) throws -> DecidedTurn {
        let tiers = SweptTiers(swept.turns, last: try store.tiers(), today: begun.asOf.utcDay)
        try Grouping(rotation: begun.id, asOf: begun.asOf, standing: begun.groups, store: store)
            .apply(to: &swept, tiers: tiers)
        let unowned = route(&swept, tiers: tiers, roster: Roster(try store.people()), asOf: begun.asOf)
        let opened = try identify(&swept)
        let returned = Set(swept.changes { $0.returnedTo != nil }.map(\.exception.id))
        let earlier = begun.outcomes(without: returned)
        let writer = OutcomeWriter(
            store: store, plan: plan, states: Array(begun.states.values), ledger: begun.ledger, zones: zones,
            earlier: earlier)
        return DecidedTurn(
            tiers: tiers, opened: opened, returned: returned, ended: try writer.outcomes(of: swept.ended(tiers)),
            unowned: unowned)
    }

    /// Puts what is open in order, priced.
    func rank(_ swept: Swept, _ decided: DecidedTurn, _ begun: BegunTurn, by sweep: Sweep) throws -> BuiltQueue {
        let pricer = pricer(
            in: sweep, outcomes: begun.outcomes(without: decided.returned) + decided.ended, open: swept)
        let openGroups = Set(swept.groups.map(\.exception).filter(\.state.isOpen).map(\.id))
        return QueueBuilder(asOf: begun.asOf, policy: policy, groups: openGroups).build(
            try price(swept, tiers: decided.tiers, by: pricer, in: sweep))
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
}

extension BegunTurn {
    fileprivate func outcomes(without returned: Set<ExceptionID>) -> [OutcomeRecord] {
        returned.isEmpty ? outcomes : outcomes.filter { !returned.contains($0.exception) }
    }
}
