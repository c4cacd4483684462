import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What `disputes show` prints: all disputes of a case as they stand, the newest last, and every decision in them.
struct DisputeAnswer: DocumentedAnswer {
    let disputes: [DisputeRow]
    let decisions: [Precedent]
    let asOf: Instant

    let columns = DisputeRow.columns
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { disputes.map(\.json) }

    static let document = Document("dispute", "All disputes of a case, and every decision in them.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf),
        "disputes": .list(
            \.disputes,
            [
                "dispute": .value(\.self), "evidence": .value(\.dispute.exhibits),
                "rulings": .value(\.dispute.rulings), "holds": .value(\.dispute.escrows),
                "payments": .list(
                    \.dispute.payments,
                    ["at": .value(\.at), "amount": .value(\.amount), "reference": .value(\.reference)]),
            ]), "decisions": .value(\.decisions),
    ]

    func text(on page: Page) -> [String] {
        guard let last = disputes.last else { return [] }
        let told = decisions.flatMap { decision in
            page.wrapped(
                "\(decision.record.id) \(decision.decision.state.rawValue) by \(decision.record.by), "
                    + "\(page.clock.dated(decision.record.at)): \(decision.decision.move.words); "
                    + (decision.rationale.map { "\"\($0)\"" } ?? "its rationale was erased").visible,
                head: "Decision ")
        }
        return disputes.flatMap { lines(of: $0, page) + [""] } + told + next(last, page)
    }

    private func next(_ row: DisputeRow, _ page: Page) -> [String] {
        if let proposal = row.proposals.first {
            return page.next("flywheel disputes agree \(proposal) --because WORDS")
        }
        return page.next("flywheel disputes")
    }
}

extension DisputeAnswer {
    private func lines(of row: DisputeRow, _ page: Page) -> [String] {
        let dispute = row.dispute
        let terms = dispute.terms
        var lines = ["\(page.ink(row.record.id.description, .bold))  \(terms.rules.kind.words), \(dispute.standing)"]
        lines += page.wrapped(
            "\(dispute.amountWords) by the \(terms.claimant.rawValue) of the \(terms.respondent.rawValue), "
                + "\(terms.reason); rules \(terms.rules.name); the desk works for the \(terms.desk.rawValue)".visible,
            head: "Asked    ")
        lines += page.wrapped(stage(row, page), head: "Stage    ")
        lines += dispute.exhibits.flatMap { exhibit in
            page.wrapped(
                "\(exhibit.evidence.kind.rawValue) by the \(exhibit.evidence.by.rawValue), "
                    + "\(exhibit.evidence.reference), \(page.clock.dated(exhibit.at))".visible, head: "Evidence ")
        }
        lines += dispute.rulings.flatMap { ruling in
            page.wrapped(
                "\(ruling.outcome.words), \(page.clock.dated(ruling.at)), \(ruling.authority.words)".visible,
                head: "Ruling   ")
        }
        lines += dispute.escrows.enumerated().flatMap { index, escrow in
            page.wrapped(self.words(of: escrow, number: index + 1, row, page).visible, head: "Hold     ")
        }
        if let paid = dispute.paid {
            let back = dispute.overpaid.map { ", \(Numbers.money($0)) more than the ruling gives" } ?? ""
            lines += page.wrapped("the claimant has had \(Numbers.money(paid))\(back)", head: "Paid     ")
        }
        if let owed = dispute.owed {
            lines += page.wrapped("\(Numbers.money(owed)) of the award, to the claimant", head: "To pay   ")
        }
        return lines
    }

    private func stage(_ row: DisputeRow, _ page: Page) -> String {
        let dispute = row.dispute
        let since = "\(dispute.stage.rawValue) since \(page.clock.dated(dispute.entered))"
        guard let deadline = dispute.deadline, let then = dispute.atDeadline else { return since }
        return since + ", until \(page.clock.dated(deadline)), then \(then.rawValue)"
            + (row.isAgainstDesk ? ": lost if nobody acts" : "")
    }

    private func words(of escrow: Dispute.Escrow, number: Int, _ row: DisputeRow, _ page: Page) -> String {
        let then = row.dispute.award == nil ? "then to the \(escrow.hold.then.rawValue)" : "then as ruled"
        let hold = escrow.hold
        let releases = escrow.releases.map {
            "; \(Numbers.money($0.amount)) to the \($0.to.rawValue) \(page.clock.dated($0.at)), \($0.authority.words)"
        }
        return "\(number): \(Numbers.money(escrow.held)) of \(Numbers.money(hold.amount)) until "
            + "\(page.clock.dated(hold.until)), \(then); rule \(hold.rule), \(hold.reason), "
            + hold.authority.words + releases.joined()
    }
}

extension Dispute.Exhibit: JSONRecord {
    static let members: Members<Self> = [
        "at": .value(\.at), "kind": .value(\.evidence.kind.rawValue), "by": .value(\.evidence.by.rawValue),
        "reference": .value(\.evidence.reference),
    ]
}

extension Ruling: JSONRecord {
    private var award: Money? { if case .partly(let award) = outcome { award } else { nil } }

    static let members: Members<Self> = [
        "at": .value(\.at), "outcome": .value(\.outcome.code), "award": .value(\.award), "by": .value(\.by?.rawValue),
        "authority": .value(\.authority.words),
    ]
}

extension Dispute.Escrow: JSONRecord {
    static let members: Members<Self> = [
        "since": .value(\.since), "until": .value(\.hold.until), "amount": .value(\.hold.amount),
        "left": .value(\.held), "rule": .value(\.hold.rule), "reason": .value(\.hold.reason),
        "then": .value(\.hold.then.rawValue), "authority": .value(\.hold.authority.words),
        "releases": .list(
            \.releases,
            [
                "at": .value(\.at), "amount": .value(\.amount), "to": .value(\.to.rawValue),
                "authority": .value(\.authority.words),
            ]),
    ]
}

extension Session {
    /// Everything known of a case's disputes.
    func dispute(_ id: CaseID) throws -> DisputeAnswer {
        guard let record = try host.store.caseRecords([id]).first else { throw CaseWorkError.unknown(id) }
        let rows = try disputeRows(of: record)
        guard !rows.isEmpty else { throw CaseWorkError.dispute(id, .move(.noDispute)) }
        return DisputeAnswer(disputes: rows, decisions: try cases.decisions(of: id), asOf: now)
    }

    /// The disputes of a case as they stand, the newest last and with the decisions in it that wait.
    func disputeRows(of record: CaseRecord) throws -> [DisputeRow] {
        let disputes = try record.contents().disputes(at: now)
        guard let last = disputes.indices.last else { return [] }
        let waiting = try cases.proposals().filter { $0.record.case == record.id }.map(\.record.id)
        return disputes.enumerated().map { index, dispute in
            DisputeRow(record: record, dispute: dispute, asOf: now, proposals: index == last ? waiting : [])
        }
    }
}
