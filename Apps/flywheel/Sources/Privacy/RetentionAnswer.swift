import CaseDesk
import FlywheelKit
import FlywheelStore

/// What `privacy retain` prints: whose time is over, and what was erased.
struct RetentionAnswer: DocumentedAnswer {
    let expired: ExpiredTexts
    /// What was erased; `nil` where it was only looked.
    let report: ErasureReport?

    let listKey: String? = "items"

    static let document = Document(
        "retention", "What is kept for longer than it may be, and how many texts of it were erased.", members)

    static let members: Members<Self> = [
        "erased": .value(\.report?.texts), "parties": .value(\.expired.parties), "disputed": .value(\.expired.disputed),
        "items": .list(
            \.expired.parts,
            ["marketplace": .value(\.marketplace), "days": .value(\.days), "cases": .value(\.cases)]),
    ]

    func text(on page: Page) -> [String] {
        var lines = expired.parts.map { part in
            let name = Marketplace.named(part.marketplace)?.name ?? part.marketplace
            let place = name.isEmpty ? "no marketplace" : name
            return
                "\(place): \(Numbers.count(part.cases.count, "case")) ended over \(Numbers.count(part.days, "day")) ago"
                .visible
        }
        if !expired.parties.isEmpty {
            lines.append("\(Numbers.count(expired.parties.count, "party", "parties")) of whom nothing else is kept")
        }
        if !expired.disputed.isEmpty {
            lines += page.wrapped(
                "in dispute, and kept: \(expired.disputed.map(\.description).joined(separator: ", "))")
        }
        guard !expired.parts.isEmpty else { return lines + ["Nothing is kept for longer than it may be"] }
        guard let report else { return lines + page.next("flywheel privacy retain --yes") }
        return lines + ["Erased \(Numbers.count(report.texts, "text"))"] + page.next("flywheel journal verify")
    }
}
