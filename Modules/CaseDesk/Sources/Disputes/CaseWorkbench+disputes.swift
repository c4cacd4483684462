public import Cases
public import FlywheelKit
public import FlywheelStore

/// What came of an act in a dispute.
public enum DisputeStep: Hashable, Sendable {
    /// It was done, by that decision where it took one.
    case done(CaseRecord, DecisionID?)
    /// Somebody else who is one of these has to agree; until then nothing happens.
    case proposed(DecisionID, roles: [String], DecisionVerdict.Reason)
}

/// Disputes: who moves them may be anybody at the desk; what they decide in them is theirs only within their rights.
extension CaseWorkbench {
    /// Opens a dispute of a case.
    ///
    /// - Parameters:
    ///   - reason: what is asked for, by the source's code.
    ///   - amount: the sum asked for; `nil` where it is not known.
    ///   - deadline: the deadline that was stated, where one was.
    @discardableResult
    public func openDispute(
        _ id: CaseID, _ kind: DisputeKind, platform: String = "", reason: String, amount: Money?,
        deadline: Instant? = nil
    ) throws(CaseWorkError) -> CaseRecord {
        guard let rules = rules.settings.disputes.rules(for: kind, platform: platform) else {
            throw .dispute(id, .noRules(kind))
        }
        let terms = DisputeTerms(
            rules, reason: reason, desk: self.rules.settings.side, amount: amount, deadline: deadline)
        return try change(id, isUndoable: false) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            try make(.opened(terms), in: &draft)
            return true
        }
    }

    /// Makes a move of a case's dispute. One that is ``Authority/proposed`` takes a decision of who acts: it is taken where
    /// it is within their rights, and proposed where somebody else has to agree.
    ///
    /// - Parameter rationale: why, in words; what takes a decision takes that.
    public func dispute(
        _ id: CaseID, _ move: DisputeMove, because rationale: String = ""
    ) throws(CaseWorkError) -> DisputeStep {
        guard case .proposed = move.authority else {
            return .done(
                try change(id, isUndoable: false) { draft throws(CaseWorkError) in
                    try requireUnmerged(draft)
                    try make(move, in: &draft)
                    return true
                }, nil)
        }
        let rationale = try Self.kept(rationale)
        var waits: DisputeStep?
        var number = DecisionID(0)
        let record = try change(id, isUndoable: false) { draft throws(CaseWorkError) in
            // Decided on again where another hand was faster, it may need nobody else.
            waits = nil
            try requireUnmerged(draft)
            let dispute = try rehearse(move, in: draft)
            number = try fresh()
            do throws(CaseWorkError) {
                let decision = try decide(move, of: dispute, in: id, by: actor.name, number: number, because: rationale)
                try take(decision, for: move, of: dispute, in: &draft, because: rationale)
            } catch {
                guard case .dispute(_, .decision(.needs(let roles, let reason))) = error else { throw error }
                waits = .proposed(number, roles: roles, reason)
                let body = DisputeDecision(
                    .proposed, of: dispute, move: move, needs: roles, proposer: nil)
                try keep(
                    body, as: number, weight: dispute.weight(of: move), role: roleless, replaces: nil, in: &draft,
                    because: rationale)
                draft.tell(.proposed, detail: number.description)
            }
            return true
        }
        return waits ?? .done(record, number)
    }

    /// Agrees to what somebody else proposed, which then happens.
    ///
    /// - Returns: the case as it is now, and the decision.
    @discardableResult
    public func agree(
        _ proposal: DecisionID, because rationale: String
    ) throws(CaseWorkError) -> (record: CaseRecord, decision: DecisionID) {
        let rationale = try Self.kept(rationale)
        let (record, waiting) = try self.proposal(proposal)
        var number = DecisionID(0)
        let done = try change(record.case, isUndoable: false) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            let dispute = try rehearse(waiting.move, in: draft)
            guard let weight = dispute.weight(of: waiting.move),
                weight == (DecisionType(rawValue: record.kind) ?? weight.type, record.amount)
            else { throw .dispute(record.case, .outdated(proposal)) }
            number = try fresh()
            let decision = try decide(
                waiting.move, of: dispute, in: record.case, by: record.by, reviewer: actor.name, number: number,
                because: rationale)
            // The rights changed meanwhile and need nobody else: then it is the proposer's own to take.
            guard decision.reviewer != nil else { throw .dispute(record.case, .outdated(proposal)) }
            try take(
                decision, for: waiting.move, of: dispute, in: &draft, because: rationale, replaces: proposal)
            return true
        }
        return (done, number)
    }

    /// Does not agree to what was proposed: somebody who could have, or who proposed it and takes it back.
    @discardableResult
    public func refuse(_ proposal: DecisionID, because rationale: String) throws(CaseWorkError) -> CaseRecord {
        let rationale = try Self.kept(rationale)
        let (record, waiting) = try self.proposal(proposal)
        let roles = rules.settings.decidingRoles(of: actor.name)
        guard record.by == actor.name || waiting.needs.contains(where: roles.contains) else {
            throw .dispute(record.case, .decision(.reviewerMayNot(actor.name, roles: waiting.needs)))
        }
        return try change(record.case, isUndoable: false) { draft throws(CaseWorkError) in
            guard let dispute = draft.contents.disputes(at: now).last else {
                throw .dispute(record.case, .move(.noDispute))
            }
            let body = DisputeDecision(.refused, of: dispute, move: waiting.move, needs: [], proposer: record.by)
            let number = try fresh()
            let weight = DecisionType(rawValue: record.kind).map { ($0, record.amount) }
            try keep(
                body, as: number, weight: weight, role: waiting.needs.first(where: roles.contains) ?? roleless,
                replaces: proposal, in: &draft, because: rationale)
            draft.tell(.refused, detail: number.description)
            return true
        }
    }
}
