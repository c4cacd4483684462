import Commitments
import FlywheelKit

/// What `incidents` prints.
struct IncidentsAnswer: Answer {
    let incidents: [Incident]
    /// Whether those that are over are among them.
    let isWhole: Bool
    let asOf: Instant

    let listKey: String? = "items"
    let columns = [
        "id", "title", "state", "severity", "components", "owner", "began", "opened", "nextUpdate", "resolved",
    ]
    var rows: [JSON] { incidents.map { $0.json(at: asOf) } }
    var json: JSON { ["schema": "flywheel.incidents/1", "asOf": .instant(asOf), "items": .array(rows)] }

    func text(on page: Page) -> [String] {
        guard !incidents.isEmpty else {
            return ["No incident \(isWhole ? "was ever told of" : "lasts")"]
                + page.next("flywheel incidents open TITLE --text TEXT --component ID")
        }
        let table = Table(
            columns: [
                .init("ID"), .init("STATE"), .init("SEVERITY"), .init("NEXT UPDATE"), .init("OWNER", least: 5),
                .init("WHAT", least: 16),
            ],
            rows: incidents.map { incident in
                [
                    Table.Cell(incident.id, .bold), incident.standing(on: page.clock),
                    Table.Cell(incident.last.severity.rawValue),
                    Table.Cell(incident.last.next.map(page.clock.due) ?? "-"), Table.Cell(incident.body.owner),
                    Table.Cell(incident.body.title),
                ]
            }, droppable: ["OWNER"])
        let overdue = incidents.first { $0.state(at: asOf) == .overdue }
        return [Numbers.count(incidents.count, "incident"), ""] + table.lines(on: page)
            + page.next(
                overdue.map { "flywheel incidents update \($0.id) --text TEXT" }
                    ?? "flywheel incidents show \(incidents[0].id)")
    }
}

/// What is printed of one incident.
struct IncidentAnswer: Answer {
    let incident: Incident
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = ["at", "by", "severity", "components", "nextUpdate", "text"]

    var rows: [JSON] {
        incident.body.updates.map { update in
            [
                "at": .instant(update.at), "by": .text(update.by), "severity": .text(update.severity.rawValue),
                "components": .texts(update.components), "nextUpdate": .instant(update.next),
                "text": .text(update.text),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.incident/1", "asOf": .instant(asOf), "incident": incident.json(at: asOf),
            "updates": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] {
        let state = incident.standing(on: page.clock)
        let head =
            "\(page.ink(incident.id, .bold))  \(incident.body.title.visible), \(page.ink(state.text, state.tone))"
        let next = incident.last.next.map {
            page.wrapped("Next update \(page.clock.due($0)), \(incident.body.owner) sees to it".visible)
        }
        let updates = incident.body.updates.flatMap { update in
            let components = update.components.joined(separator: ", ")
            let words = update.isEnd ? "resolved" : "\(update.severity.rawValue), \(components)"
            return ["", "\(page.clock.dated(update.at))  \(words), \(update.by)".visible]
                + page.wrapped(update.text.visible, head: "  ")
        }
        return [head, "Began \(page.clock.dated(incident.body.began))"] + (next ?? []) + updates
            + (incident.resolved == nil
                ? page.next("flywheel incidents update \(incident.id) --text TEXT") : page.next("flywheel incidents"))
    }
}

extension Incident {
    /// Where it stands, for people.
    func standing(on clock: WallClock) -> Table.Cell {
        switch state(at: clock.now) {
        case .open: Table.Cell("open")
        case .overdue: Table.Cell("update overdue", .red)
        case .resolved: Table.Cell("resolved", .green)
        }
    }

    /// It as one row, for the desk: with who sees to it.
    func json(at now: Instant) -> JSON {
        [
            "id": .text(id), "title": .text(body.title), "state": .text(state(at: now).rawValue),
            "severity": .text(severity?.rawValue), "components": .texts(last.components), "owner": .text(body.owner),
            "began": .instant(body.began), "opened": .instant(body.updates[0].at), "nextUpdate": .instant(last.next),
            "resolved": .instant(resolved),
        ]
    }
}
