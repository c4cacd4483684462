import Commitments
import FlywheelKit

/// What `maintenance` prints.
struct MaintenanceAnswer: DocumentedAnswer {
    let maintenance: [Maintenance]
    /// Whether what is over is among it.
    let isWhole: Bool
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("maintenance", "Announced maintenance, the newest first.", members)

    static let members: Members<Self> = ["asOf": .value(\.asOf), "items": .list(\.items, StandingMaintenance.forDesk)]

    private var items: [StandingMaintenance] {
        maintenance.map { StandingMaintenance(maintenance: $0, asOf: asOf) }
    }

    func text(on page: Page) -> [String] {
        guard !maintenance.isEmpty else {
            return ["No maintenance \(isWhole ? "was ever announced" : "is announced or under way")"]
                + page.next("flywheel maintenance announce --help")
        }
        let table = Table(
            columns: [
                .init("ID"), .init("STATE"), .init("FROM"), .init("UNTIL"), .init("OWNER", least: 5),
                .init("WHAT", least: 16),
            ],
            rows: maintenance.map { found in
                [
                    Table.Cell(found.id, .bold), found.standing(on: page.clock),
                    Table.Cell(page.clock.short(found.last.starts)), Table.Cell(page.clock.short(found.last.ends)),
                    Table.Cell(found.body.owner), Table.Cell(found.body.title),
                ]
            }, droppable: ["OWNER"])
        return ["\(Numbers.grouped(maintenance.count)) of maintenance", ""] + table.lines(on: page)
            + page.next("flywheel maintenance show \(maintenance[0].id)")
    }
}

/// What is printed of one maintenance.
struct MaintenanceRecordAnswer: DocumentedAnswer {
    let maintenance: Maintenance
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = MaintenanceBody.Update.forDesk.columns

    var rows: [JSON] { maintenance.body.updates.map(MaintenanceBody.Update.forDesk.json) }

    static let document = Document("maintenance-record", "What was said of one maintenance, and by whom.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "maintenance": .part(StandingMaintenance.forDesk.of(\.standing)),
        "updates": .list(\.maintenance.body.updates, MaintenanceBody.Update.forDesk),
    ]

    private var standing: StandingMaintenance { StandingMaintenance(maintenance: maintenance, asOf: asOf) }

    func text(on page: Page) -> [String] {
        let state = maintenance.standing(on: page.clock)
        let last = maintenance.last
        let head =
            "\(page.ink(maintenance.id, .bold))  \(maintenance.body.title.visible), \(page.ink(state.text, state.tone))"
        let span = "From \(page.clock.dated(last.starts)) to \(page.clock.dated(last.ends))"
        let components = maintenance.body.components.joined(separator: ", ")
        let updates = maintenance.body.updates.flatMap { update in
            ["", "\(page.clock.dated(update.at))  \(update.step.rawValue), \(update.by)".visible]
                + page.wrapped(update.text.visible, head: "  ")
        }
        let next: String? =
            switch last.step {
            case .announced: "flywheel maintenance begin \(maintenance.id)"
            case .begun: "flywheel maintenance complete \(maintenance.id)"
            case .done, .cancelled: nil
            }
        return [head] + page.wrapped("\(span), \(components); \(maintenance.body.owner) sees to it".visible) + updates
            + page.next(next ?? "flywheel maintenance")
    }
}

extension Maintenance {
    /// Where it stands, for people.
    func standing(on clock: WallClock) -> Table.Cell {
        switch state(at: clock.now) {
        case .announced: Table.Cell("announced")
        case .underWay: Table.Cell("under way", .yellow)
        case .late: Table.Cell("late", .red)
        case .done: Table.Cell("done", .green)
        case .cancelled: Table.Cell("cancelled")
        }
    }
}
