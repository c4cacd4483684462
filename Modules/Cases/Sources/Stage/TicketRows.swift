import FlywheelKit

/// The rows of a chunk of tickets, in the desk's own terms.
struct TicketRows {
    private let chunk: Chunk

    init(_ chunk: Chunk) { self.chunk = chunk }

    /// Where a ticket stands; `nil` where its source says nothing, or a word whose meaning is not known.
    func state(of row: Int) -> CaseState? { chunk[Tickets.status][row].flatMap(CaseState.init(word:)) }

    func side(of row: Int) -> Side? { chunk[Tickets.side][row].flatMap(Side.init(word:)) }

    func category(of row: Int) -> String? { chunk[Tickets.category][row] }

    func urgency(of row: Int) -> Urgency? { chunk[Tickets.urgency][row].flatMap(Urgency.init(word:)) }

    func opened(of row: Int) -> Instant? { chunk[Tickets.opened][row] }

    func listing(of row: Int) -> String? { chunk[Tickets.sku][row].flatMap { $0.isEmpty ? nil : $0 } }

    func cures(of row: Int) -> [String] {
        chunk[Tickets.cures][row].map { $0.split(separator: " ").map(String.init).sorted() } ?? []
    }

    /// The promises that run. Where a source gives hours and no moment, they count from the opening while it is for the desk to
    /// act; where it gives another moment of a case that is looked at already, its first answer may well have been given.
    func promised(of row: Int, state: CaseState) -> [CaseEvidence.Promised] {
        guard state.waitsForDesk else { return [] }
        var promised: [CaseEvidence.Promised] = []
        if let due = chunk[Tickets.answerDue][row] { promised.append(.init(kind: .answer, due: due)) }
        if let due = chunk[Tickets.updateDue][row] { promised.append(.init(kind: .update, due: due)) }
        if let due = chunk[Tickets.solveDue][row] { promised.append(.init(kind: .solution, due: due)) }
        let lacksMoment = state == .new ? chunk[Tickets.answerDue][row] == nil : promised.isEmpty
        if lacksMoment, let due = hoursAfterOpening(of: row) { promised.append(.init(kind: .answer, due: due)) }
        return promised.sorted { $0.due < $1.due }
    }

    private func hoursAfterOpening(of row: Int) -> Instant? {
        guard let opened = opened(of: row), let hours = chunk[Tickets.answerHours][row], hours >= 0 else { return nil }
        return opened.advanced(byDays: hours / 24)
    }

    /// What hangs on the case beside its dispute. A buyer gets money back once: what is disputed of the refund is the
    /// dispute's, which states it by itself.
    func sums(of row: Int) -> [CaseEvidence.Sum] {
        let disputed = dispute(of: row)?.sum
        let columns: [(Stake.Kind, Column<Money>)] = [
            (.refund, Tickets.refund), (.chargebackFee, Tickets.chargebackFee),
            (.reimbursement, Tickets.reimbursement), (.relationship, Tickets.relationship),
        ]
        return columns.compactMap { kind, column in
            chunk[column][row].flatMap { stated in
                let sum = kind == .refund ? disputed.map(stated.less) ?? stated : stated
                return sum.minorUnits > 0 ? CaseEvidence.Sum(kind: kind, sum: sum) : nil
            }
        }
    }

    func dispute(of row: Int) -> CaseEvidence.Dispute? {
        guard let kind = chunk[Tickets.dispute][row], !kind.isEmpty else { return nil }
        return CaseEvidence.Dispute(
            kind: kind, opened: chunk[Tickets.disputed][row], due: chunk[Tickets.disputeDue][row],
            sum: chunk[Tickets.disputedSum][row],
            defaultIsAgainst: chunk[Tickets.defaultAgainst][row].flatMap(Bool.init(word:)))
    }
}

extension Bool {
    fileprivate init?(word: String) {
        switch word.lowercased() {
        case "yes", "true": self = true
        case "no", "false": self = false
        default: return nil
        }
    }
}
