import FlywheelKit
import FlywheelStore
import People

/// What `people log` prints: who came in, who was turned away, and what was changed at the door.
struct DoorLogAnswer: DocumentedAnswer {
    let events: [DoorEvent]
    /// The names of people, by id.
    let names: [PersonID: String]
    let clock: WallClock

    let listKey: String? = "items"

    static let document = Document(
        "door-log", "Who came in, who was turned away, what was changed at the door.", members)

    static let members: Members<Self> = [
        "items": .list(
            \.items,
            [
                "number": .value { $0.event.number }, "at": .value { $0.event.at },
                "kind": .word(of: DoorKind.self) { $0.event.kind }, "person": .value { $0.person },
                "detail": .value { $0.event.detail }, "address": .value { $0.event.address },
            ])
    ]

    private var items: [(event: DoorEvent, person: String?)] { events.map { ($0, $0.person.flatMap { names[$0] }) } }

    func text(on page: Page) -> [String] {
        guard !events.isEmpty else { return ["Nobody came to the door yet"] }
        let rows = items.map { event, person -> [Table.Cell] in
            [
                Table.Cell(clock.dated(event.at)), Table.Cell(event.kind, .bold),
                Table.Cell(person ?? ""), Table.Cell(event.detail), Table.Cell(event.address),
            ]
        }
        return Table(
            columns: [.init("AT"), .init("WHAT"), .init("PERSON"), .init("DETAIL", least: 8), .init("FROM")], rows: rows
        ).lines(on: page)
    }
}
