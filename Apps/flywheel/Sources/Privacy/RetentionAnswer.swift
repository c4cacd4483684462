import CaseDesk
import FlywheelKit
import FlywheelStore

/// What `privacy retain` prints: whose time is over, and what was erased.
struct RetentionAnswer: Answer {
    let expired: ExpiredTexts
    /// What was erased; `nil` where it was only looked.
    let report: ErasureReport?

    let listKey: String? = "items"
    let columns = ["marketplace", "days", "cases"]

    var rows: [JSON] {
        expired.parts.map { part in
            [
                "marketplace": .text(part.marketplace), "days": .count(part.days),
                "cases": .texts(part.cases.map(\.description)),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.retention/1", "erased": .count(report?.texts),
            "parties": .texts(expired.parties.map(\.description)),
            "disputed": .texts(expired.disputed.map(\.description)), "items": .array(rows),
        ]
    }

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
