import CaseDesk
import Cases
import FlywheelKit

/// What `sla` prints: how often each promise was kept.
struct AttainmentAnswer: Answer {
    let lines: [AttainmentLine]
    let since: Instant
    let asOf: Instant

    let listKey: String? = "items"
    let columns = [
        "promise", "clock", "met", "late", "overdue", "pending", "void", "unknown", "share",
    ]

    var rows: [JSON] {
        lines.map { line in
            let kept = line.attainment
            return [
                "promise": .text(line.key.promise), "clock": .text(line.key.clock.rawValue), "met": .count(kept.met),
                "late": .count(kept.late), "overdue": .count(kept.overdue), "pending": .count(kept.pending),
                "void": .count(kept.void), "unknown": .count(kept.unknown),
                "share": kept.share.map { .number(($0 * 10_000).rounded() / 10_000) } ?? nil,
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.attainment/1", "asOf": .instant(asOf), "since": .instant(since),
            "items": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] {
        let span = "open cases, and those over since \(page.clock.dated(since)); as of \(page.clock.full(asOf))"
        guard !lines.isEmpty else {
            return page.wrapped("No promise was made for any case: \(span)") + page.next("flywheel sla preview")
        }
        let overdue = lines.reduce(0) { $0 + $1.attainment.overdue }
        let table = Table(
            columns: [
                .init("PROMISE", least: 8), .init("CLOCK"), .init("KEPT", isRight: true), .init("LATE", isRight: true),
                .init("OVERDUE", isRight: true), .init("AWAITED", isRight: true), .init("VOID", isRight: true),
                .init("UNKNOWN", isRight: true), .init("SHARE", isRight: true),
            ],
            rows: lines.map { line in
                let kept = line.attainment
                let counts = [kept.met, kept.late, kept.overdue, kept.pending, kept.void, kept.unknown]
                return [Table.Cell(line.key.promise), Table.Cell(line.key.clock.words)]
                    + counts.enumerated().map { place, count in
                        Table.Cell(Numbers.grouped(count), place == 2 && count > 0 ? .red : .plain)
                    } + [Table.Cell(kept.share.map(Numbers.percent) ?? "-")]
            }, droppable: lines.contains { $0.attainment.unknown > 0 } ? ["VOID"] : ["UNKNOWN", "VOID"]
        ).lines(on: page)
        return page.wrapped(span.capitalizedFirst) + [""] + table + [""]
            + page.wrapped("The share is of what was kept or missed; overdue and still awaited is missed.")
            + page.next(overdue > 0 ? "flywheel cases" : "flywheel sla preview")
    }
}
