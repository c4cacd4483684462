import Commitments
import FlywheelKit

/// What `incidents` prints.
struct IncidentsAnswer: DocumentedAnswer {
    let incidents: [Incident]
    /// Whether those that are over are among them.
    let isWhole: Bool
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("incidents", "Incidents, the newest first.", members)

    static let members: Members<Self> = ["asOf": .value(\.asOf), "items": .list(\.items, StandingIncident.forDesk)]

    private var items: [StandingIncident] { incidents.map { StandingIncident(incident: $0, asOf: asOf) } }

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
struct IncidentAnswer: DocumentedAnswer {
    let incident: Incident
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = IncidentBody.Update.forDesk.columns

    var rows: [JSON] { incident.body.updates.map(IncidentBody.Update.forDesk.json) }

    static let document = Document("incident", "What was said of one incident, and by whom.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "incident": .part(StandingIncident.forDesk.of(\.standing)),
        "updates": .list(\.incident.body.updates, IncidentBody.Update.forDesk),
    ]

    private var standing: StandingIncident { StandingIncident(incident: incident, asOf: asOf) }

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
}
