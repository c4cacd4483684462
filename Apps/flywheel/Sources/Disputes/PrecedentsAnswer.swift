import CaseDesk
import FlywheelKit
import FlywheelStore

/// What `disputes precedents` prints: what was decided before and why, newest first.
struct PrecedentsAnswer: DocumentedAnswer {
    let items: [Precedent]
    let matching: ListCount
    /// Where to go on; `nil` at the end.
    let next: String?
    let asOf: Instant

    let listKey: String? = "items"

    var remarks: [String] { next.map { ["more follow with --cursor \($0)"] } ?? [] }

    static let document = Document("precedents", "What was decided before, and why.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "items": .value(\.items), "matching": .value(\.matching),
        "nextCursor": .value(\.next),
    ]

    func text(on page: Page) -> [String] {
        guard let first = items.first else { return ["Nothing like it was decided before"] }
        let told = items.flatMap { item -> [String] in
            let amount = item.record.amount.map(Numbers.money) ?? "an unknown amount"
            let head =
                "\(item.record.id)  \(item.record.kind) over \(amount), \(item.decision.state.rawValue) by "
                + "\(item.record.by), \(page.clock.dated(item.record.at)); \(item.decision.dispute.words), "
                + item.decision.reason
            return page.wrapped(head.visible)
                + page.wrapped((item.rationale ?? "its rationale was erased").visible, head: "     ")
        }
        return told + remarks + page.next("flywheel disputes show \(first.record.case)")
    }
}
