import FlywheelHost
import FlywheelKit
import FlywheelRuntime

/// What `imports feeds` prints: how fresh each feed is, and which are not there.
struct FeedsAnswer: DocumentedAnswer {
    let feeds: [FeedAge]
    let absent: [AbsentInput]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("feeds", "How fresh each feed is, and which are not there.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "items": .value(\.feeds), "absent": .value(\.absent),
    ]

    func text(on page: Page) -> [String] {
        guard !feeds.isEmpty else {
            return ["No facts yet: no file was imported"] + page.next("flywheel import FILES")
        }
        return lines(on: page) + page.next("flywheel imports")
    }

    /// The table of feeds, and what is assumed where there is none.
    func lines(on page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("FEED", least: 12), .init("OF", least: 8), .init("AGE", isRight: true), .init("LIMIT", isRight: true),
            .init("STATE", least: 12),
        ]
        let rows = feeds.map { feed in
            let owner = Marketplace.beside(feed.account, feed.marketplace)
            return [
                Table.Cell(feed.feed.title), Table.Cell(owner), Table.Cell(feed.age(at: asOf) ?? "?"),
                Table.Cell(WallClock.span(Int64(feed.feed.freshForDays * 86_400))), feed.stateCell,
            ]
        }
        return Table(columns: columns, rows: rows).lines(on: page)
            + (absent.isEmpty
                ? []
                : [""]
                    + absent.flatMap { input in
                        let owner = input.owner.map { " of \($0)" } ?? ""
                        return page.wrapped(
                            "\(input.feed.title)\(owner): \(input.assumed)".visible, head: "Not there  ")
                    })
    }
}
