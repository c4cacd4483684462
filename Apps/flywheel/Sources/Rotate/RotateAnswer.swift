import Thresholds
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning

/// What `rotate` prints: what one turn of the wheel changed.
struct RotateAnswer: Answer {
    let summary: RotationSummary
    /// The rotation before, to compare with.
    let last: RotationSummary?
    /// Proposals to change thresholds that it moved on.
    var moved: [KeptProposal] = []

    /// The version it was the first turn of, where the rotation before was of another.
    var firstOf: String? { last != nil && last?.program != summary.program ? summary.program : nil }

    let listKey: String? = "workflows"
    let columns = ["workflow", "opened", "kept", "changed", "ended", "notFixed", "decided", "withheld"]

    var rows: [JSON] {
        summary.workflows.map {
            [
                "workflow": .text($0.id), "title": .text($0.title), "opened": .count($0.opened),
                "kept": .count($0.kept),
                "changed": .count($0.changed), "ended": .count($0.ended), "notFixed": .count($0.notFixed),
                "decided": .bool($0.decided), "withheld": .texts($0.withheld.map(\.text)),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.rotation/1", "rotation": .text(summary.rotation.description),
            "asOf": .instant(summary.asOf),
            "currency": .text(summary.currency.code), "horizonDays": .count(summary.horizonDays),
            "listings": .count(summary.listings), "workflows": .array(rows), "openCount": .count(summary.open),
            "atRisk": .money(summary.atRisk, summary.currency),
            "statedAtRisk": .money(summary.stated, summary.currency),
            "unpriced": .array(
                summary.unpriced.sorted { $0.key < $1.key }.map {
                    ["reason": .text($0.key), "count": .count($0.value)]
                }),
            "verified": .count(summary.verified), "selfCleared": .count(summary.selfCleared),
            "skipped": .count(summary.skipped),
            "unowned": .array(
                (summary.unowned ?? []).map {
                    [
                        "owner": .text($0.owner), "account": .text($0.account), "why": .text($0.why.rawValue),
                        "count": .count($0.count),
                    ]
                }), "queueDigest": .text(summary.queueDigest),
            "previous": last.map {
                [
                    "rotation": .text($0.rotation.description), "openCount": .count($0.open),
                    "atRisk": .money($0.atRisk, $0.currency),
                ]
            } ?? nil,
            "proposed": .count(summary.proposed ?? 0), "firstOf": .text(firstOf),
            "thresholds": .array(
                moved.map { ["id": .text($0.record.id), "state": .text($0.proposal.state.rawValue)] }),
        ]
    }

    func text(on page: Page) -> [String] {
        [
            "\(page.ink(summary.rotation.description, .bold)), as of \(page.clock.full(summary.asOf)), "
                + Numbers.count(summary.listings, "listing")
        ] + table(page) + totals(page)
            + moved.flatMap { kept in
                let why = kept.proposal.steps.last.map { $0.reason.isEmpty ? "" : ": \($0.reason)" } ?? ""
                return page.wrapped(
                    "\(kept.record.id) \(kept.proposal.workflow).\(kept.proposal.knob) is"
                        + " \(kept.proposal.state.words)\(why)", head: "Threshold ")
            } + page.next("flywheel queue")
    }

    private func table(_ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("", least: 12), .init("NEW", isRight: true), .init("KEPT", isRight: true),
            .init("CHANGED", isRight: true), .init("ENDED", isRight: true), .init("NOT FIXED", isRight: true),
            .init("FEEDS", least: 16),
        ]
        let rows = summary.workflows.map { workflow in
            let counts = [workflow.opened, workflow.kept, workflow.changed, workflow.ended].map {
                Table.Cell(workflow.decided ? Numbers.grouped($0) : "-")
            }
            let feeds =
                workflow.withheld.isEmpty
                ? Table.Cell("fresh", .green)
                : Table.Cell(workflow.withheld.map(\.text).joined(separator: ", "), .yellow)
            return [Table.Cell(workflow.title)] + counts
                + [Table.Cell(Numbers.grouped(workflow.notFixed), workflow.notFixed > 0 ? .red : .plain), feeds]
        }
        return Table(columns: columns, rows: rows).lines(on: page)
    }

    private func totals(_ page: Page) -> [String] {
        let total = Money(minorUnits: summary.atRisk, summary.currency)
        let before = last.map { last in
            let money = Money(minorUnits: last.atRisk, last.currency)
            let text = last.currency == summary.currency ? Numbers.amount(money) : Numbers.money(money)
            return " (\(last.rotation): \(text))"
        }
        var lines = page.wrapped(
            "\(Numbers.grouped(summary.open)), \(page.ink(Numbers.money(total), .bold)) at risk\(before ?? ""),"
                + " each listing once", head: "Open       ")
        if summary.stated > 0 {
            lines.append(
                "Stated     \(Numbers.money(Money(minorUnits: summary.stated, summary.currency))) by documents, counted apart"
            )
        }
        if summary.verified + summary.selfCleared > 0 {
            lines.append(
                "Cleared    \(Numbers.grouped(summary.verified)) verified; \(Numbers.grouped(summary.selfCleared))"
                    + " by themselves, counted apart")
        }
        for (reason, count) in summary.unpriced.sorted(by: { $0.key < $1.key }) {
            lines.append("Unpriced   \(Numbers.grouped(count)): \(reason.visible)")
        }
        if let count = summary.proposed, count > 0 {
            lines += page.line(
                "Proposed   \(Numbers.count(count, "change of a listing", "changes of listings"))",
                command: "flywheel changes")
        }
        for unowned in summary.unowned ?? [] {
            let found = "\(Numbers.grouped(unowned.count)) of \(unowned.account): the rules name \(unowned.owner), who "
            lines += page.wrapped((found + unowned.why.words).visible, head: "No owner   ")
        }
        if let last, last.asOf > summary.asOf {
            lines += page.wrapped(
                "behind \(last.rotation), which looked from \(page.clock.full(last.asOf)): what it ended stays ended, and opens anew "
                    + "where the data show it", head: "Went back  ")
        }
        if let firstOf {
            lines += page.wrapped(
                "first turn of \(firstOf), after \(last?.program ?? "an older version"): part of what moved may be how it reckons, "
                    + "and not the facts", head: "Version    ")
        }
        if summary.skipped > 0 {
            lines.append(
                "Left       \(Numbers.grouped(summary.skipped)) that people changed meanwhile, for the next rotation")
        }
        return lines
    }
}

extension Roster.Obstacle {
    /// What follows a name and "who".
    var words: String {
        switch self {
        case .disabled: "is kept out"
        case .outOfScope: "may not know of it"
        }
    }
}
