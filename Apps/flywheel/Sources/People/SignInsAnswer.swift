import FlywheelKit
import FlywheelStore

/// What `people sessions` prints: sign-ins that still count, or those that were ended.
struct SignInsAnswer: Answer {
    let signIns: [SignInRecord]
    /// The names of people, by id.
    let names: [PersonID: String]
    let clock: WallClock
    /// What was done, in the past tense; `nil` where they are listed.
    var verb: String?

    let listKey: String? = "items"
    let columns = ["id", "person", "began", "lastSeen", "ends", "address", "agent"]
    var rows: [JSON] {
        signIns.map { signIn in
            [
                "id": .text(signIn.id.description), "person": .text(names[signIn.person]),
                "began": .instant(signIn.began), "lastSeen": .instant(signIn.lastSeen), "ends": .instant(signIn.ends),
                "address": .text(signIn.address), "agent": .text(signIn.agent),
            ]
        }
    }

    var json: JSON { ["schema": "flywheel.sign-ins/1", "done": .text(verb), "items": .array(rows)] }

    static let shape: Shape = [
        "done": .maybe(.text),
        "items": .list([
            "id": .text, "person": .maybe(.text), "began": .instant, "lastSeen": .instant, "ends": .instant,
            "address": .text, "agent": .text,
        ]),
    ]

    func text(on page: Page) -> [String] {
        guard !signIns.isEmpty else { return ["Nobody is signed in"] }
        let rows = signIns.map { signIn -> [Table.Cell] in
            [
                Table.Cell(signIn.id.description, .bold), Table.Cell(names[signIn.person] ?? ""),
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
