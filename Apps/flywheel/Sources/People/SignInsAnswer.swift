import FlywheelKit
import FlywheelStore

/// What `people sessions` prints: sign-ins that still count, or those that were ended.
struct SignInsAnswer: DocumentedAnswer {
    let signIns: [SignInRecord]
    /// The names of people, by id.
    let names: [PersonID: String]
    let clock: WallClock
    /// What was done, in the past tense; `nil` where they are listed.
    var verb: String?

    let listKey: String? = "items"

    static let document = Document("sign-ins", "Sign-ins that still count, or that were ended.", members)

    static let members: Members<Self> = [
        "done": .value(\.verb),
        "items": .list(
            \.items,
            [
                "id": .value { $0.signIn.id }, "person": .value { $0.person }, "began": .value { $0.signIn.began },
                "lastSeen": .value { $0.signIn.lastSeen }, "ends": .value { $0.signIn.ends },
                "address": .value { $0.signIn.address }, "agent": .value { $0.signIn.agent },
            ]),
    ]

    private var items: [(signIn: SignInRecord, person: String?)] { signIns.map { ($0, names[$0.person]) } }

    func text(on page: Page) -> [String] {
        guard !signIns.isEmpty else { return ["Nobody is signed in"] }
        let rows = items.map { signIn, person -> [Table.Cell] in
            [
                Table.Cell(signIn.id.description, .bold), Table.Cell(person ?? ""),
                Table.Cell(clock.dated(signIn.lastSeen)), Table.Cell(clock.dated(signIn.ends)),
                Table.Cell(signIn.agent), Table.Cell(signIn.address),
            ]
        }
        let table = Table(
            columns: [.init("ID"), .init("PERSON"), .init("LAST SEEN"), .init("ENDS"), .init("WITH"), .init("FROM")],
            rows: rows)
        return (verb.map { ["\($0) \(Numbers.count(signIns.count, "sign-in"))", ""] } ?? []) + table.lines(on: page)
    }
}
