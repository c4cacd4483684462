import FlywheelKit
import FlywheelStore
import People

/// What `people tokens` prints: API tokens, or the one that was forgotten.
struct TokensAnswer: Answer {
    let tokens: [TokenRecord]
    /// The names of people, by id.
    let names: [PersonID: String]
    let clock: WallClock
    /// What was done, in the past tense; `nil` where they are listed.
    var verb: String?

    let listKey: String? = "items"
    let columns = ["id", "label", "person", "rights", "accounts", "made", "ends", "lastUsed"]
    var rows: [JSON] { tokens.map { $0.json(person: names[$0.person]) } }

    var json: JSON { ["schema": "flywheel.tokens/1", "done": .text(verb), "items": .array(rows)] }

    static let shape: Shape = ["done": .maybe(.text), "items": .list(TokenRecord.shape)]

    func text(on page: Page) -> [String] {
        guard !tokens.isEmpty else {
            return ["There is no API token"] + page.next("flywheel people issue NAME --label WHAT")
        }
        let rows = tokens.map { token -> [Table.Cell] in
            [
                Table.Cell(token.id.description, .bold), Table.Cell(names[token.person] ?? ""),
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
struct IssuedTokenAnswer: Answer {
    let token: TokenRecord
    let person: String
    let text: String
    var warnings: [String] = []

    let columns = ["id", "label", "person", "rights", "accounts", "ends", "secret"]
    var rows: [JSON] {
        [.object(token.json(person: person).members + [JSON.Member(key: "secret", value: .text(text))])]
    }

    var json: JSON {
        ["schema": "flywheel.issued-token/1", "secret": .text(text), "token": token.json(person: person)]
    }

    static let shape: Shape = ["secret": .text, "token": TokenRecord.shape]

    func text(on page: Page) -> [String] {
        page.wrapped(
            "Made \(token.id) for \(person), which may \(token.rights.joined(separator: ", ")). It is not shown again:")
            + ["", "  \(text)", ""]
            + page.wrapped("Programs send it as Authorization: Bearer TOKEN.")
    }
}

extension TokenRecord {
    fileprivate func json(person: String?) -> JSON {
        [
            "id": .text(id.description), "label": .text(label), "person": .text(person), "rights": .texts(rights),
            "accounts": accounts.map(JSON.texts) ?? nil, "made": .instant(made), "ends": .instant(ends),
            "lastUsed": .instant(lastUsed),
        ]
    }

    fileprivate static let shape: Shape = [
        "id": .text, "label": .text, "person": .maybe(.text),
        "rights": .list(.word(Right.allCases.map(\.rawValue))), "accounts": .maybe(.list(.text)), "made": .instant,
        "ends": .maybe(.instant), "lastUsed": .maybe(.instant),
    ]
}
