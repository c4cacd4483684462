import Cases
import FlywheelKit
import FlywheelStore

/// A case as a row of the feed of tickets.
struct DeskTicket {
    let id: CaseID
    let contents: Case
    let opened: Instant
    /// When each of its promises falls due that runs.
    let due: [ClockReading.Kind: Instant]
    /// What is disputed, when, by when and how much; nothing where nothing is.
    let dispute: (kind: String, opened: Instant, exposure: DisputeExposure)?
    /// What is stated to hang on it: of each kind the first currency's sum, of the refund what no dispute has settled.
    let sums: [Stake.Kind: Money]

    init?(_ id: CaseID, _ contents: Case, rules: DeskRules, now: Instant) {
        let contents = contents.woken(at: now)
        guard let opened = contents.opened else { return nil }
        self.id = id
        self.contents = contents
        self.opened = opened
        due = Dictionary(
            rules.promises.readings(of: contents, at: now).filter { $0.stopped == nil }.compactMap { reading in
                reading.due.map { (reading.kind, $0) }
            }, uniquingKeysWith: min)
        dispute = contents.dispute(at: now).flatMap { dispute in
            dispute.exposure(at: now).map { (dispute.terms.rules.kind.rawValue, dispute.opened, $0) }
        }
        var sums: [Stake.Kind: Money] = contents.stakes.reduce(into: [:]) { sums, stake in
            guard let sum = sums[stake.kind] else {
                sums[stake.kind] = stake.amount
                return
            }
            if sum.currency == stake.amount.currency { sums[stake.kind] = sum.adding(stake.amount) ?? sum }
        }
        let settled = contents.disputes(at: now).last?.settled(at: now)
        if let refund = sums[.refund], let settled { sums[.refund] = refund.less(settled) }
        self.sums = sums
    }

    /// The listing it is about: the first that is known, else the first that was named.
    var listing: String? {
        let listings = contents.links.filter { $0.kind == .listing }
        return (listings.first(where: \.isConfirmed) ?? listings.first)?.code
    }

    /// All of the row as a text, which differs where anything of it does.
    var line: String {
        [
            id.description, listing ?? "", "\(opened)", contents.side?.rawValue ?? "", category ?? "",
            contents.state.rawValue, contents.urgency.map { "\($0)" } ?? "",
            ClockReading.Kind.allCases.map { due[$0].map { "\($0)" } ?? "" }.joined(separator: " "),
            Stake.Kind.allCases.map { sums[$0].map { "\($0)" } ?? "" }.joined(separator: " "),
            dispute.map {
                "\($0.kind) \($0.opened) \($0.exposure.deadline.map { "\($0)" } ?? "") "
                    + "\($0.exposure.atStake.map { "\($0)" } ?? "") \($0.exposure.isAgainstDesk)"
            } ?? "",
        ].joined(separator: "\t")
    }

    /// What it is about: as a person or a program labelled it, else as its source does.
    private var category: String? { contents.intents.first ?? contents.category }

    /// The names of the columns of ``rows(_:)``.
    static let columns = rows([]).columns.keys.sorted()

    /// Tickets as rows of facts.
    static func rows(_ tickets: [DeskTicket]) -> FactRows {
        func texts(_ value: (DeskTicket) -> String?) -> ColumnData { .texts(Values(tickets.map(value))) }
        func instants(_ value: (DeskTicket) -> Instant?) -> ColumnData { .instants(Values(tickets.map(value))) }
        func moneys(_ value: (DeskTicket) -> Money?) -> ColumnData { .moneys(Values(tickets.map(value))) }
        return FactRows(
            codes: tickets.map(\.id.description), products: Values(unknown: tickets.count),
            columns: [
                Tickets.sku.name: texts(\.listing), Tickets.opened.name: instants(\.opened),
                Tickets.side.name: texts(\.contents.side?.rawValue), Tickets.category.name: texts(\.category),
                Tickets.status.name: texts(\.contents.state.rawValue),
                Tickets.urgency.name: texts { $0.contents.urgency.map { "\($0)" } },
                Tickets.answerDue.name: instants { $0.due[.firstResponse] },
                Tickets.updateDue.name: instants { $0.due[.update] },
                Tickets.solveDue.name: instants { $0.due[.resolution] },
                Tickets.refund.name: moneys { $0.sums[.refund] },
                Tickets.chargebackFee.name: moneys { $0.sums[.chargebackFee] },
                Tickets.reimbursement.name: moneys { $0.sums[.reimbursement] },
                Tickets.relationship.name: moneys { $0.sums[.relationship] },
                Tickets.dispute.name: texts { $0.dispute?.kind },
                Tickets.disputed.name: instants { $0.dispute?.opened },
                Tickets.disputeDue.name: instants { $0.dispute?.exposure.deadline },
                Tickets.disputedSum.name: moneys { $0.dispute?.exposure.atStake },
                Tickets.defaultAgainst.name: texts { $0.dispute.map { $0.exposure.isAgainstDesk ? "yes" : "no" } },
            ])
    }
}
