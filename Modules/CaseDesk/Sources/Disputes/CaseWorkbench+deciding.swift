import Cases
import FlywheelKit
import FlywheelStore

extension CaseWorkbench {
    /// The role that stands in the record of who decided nothing yet.
    var roleless: String { "" }

    /// Makes a move, writes down before it what time brought about, and tells the journal both.
    func make(_ move: DisputeMove, in draft: inout CaseDraft) throws(CaseWorkError) {
        try noteLapses(in: &draft)
        do {
            try draft.contents.dispute(move, at: now, by: .person(actor.name))
        } catch { throw .dispute(draft.record.id, .move(error)) }
        draft.tell(.disputed, detail: move.code)
    }

    /// Writes down what time brought about, each with the moment it was due.
    ///
    /// - Returns: whether anything was.
    @discardableResult
    func noteLapses(in draft: inout CaseDraft) throws(CaseWorkError) -> Bool {
        let lapses = draft.contents.lapses(until: now)
        guard !lapses.isEmpty else { return false }
        do {
            try draft.contents.dispute(.lapsesNoted, at: now, by: .rule("deadline"))
        } catch { throw .dispute(draft.record.id, .move(error)) }
        for lapse in lapses { draft.tell(.disputed, detail: "\(lapse.code) \(lapse.at)") }
        return true
    }

    /// Refuses what no decision could make possible.
    ///
    /// - Returns: the dispute as it stands.
    func rehearse(_ move: DisputeMove, in draft: CaseDraft) throws(CaseWorkError) -> Dispute {
        do { try draft.contents.rehearse(move, at: now) } catch { throw .dispute(draft.record.id, .move(error)) }
        guard let dispute = draft.contents.disputes(at: now).last else {
            throw .dispute(draft.record.id, .move(.noDispute))
        }
        return dispute
    }

    /// The decision that a move takes, by the rights of who proposes it and who reviews it.
    func decide(
        _ move: DisputeMove, of dispute: Dispute, in id: CaseID, by name: String, reviewer: String? = nil,
        number: DecisionID,
        because rationale: String
    ) throws(CaseWorkError) -> DeskDecision {
        guard let weight = dispute.weight(of: move) else { throw .dispute(id, .move(.notTheDesks)) }
        let proposal = DecisionProposal(weight.type, weight.amount, by: rules.decider(name))
        do {
            return try rules.settings.rights.decide(
                proposal, number: number.number, rationale: rationale, reviewer: reviewer.map(rules.decider))
        } catch { throw .dispute(id, .decision(error)) }
    }

    /// Lets a decision take effect, and keeps it.
    func take(
        _ decision: DeskDecision, for move: DisputeMove, of dispute: Dispute, in draft: inout CaseDraft,
        because rationale: String, replaces: DecisionID? = nil
    ) throws(CaseWorkError) {
        let taken = move.authorized(by: .desk(decision))
        try make(taken, in: &draft)
        let number = DecisionID(decision.number)
        let body = DisputeDecision(
            .taken, of: dispute, move: taken, needs: [],
            proposer: decision.proposer == actor.name ? nil : decision.proposer)
        try keep(
            body, as: number, weight: (decision.type, decision.amount),
            role: decision.role ?? decision.reviewerRole ?? roleless, replaces: replaces, in: &draft,
            because: rationale)
        draft.tell(.decided, detail: number.description)
    }

    /// Keeps a decision with what was said for it.
    func keep(
        _ body: DisputeDecision, as number: DecisionID, weight: (type: DecisionType, amount: Money?)?, role: String,
        replaces: DecisionID?, in draft: inout CaseDraft, because rationale: String
    ) throws(CaseWorkError) {
        let record = draft.record
        let text: String
        do { text = try body.body } catch { throw .unreadable(.unreadable(record.id, why: "\(error)")) }
        draft.act.decisions.append(
            DecisionRecord(
                id: number, case: record.id, at: now, by: actor.name, role: role,
                kind: weight?.type.rawValue ?? body.dispute.decision.rawValue, amount: weight?.amount,
                replaces: replaces, body: text))
        draft.act.texts.append(
            PersonalText(.rationale, number.number, case: record.id, party: record.party, at: now, rationale))
    }

    /// A number for a decision.
    func fresh() throws(CaseWorkError) -> DecisionID {
        try stored { () throws(StoreError) in try store.reserve(1, of: DecisionRecord.self) }
    }

    /// A proposal that nobody has reviewed yet.
    func proposal(_ id: DecisionID) throws(CaseWorkError) -> (DecisionRecord, DisputeDecision) {
        let all = try stored { () throws(StoreError) in try store.decisions(of: nil) }
        guard let record = all.first(where: { $0.id == id }), let body = record.dispute, body.state == .proposed else {
            throw .dispute(nil, .noProposal(id))
        }
        if let later = all.first(where: { $0.replaces == id }) {
            throw .dispute(record.case, .reviewed(id, by: later.id))
        }
        return (record, body)
    }
}

extension DisputeDecision {
    init(_ state: State, of dispute: Dispute, move: DisputeMove, needs: [String], proposer: String?) {
        self.init(
            state: state, dispute: dispute.terms.rules.kind, platform: dispute.terms.rules.platform,
            reason: dispute.terms.reason, move: move, needs: needs, proposer: proposer)
    }
}

extension DeskRules {
    /// Somebody as who decides.
    func decider(_ name: String) -> Decider { Decider(name, roles: settings.decidingRoles(of: name)) }
}

extension DisputeMove {
    /// What happened, in codes for the journal.
    var code: String {
        switch self {
        case .opened(let terms): "opened \(terms.rules.name)"
        case .amount(let amount): "amount \(amount)"
        case .evidence(let evidence): "evidence \(evidence.kind.rawValue) \(evidence.by.rawValue)"
        case .moved(let stage, let party, _): "moved \(stage.rawValue) \(party.rawValue)"
        case .decided(let outcome, let party, _): "decided \(outcome.code) \(party.rawValue)"
        case .appealed(let party, _): "appealed \(party.rawValue)"
        case .withdrawn: "withdrawn"
        case .held(let hold): "held \(hold.amount) until \(hold.until)"
        case .released(let release): "released \(release.amount) \(release.to.rawValue)"
        case .paid(let amount, _): "paid \(amount)"
        case .lapsesNoted: "lapsed"
        }
    }
}

extension DisputeLapse {
    /// What happened, in codes for the journal.
    var code: String {
        switch what {
        case .stage(let stage, let expiry): "lapsed \(stage.rawValue) \(expiry.rawValue)"
        case .appealWindow: "lapsed decided stands"
        case .hold(let number, let amount, let party): "lapsed hold \(number) \(amount) \(party.rawValue)"
        }
    }
}

extension Case {
    /// Whether something is left to do in a dispute of it, as far as anybody wrote down; what time brought about since is noted
    /// when somebody acts, or by ``CaseWorkbench/noteLapses()``.
    var disputeState: CaseRecord.Dispute? {
        let last = events.last { if case .dispute = $0.what { true } else { false } }
        guard let last, let newest = disputes(at: last.at).last else { return nil }
        return newest.isSettled ? .decided : .open
    }
}
