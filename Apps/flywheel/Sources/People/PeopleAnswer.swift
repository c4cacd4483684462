import FlywheelStore
import People

/// What `people` prints: who may come in, or what changed of one of them.
struct PeopleAnswer: DocumentedAnswer {
    let people: [PersonRecord]
    /// What was done, in the past tense; `nil` where they are listed.
    var verb: String?
    /// What they have that waits for work, where they were kept out; `nil` where that was not looked at.
    var holds: [Holdings.Piece]?
    var warnings: [String] = []

    let listKey: String? = "items"
    let columns = [
        "id", "name", "displayName", "role", "accounts", "state", "password", "secondFactor", "provider", "locale",
    ]

    static let document = Document("people", "Who may come in, and by what they sign in.", members)

    static let members: Members<Self> = [
        "done": .value(\.verb),
        "holds": .maybe(
            \.holds,
            [
                "claimed": .value { $0.count(.claimed) }, "assigned": .value { $0.count(.assigned) },
                "routed": .value { $0.count(.routed) }, "cases": .value { $0.count(.case) },
            ]), "items": .value(\.people),
    ]

    func text(on page: Page) -> [String] {
        guard !people.isEmpty else {
            return ["Nobody may come in yet"] + page.next("flywheel people add NAME --role admin")
        }
        let rows = people.map { person -> [Table.Cell] in
            [
                Table.Cell(person.id.description), Table.Cell(person.name, .bold), Table.Cell(person.state),
                Table.Cell(person.accounts.map { $0.joined(separator: ", ").visible } ?? "all"),
                Table.Cell(person.waysIn), Table.Cell(person.displayName.visible),
            ]
        }
        let table = Table(
            columns: [
                .init("ID"), .init("NAME"), .init("ROLE"), .init("ACCOUNTS", least: 8), .init("SIGNS IN BY", least: 8),
                .init("CALLED", least: 6),
            ], rows: rows)
        return (verb.map { ["\($0) \(people[0].name)", ""] } ?? []) + table.lines(on: page) + held(page)
    }

    /// What somebody has who was kept out, and the way to give it to another.
    private func held(_ page: Page) -> [String] {
        guard let holds, !holds.isEmpty, let person = people.first else { return [] }
        return page.wrapped("\(person.name) has \(holds.words)")
            + page.next("flywheel people hand \(person.name) --to NAME")
    }
}

extension PersonRecord: JSONRecord {
    /// By what they may sign in, in words.
    fileprivate var waysIn: String {
        let ways = [
            password == nil ? nil : secondFactor == nil ? "password" : "password and code",
            identity == nil ? nil : "provider",
        ].compactMap(\.self)
        return ways.isEmpty ? "nothing yet" : ways.joined(separator: ", ")
    }

    static let members: Members<Self> = [
        "id": .value(\.id), "name": .value(\.name), "displayName": .value(\.displayName),
        "role": .word(of: Role.self, \.role), "accounts": .value(\.accounts),
        "state": .init(.word(["active", "disabled"])) { .text($0.disabled == nil ? "active" : "disabled") },
        "disabled": .value(\.disabled), "password": .value { $0.password != nil },
        "secondFactor": .value { $0.secondFactor != nil }, "provider": .value(\.identity?.issuer),
        "locale": .value(\.locale),
    ]
}
