import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `disputes lapse` prints: what deadlines and ends of holds had brought about, and is written down now.
struct LapsesAnswer: Answer {
    let items: [(id: CaseID, lapse: DisputeLapse)]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["case", "at", "what"]
    var rows: [JSON] {
        items.map { ["case": .text($0.id.description), "at": .instant($0.lapse.at), "what": .text($0.lapse.words)] }
    }

    var json: JSON { ["schema": "flywheel.lapses/1", "asOf": .instant(asOf), "items": .array(rows)] }

    func text(on page: Page) -> [String] {
        guard !items.isEmpty else { return ["No deadline of a dispute has run out since anybody looked"] }
        return items.flatMap { page.wrapped("\($0.id)  \(page.clock.dated($0.lapse.at))  \($0.lapse.words)") }
            + page.next("flywheel disputes")
    }
}
