import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `disputes lapse` prints: what deadlines and ends of holds had brought about, and is written down now.
struct LapsesAnswer: DocumentedAnswer {
    let items: [(id: CaseID, lapse: DisputeLapse)]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("lapses", "What deadlines and ends of holds had brought about.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf),
        "items": .list(
            \.items, ["case": .value { $0.id }, "at": .value { $0.lapse.at }, "what": .value { $0.lapse.words }]),
    ]

    func text(on page: Page) -> [String] {
        guard !items.isEmpty else { return ["No deadline of a dispute has run out since anybody looked"] }
        return items.flatMap { page.wrapped("\($0.id)  \(page.clock.dated($0.lapse.at))  \($0.lapse.words)") }
            + page.next("flywheel disputes")
    }
}
