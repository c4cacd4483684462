import CaseDesk
import Cases
import FlywheelKit

/// What `sla` prints: how often each promise was kept.
struct AttainmentAnswer: DocumentedAnswer {
    let lines: [AttainmentLine]
    let since: Instant
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("attainment", "How often each promise was kept, clock by clock.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "since": .value(\.since),
        "items": .list(
            \.lines,
            [
                "promise": .value(\.key.promise), "clock": .word(\.key.clock), "met": .value(\.attainment.met),
                "late": .value(\.attainment.late), "overdue": .value(\.attainment.overdue),
                "pending": .value(\.attainment.pending), "void": .value(\.attainment.void),
                "unknown": .value(\.attainment.unknown), "share": .share(\.attainment.share),
            ]),
    ]

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
