public import FlywheelKit

extension Case {
    /// The disputes of the case as they stand at `now`, oldest first.
    ///
    /// A move in the log that its dispute's rules do not know has no effect: one that got there without
    /// ``dispute(_:at:by:)`` rules, holds and pays nothing.
    public func disputes(at now: Instant) -> [Dispute] { replay().map { $0.standing(at: now) } }

    /// The dispute that is pending or may still be appealed at `now`, or whose money is still held; `nil` where none is.
    public func dispute(at now: Instant) -> Dispute? {
        disputes(at: now).last.flatMap { $0.isOver ? nil : $0 }
    }

    /// Makes a move of the newest dispute, or opens one.
    public mutating func dispute(_ move: DisputeMove, at now: Instant, by hand: Hand) throws(DisputeError) {
        var disputes = replay()
        try Self.make(move, at: now, of: &disputes)
        add(CaseEvent(at: now, .dispute(move), by: hand))
    }

    /// Tries a move of the newest dispute as though the desk had decided it already, and changes nothing: what is refused
    /// here, no decision makes possible.
    public func rehearse(_ move: DisputeMove, at now: Instant) throws(DisputeError) {
        var disputes = replay()
        var trial = move
        if case .proposed = move.authority, let weight = disputes.last?.standing(at: now).weight(of: move) {
            // No decision is ever kept under 0, so it cannot have been used.
            let proposal = DecisionProposal(weight.type, weight.amount, by: Decider("", roles: []))
            trial = move.authorized(
                by: .desk(
                    DeskDecision(
                        number: 0, proposal: proposal, role: nil, reviewer: nil, reviewerRole: nil, rights: "")))
        }
        try Self.make(trial, at: now, of: &disputes)
    }

    /// What time brought about until `now` that nobody has written down; ``DisputeMove/lapsesNoted`` does.
    public func lapses(until now: Instant) -> [DisputeLapse] { replay().last?.lapses(until: now) ?? [] }

    /// The disputes after their last moves.
    private func replay() -> [Dispute] {
        var disputes: [Dispute] = []
        for event in events {
            guard case .dispute(let move) = event.what else { continue }
            try? Self.make(move, at: event.at, of: &disputes)
        }
        return disputes
    }

    private static func make(_ move: DisputeMove, at now: Instant, of disputes: inout [Dispute]) throws(DisputeError) {
        guard case .opened(let terms) = move else {
            guard var newest = disputes.last else { throw .noDispute }
            try newest.make(move, at: now)
            disputes[disputes.count - 1] = newest
            return
        }
        if let newest = disputes.last {
            guard now >= newest.touched else { throw .backwards(now, after: newest.touched) }
            let standing = newest.standing(at: now)
            guard standing.isOver else { throw .alreadyOpen(standing.stage) }
        }
        disputes.append(try Dispute(terms, at: now))
    }
}
