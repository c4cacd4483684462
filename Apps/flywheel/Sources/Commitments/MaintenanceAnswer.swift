import Commitments
import FlywheelKit

/// What `maintenance` prints.
struct MaintenanceAnswer: Answer {
    let maintenance: [Maintenance]
    /// Whether what is over is among it.
    let isWhole: Bool
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["id", "title", "state", "components", "owner", "starts", "ends"]
    var rows: [JSON] { maintenance.map { $0.json(at: asOf) } }
    var json: JSON { ["schema": "flywheel.maintenance/1", "asOf": .instant(asOf), "items": .array(rows)] }

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
struct MaintenanceRecordAnswer: Answer {
    let maintenance: Maintenance
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = ["at", "by", "step", "starts", "ends", "text"]

    var rows: [JSON] {
        maintenance.body.updates.map { update in
            [
                "at": .instant(update.at), "by": .text(update.by), "step": .text(update.step.rawValue),
                "starts": .instant(update.starts), "ends": .instant(update.ends), "text": .text(update.text),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.maintenance-record/1", "asOf": .instant(asOf),
            "maintenance": maintenance.json(at: asOf), "updates": .array(rows),
        ]
    }

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

    /// It as one row, for the desk: with who sees to it.
    func json(at now: Instant) -> JSON {
        [
            "id": .text(id), "title": .text(body.title), "state": .text(state(at: now).rawValue),
            "components": .texts(body.components), "owner": .text(body.owner), "starts": .instant(last.starts),
            "ends": .instant(last.ends),
        ]
    }
}
