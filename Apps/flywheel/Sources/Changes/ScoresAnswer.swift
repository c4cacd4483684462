import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `changes score` prints: what was expected of proposed prices, beside what was sold.
struct ScoresAnswer: Answer {
    let scores: [ChangeScore]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = [
        "id", "verdict", "mode", "state", "account", "marketplace", "sku", "what", "days", "expectedUnits",
        "soldUnits", "errorUnits", "isHit",
    ]

    var rows: [JSON] {
        scores.map { score in
            let change = score.change
            return [
                "id": .text(change.id.description), "verdict": .text(score.verdict.rawValue),
                "mode": .text(change.mode.rawValue), "state": .text(change.state.rawValue),
                "account": .text(change.subject.account), "marketplace": .text(change.subject.marketplace),
                "sku": .text(change.subject.code), "what": .text(change.change.words), "days": .count(score.days),
                "expectedUnits": score.expected.map { .number($0) } ?? nil, "soldUnits": .count(score.sold),
                "errorUnits": score.error.map { .number($0) } ?? nil,
                "isHit": score.isHit.map { .bool($0) } ?? nil,
            ]
        }
    }

    /// Those that were compared, by verdict.
    private var compared: [(verdict: ChangeScore.Verdict, scores: [ChangeScore])] {
        [.taken, .notTaken].map { verdict in (verdict, scores.filter { $0.verdict == verdict }) }
    }

    var json: JSON {
        [
            "schema": "flywheel.change-scores/1", "asOf": .instant(asOf), "proposals": .count(scores.count),
            "totals": .array(
                compared.map { verdict, scores in
                    [
                        "verdict": .text(verdict.rawValue), "count": .count(scores.count),
                        "hits": .count(scores.count { $0.isHit == true }),
                        "expectedUnits": .number(scores.reduce(0) { $0 + ($1.expected ?? 0) }),
                        "soldUnits": .count(scores.reduce(0) { $0 + $1.sold }),
                    ]
                }), "items": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] {
        guard !scores.isEmpty else { return ["No price was proposed yet"] + page.next("flywheel changes") }
        let early = scores.count { $0.verdict == .tooEarly }
        let head = ["\(Numbers.count(scores.count, "proposed price")), \(Numbers.grouped(early)) too early to tell"]
        let columns: [Table.Column] = [
            .init("PRICE", least: 10), .init("PROPOSALS", isRight: true), .init("EXPECTED", isRight: true),
            .init("SOLD", isRight: true), .init("WITHIN 80%", isRight: true),
        ]
        let totals = compared.map { verdict, scores -> [Table.Cell] in
            let expected = scores.reduce(0) { $0 + ($1.expected ?? 0) }
            return [
                Table.Cell(verdict.words), Table.Cell(Numbers.grouped(scores.count)),
                Table.Cell(Numbers.fixed(expected, decimals: 1)),
                Table.Cell(Numbers.grouped(scores.reduce(0) { $0 + $1.sold })),
                Table.Cell(Numbers.grouped(scores.count { $0.isHit == true })),
            ]
        }
        return head + [""] + Table(columns: columns, rows: totals).lines(on: page) + [""] + table(page)
    }

    private func table(_ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("ID"), .init("PRICE", least: 10), .init("WHAT", least: 16), .init("LISTING", least: 8),
            .init("DAYS", isRight: true), .init("EXPECTED", isRight: true), .init("SOLD", isRight: true),
        ]
        let rows = scores.map { score -> [Table.Cell] in
            let change = score.change
            return [
                Table.Cell(change.id.description, .bold), Table.Cell(score.verdict.words),
                Table.Cell(change.change.words), Table.Cell("\(change.subject.code) \(change.subject.marketplaceName)"),
                Table.Cell(Numbers.grouped(score.days)),
                Table.Cell(score.expected.map { Numbers.fixed($0, decimals: 1) } ?? "?"),
                Table.Cell(Numbers.grouped(score.sold)),
            ]
        }
        return Table(columns: columns, rows: rows).lines(on: page)
    }
}

extension ChangeScore.Verdict {
    /// Which price stood, in words.
    var words: String {
        switch self {
        case .taken: "taken"
        case .notTaken: "not taken"
        case .elsewhere: "elsewhere"
        case .unknown: "unknown"
        case .tooEarly: "too early"
        }
    }
}
