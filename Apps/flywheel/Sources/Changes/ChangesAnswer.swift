import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Which changes are asked for.
struct ChangeFilter: Hashable {
    /// The states; those that wait where none is said.
    var states: Set<ChangeRecord.State> = []
    var workflow: String?
    /// Whose, and where.
    var place = PlaceFilter()

    func admits(_ change: ChangeRecord) -> Bool {
        (states.isEmpty ? change.state.isWaiting : states.contains(change.state))
            && workflow ?? change.fingerprint.workflow == change.fingerprint.workflow && place.admits(change.subject)
    }

    /// The command that asks for the same.
    var command: String {
        let state = states.count > 1 ? "any" : states.first?.rawValue
        let flags = [state.map { " --state \($0)" }, workflow.map { " --workflow \($0)" }, place.flags]
        return "flywheel changes\(flags.compactMap(\.self).joined())".visible
    }
}

/// What `changes` prints: what is proposed to change of listings, the largest expected gain first.
struct ChangesAnswer: DocumentedAnswer {
    let changes: [ChangeRecord]
    /// What they are sorted by.
    let order: GainOrder
    /// How many there are in each state, whatever was asked for.
    let counts: [ChangeRecord.State: Int]
    /// The accounts whose approved changes may be written.
    let liveAccounts: Set<String>
    let filter: ChangeFilter
    let limit: Int
    let part: ListPart<ChangeRecord>
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ChangeRecord.columns
    var remarks: [String] { isCut ? ["more rows: \(wholeCommand)"] : [] }

    private var isCut: Bool { changes.count > limit }
    private var wholeCommand: String { "\(filter.command) --limit \(changes.count)" }

    static let document = Document("changes", "What is proposed to change of listings.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "counts": .counts(\.counts),
        "liveAccounts": .value { $0.liveAccounts.sorted() }, "items": .value(\.part.rows),
        "matching": .value(\.part.matching), "nextCursor": .value(\.part.next),
    ]

    func text(on page: Page) -> [String] {
        let named = ChangeRecord.State.allCases.compactMap { state in
            counts[state].map { "\(Numbers.grouped($0)) \(state.words)" }
        }
        guard !named.isEmpty else {
            return ["No workflow has proposed to change a listing yet"] + page.next("flywheel rotate")
        }
        let mode =
            liveAccounts.isEmpty
            ? "test mode: nothing is written" : "live for \(liveAccounts.sorted().joined(separator: ", "))".visible
        let head = page.wrapped("Changes of listings: \(named.joined(separator: ", ")); \(mode)")
        guard let first = changes.first else { return head + ["None of these was asked for"] }
        let more =
            isCut ? page.line("\(Numbers.grouped(changes.count - limit)) more", command: wholeCommand) : []
        return head + [""] + table(page) + more + comparison(page) + page.next("flywheel changes show \(first.id)")
    }

    /// The currency that gains are compared in; `nil` where all are in one.
    var comparedIn: Currency? {
        Set(changes.compactMap { $0.proposal.price?.gain?.currency }).count > 1 ? order.currency : nil
    }

    /// How many stand below the others since their gain cannot be compared.
    var withoutRate: Int { changes.count(where: order.lacksRate) }

    private func comparison(_ page: Page) -> [String] {
        guard let currency = comparedIn else { return [] }
        let without = withoutRate
        let rest = without > 0 ? "; below the others without a rate to it: \(Numbers.grouped(without))" : ""
        return page.wrapped("Gains are compared in \(currency)\(rest)")
    }

    private func table(_ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("ID"), .init("GAIN A DAY", isRight: true), .init("STATE"), .init("MODE"), .init("WHAT", least: 16),
            .init("LISTING", least: 8), .init("ENDS"),
        ]
        let rows = part.rows.map { change in
            [
                Table.Cell(change.id.description, .bold), Table.Cell(change.gainWords), change.standing,
                Table.Cell(change.mode.rawValue), Table.Cell(change.change.inWords),
                Table.Cell("\(change.subject.code) \(change.subject.marketplaceName)"),
                Table.Cell(change.exception.description),
            ]
        }
        return Table(columns: columns, rows: rows).lines(on: page)
    }
}

extension Session {
    /// The changes that are asked for, the largest expected gain first.
    func changes(_ filter: ChangeFilter, limit: Int, behind cursor: String? = nil) throws -> ChangesAnswer {
        try requireKnown(filter.place)
        let all = try host.store.listingChanges(waiting: false)
        let admitted = try host.changeDesk(actor, now: now).current(all.filter(filter.admits))
        let order = try GainOrder(of: admitted, in: host.store)
        let changes = order.sorted(admitted)
        return ChangesAnswer(
            changes: changes, order: order, counts: Dictionary(grouping: all, by: \.state).mapValues(\.count),
            liveAccounts: host.configuration.rotation.changes.liveAccounts, filter: filter, limit: limit,
            part: try ListPart(changes, behind: cursor, limit: limit, name: \.id.description), asOf: now)
    }
}
