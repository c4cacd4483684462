import Thresholds
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning

/// What `rotate` prints: what one turn of the wheel changed.
struct RotateAnswer: DocumentedAnswer {
    let summary: RotationSummary
    /// The rotation before, to compare with.
    let last: RotationSummary?
    /// Proposals to change thresholds that it moved on.
    var moved: [KeptProposal] = []
    /// Whether to tell of rows about which nothing could be told.
    var tellsRows = false

    /// The version it was the first turn of, where the rotation before was of another.
    var firstOf: String? { last != nil && last?.program != summary.program ? summary.program : nil }

    let listKey: String? = "workflows"
    let columns = ["workflow", "opened", "kept", "changed", "ended", "notFixed", "decided", "withheld"]

    static let document = Document("rotation", "What one turn of the wheel changed.", members)

    static let members: Members<Self> = [
        "rotation": .value(\.summary.rotation), "asOf": .value(\.summary.asOf), "currency": .value(\.summary.currency),
        "horizonDays": .value(\.summary.horizonDays), "listings": .value(\.summary.listings),
        "workflows": .list(
            \.summary.workflows,
            [
                "workflow": .value(\.id), "title": .value(\.title), "opened": .value(\.opened), "kept": .value(\.kept),
                "changed": .value(\.changed), "ended": .value(\.ended), "notFixed": .value(\.notFixed),
                "decided": .value(\.decided), "withheld": .value { $0.withheld.map(\.text) },
                "rows": .value(\.rows), "untold": .value(\.untold),
            ]),
        "openCount": .value(\.summary.open), "atRisk": .value(\.summary.totalAtRisk),
        "statedAtRisk": .value(\.summary.totalStated),
        "unpriced": .value(\.summary.unpricedReasons), "verified": .value(\.summary.verified),
        "selfCleared": .value(\.summary.selfCleared), "skipped": .value(\.summary.skipped),
        "unowned": .list(
            { $0.summary.unowned ?? [] },
            ["owner": .value(\.owner), "account": .value(\.account), "why": .word(\.why), "count": .value(\.count)]),
        "queueDigest": .value(\.summary.queueDigest),
        "previous": .maybe(
            \.last,
            ["rotation": .value(\.rotation), "openCount": .value(\.open), "atRisk": .value(\.totalAtRisk)]),
        "proposed": .value { $0.summary.proposed ?? 0 }, "firstOf": .value(\.firstOf),
        "thresholds": .list(\.moved, ["id": .value(\.record.id), "state": .value(\.proposal.state.rawValue)]),
        "verifiedAtRisk": .value(\.summary.totalVerified), "dismissed": .value(\.summary.dismissed),
        "actedOn": .value(\.summary.actedOn),
    ]

    func text(on page: Page) -> [String] {
        [
            "\(page.ink(summary.rotation.description, .bold)), as of \(page.clock.full(summary.asOf)), "
                + Numbers.count(summary.listings, "listing")
        ] + table(page) + totals(page)
            + moved.flatMap { kept in
                let why = kept.proposal.steps.last.map { $0.reason.isEmpty ? "" : ": \($0.reason)" } ?? ""
                return page.wrapped(
                    "\(kept.record.id) \(kept.proposal.name) is \(kept.proposal.state.words)\(why)", head: "Threshold ")
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

    /// How exceptions ended. What nobody worked on is counted apart: it is nobody's doing.
    private func cleared(_ page: Page) -> [String] {
        func counted(_ count: Int?, _ words: String) -> String? {
            count.flatMap { $0 > 0 ? "\(Numbers.grouped($0)) \(words)" : nil }
        }
        let money = summary.totalVerified.flatMap { $0.minorUnits > 0 ? $0 : nil }
        let worth = money.map { ", \(page.ink(Numbers.money($0), .bold))" } ?? ""
        let worked = [counted(summary.dismissed, "dismissed"), counted(summary.actedOn, "acted on")].compactMap(\.self)
        let parts = [
            counted(summary.verified, "verified\(worth)"), worked.isEmpty ? nil : worked.joined(separator: ", "),
            counted(summary.selfCleared, "by themselves, counted apart"),
            counted(summary.lapsed, "predicted, which did not happen"),
        ].compactMap(\.self)
        return parts.isEmpty ? [] : page.wrapped(parts.joined(separator: "; "), head: "Cleared    ")
    }

    private func totals(_ page: Page) -> [String] {
        let before = last.map { last in
            let money = last.totalAtRisk
            let text = last.currency == summary.currency ? Numbers.amount(money) : Numbers.money(money)
            return " (\(last.rotation): \(text))"
        }
        var lines = page.wrapped(
            "\(Numbers.grouped(summary.open)), \(page.ink(Numbers.money(summary.totalAtRisk), .bold)) at risk\(before ?? ""),"
                + " each listing once", head: "Open       ")
        if summary.stated > 0 {
            lines.append(
                "Stated     \(Numbers.money(summary.totalStated)) by documents, counted apart"
            )
        }
        lines += cleared(page)
        lines += summary.unpricedReasons.map { "Unpriced   \(Numbers.grouped($0.count)): \($0.reason.visible)" }
        if let count = summary.proposed, count > 0 {
            lines += page.line(
                "Proposed   \(Numbers.count(count, "change of a listing", "changes of listings"))",
                command: "flywheel changes")
        }
        for unowned in summary.unowned ?? [] {
            let found = "\(Numbers.grouped(unowned.count)) of \(unowned.account): the rules name \(unowned.owner), who "
            lines += page.wrapped((found + unowned.why.words).visible, head: "No owner   ")
        }
        let untold = summary.workflows.compactMap { workflow in
            workflow.untold.flatMap { count in
                count == 0
                    ? nil
                    : "\(workflow.title) \(Numbers.grouped(count)) of \(Numbers.grouped(workflow.rows ?? count))"
            }
        }
        if tellsRows, !untold.isEmpty {
            lines += page.wrapped(
                "\(untold.joined(separator: ", ")) rows: too little is known of them to open or close anything, or not of every"
                    + " kind", head: "Untold     ")
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
