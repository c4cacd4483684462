import FlywheelKit
import FlywheelStore
import People

/// What `people tokens` prints: API tokens, or the one that was forgotten.
struct TokensAnswer: DocumentedAnswer {
    let tokens: [TokenRecord]
    /// The names of people, by id.
    let names: [PersonID: String]
    let clock: WallClock
    /// What was done, in the past tense; `nil` where they are listed.
    var verb: String?

    let listKey: String? = "items"

    static let document = Document("tokens", "API tokens, or those that were forgotten.", members)

    static let members: Members<Self> = ["done": .value(\.verb), "items": .value(\.items)]

    private var items: [NamedToken] { tokens.map { NamedToken(token: $0, person: names[$0.person]) } }

    func text(on page: Page) -> [String] {
        guard !tokens.isEmpty else {
            return ["There is no API token"] + page.next("flywheel people issue NAME --label WHAT")
        }
        let rows = items.map { named -> [Table.Cell] in
            let token = named.token
            return [
                Table.Cell(token.id.description, .bold), Table.Cell(named.person ?? ""),
                Table.Cell(token.label.visible), Table.Cell(token.rights.joined(separator: ", ")),
                Table.Cell(token.ends.map(clock.dated) ?? "does not"),
                Table.Cell(token.lastUsed.map(clock.dated) ?? "never"),
            ]
        }
        let table = Table(
            columns: [
                .init("ID"), .init("PERSON"), .init("LABEL", least: 8), .init("RIGHTS", least: 8), .init("ENDS"),
                .init("LAST USED"),
            ], rows: rows)
        return (verb.map { ["\($0) \(Numbers.count(tokens.count, "API token"))", ""] } ?? []) + table.lines(on: page)
    }
}

/// What `people issue` prints: a new API token, which is shown this once.
struct IssuedTokenAnswer: DocumentedAnswer {
    let token: TokenRecord
    let person: String
    let text: String
    var warnings: [String] = []

    let columns = ["id", "label", "person", "rights", "accounts", "ends", "secret"]
    var rows: [JSON] { [.object(named.json.members + [JSON.Member(key: "secret", value: .text(text))])] }

    static let document = Document("issued-token", "A new API token.", members)

    static let members: Members<Self> = ["secret": .value(\.text), "token": .value(\.named)]

    private var named: NamedToken { NamedToken(token: token, person: person) }

    func text(on page: Page) -> [String] {
        page.wrapped(
            "Made \(token.id) for \(person), which may \(token.rights.joined(separator: ", ")). It is not shown again:")
            + ["", "  \(text)", ""]
            + page.wrapped("Programs send it as Authorization: Bearer TOKEN.")
    }
}

/// An API token, with the name of whose it is.
private struct NamedToken: JSONRecord {
    let token: TokenRecord
    let person: String?

    static let members: Members<Self> = [
        "id": .value(\.token.id), "label": .value(\.token.label), "person": .value(\.person),
        "rights": .init(.list(.word(Right.allCases.map(\.rawValue)))) { .texts($0.token.rights) },
        "accounts": .value(\.token.accounts), "made": .value(\.token.made), "ends": .value(\.token.ends),
        "lastUsed": .value(\.token.lastUsed),
    ]
}
