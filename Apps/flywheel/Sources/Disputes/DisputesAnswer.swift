import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What `disputes` prints: disputes that are not settled, the soonest deadline first.
struct DisputesAnswer: DocumentedAnswer {
    let items: [DisputeRow]
    let filter: DisputeFilter
    let limit: Int
    let part: ListPart<DisputeRow>
    let asOf: Instant

    let listKey: String? = "items"
    let columns = DisputeRow.columns
    var remarks: [String] { items.count > limit ? ["more rows: \(wholeCommand)"] : [] }

    private var wholeCommand: String { "\(filter.command) --limit \(items.count)" }

    static let document = Document("disputes", "Disputes of cases, the soonest deadline first.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "items": .value(\.part.rows), "matching": .value(\.part.matching),
        "atStake": .value { Self.sums($0.items.map(\.atStake)) },
        "unknownAmounts": .value { $0.items.count { $0.dispute.amount == nil } }, "nextCursor": .value(\.part.next),
    ]

    func text(on page: Page) -> [String] {
        guard let first = items.first else {
            return ["No dispute is open that was asked for"] + page.next("flywheel disputes open CASE --kind KIND")
        }
        let against = items.count(where: \.isAgainstDesk)
        let sums = Self.sums(items.map(\.atStake)).map(Numbers.money).joined(separator: ", ")
        let unknown = items.count { $0.dispute.amount == nil }
        let head = page.wrapped(
            "\(Numbers.count(items.count, "dispute"))\(sums.isEmpty ? "" : " over \(sums)")"
                + (unknown == 0 ? "" : "; the amount of \(Numbers.grouped(unknown)) is not known")
                + (against == 0 ? "" : "; \(Numbers.grouped(against)) lost at the deadline if nobody acts"))
        let more =
            items.count > limit
            ? page.line("\(Numbers.grouped(items.count - limit)) more", command: wholeCommand) : []
        return head + [""] + table(page) + more + page.next("flywheel disputes show \(first.record.id)")
    }

    private func table(_ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("CASE"), .init("AMOUNT", isRight: true), .init("DEADLINE"), .init("THEN"), .init("STAGE"),
            .init("HELD", isRight: true), .init("KIND", least: 10), .init("REASON", least: 8), .init("WAITS"),
        ]
        let rows = part.rows.map { item in
            let dispute = item.dispute
            return [
                Table.Cell(item.record.id.description, .bold), Table.Cell(dispute.amountWords),
                Table.Cell(dispute.deadline.map(page.clock.due) ?? "none"),
                Table.Cell(dispute.atDeadline.map(\.rawValue) ?? "", item.isAgainstDesk ? .red : .plain),
                Table.Cell(dispute.standing),
                Table.Cell(dispute.held.flatMap { $0.minorUnits > 0 ? Numbers.money($0) : nil } ?? ""),
                Table.Cell(dispute.terms.rules.kind.words), Table.Cell(dispute.terms.reason),
                Table.Cell(item.proposals.map(\.description).joined(separator: " ")),
            ]
        }
        return Table(columns: columns, rows: rows, droppable: ["REASON", "WAITS", "KIND"]).lines(on: page)
    }

    /// Known sums, one a currency: two currencies are never added. A total beyond 64 bits stays at their end.
    private static func sums(_ amounts: [Money?]) -> [Money] {
        var sums: [Currency: Money] = [:]
        for amount in amounts.compactMap(\.self) {
            let sum = sums[amount.currency] ?? .zero(amount.currency)
            sums[amount.currency] = sum.adding(amount) ?? Money(minorUnits: .max, amount.currency)
        }
        return sums.values.sorted { $0.currency < $1.currency }
    }
}

/// Which disputes are asked for.
struct DisputeFilter: Hashable {
    /// Those that are over as well.
    var withDecided = false
    var kind: DisputeKind?
    /// Those alone in which a decision waits for somebody to agree.
    var isWaiting = false
    /// Whose, and where.
    var place = PlaceFilter()

    func admits(_ row: DisputeRow) -> Bool {
        kind ?? row.dispute.terms.rules.kind == row.dispute.terms.rules.kind
            && place.account ?? row.record.key.account == row.record.key.account
            && place.marketplace ?? row.record.marketplace == row.record.marketplace
            && (!isWaiting || !row.proposals.isEmpty)
    }

    /// The command that asks for the same.
    var command: String {
        let flags = [
            withDecided ? " --all" : nil, isWaiting ? " --waiting" : nil, kind.map { " --kind \($0.rawValue)" },
            place.flags,
        ]
        return "flywheel disputes\(flags.compactMap(\.self).joined())".visible
    }
}

extension Session {
    /// The disputes that are asked for, as they stand now, the soonest deadline first.
    func disputes(_ filter: DisputeFilter, limit: Int, behind cursor: String? = nil) throws -> DisputesAnswer {
        let waiting = Dictionary(grouping: try cases.proposals(), by: \.record.case)
        let all = try cases.disputed(withDecided: filter.withDecided).compactMap { record, contents -> DisputeRow? in
            // Time may have ended one that nobody has looked at since.
            guard let dispute = contents.disputes(at: now).last, filter.withDecided || !dispute.isSettled else {
                return nil
            }
            return DisputeRow(
                record: record, dispute: dispute, asOf: now, proposals: waiting[record.id]?.map(\.record.id) ?? [])
        }
        func place(_ row: DisputeRow) -> (Int64, CaseID) { (row.dispute.deadline?.seconds ?? .max, row.record.id) }
        let items = all.filter(filter.admits).sorted { place($0) < place($1) }
        return DisputesAnswer(
            items: items, filter: filter, limit: limit,
            part: try ListPart(items, behind: cursor, limit: limit, name: \.record.id.description), asOf: now)
    }
}
