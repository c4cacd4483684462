import FlywheelKit
import FlywheelStore
import People

/// What `people log` prints: who came in, who was turned away, and what was changed at the door.
struct DoorLogAnswer: Answer {
    let events: [DoorEvent]
    /// The names of people, by id.
    let names: [PersonID: String]
    let clock: WallClock

    let listKey: String? = "items"
    let columns = ["number", "at", "kind", "person", "detail", "address"]
    var rows: [JSON] {
        events.map { event in
            [
                "number": .integer(event.number), "at": .instant(event.at), "kind": .text(event.kind),
                "person": .text(event.person.flatMap { names[$0] }), "detail": .text(event.detail),
                "address": .text(event.address),
            ]
        }
    }

    var json: JSON { ["schema": "flywheel.door-log/1", "items": .array(rows)] }

    static let shape: Shape = [
        "items": .list([
            "number": .integer, "at": .instant, "kind": .word(DoorKind.allCases.map(\.rawValue)),
            "person": .maybe(.text), "detail": .text, "address": .text,
        ])
    ]

    func text(on page: Page) -> [String] {
        guard !events.isEmpty else { return ["Nobody came to the door yet"] }
        let rows = events.map { event -> [Table.Cell] in
            [
                Table.Cell(clock.dated(event.at)), Table.Cell(event.kind, .bold),
                Table.Cell(event.person.flatMap { names[$0] } ?? ""), Table.Cell(event.detail),
                Table.Cell(event.address),
            ]
        }
        return Table(
            columns: [.init("AT"), .init("WHAT"), .init("PERSON"), .init("DETAIL", least: 8), .init("FROM")], rows: rows
        ).lines(on: page)
    }
}
