import FlywheelKit
import FlywheelStore

/// What `people add` and `people password` print: a code to choose a password with, which is shown this once.
struct InvitationAnswer: DocumentedAnswer {
    let person: PersonRecord
    /// What was done, in the past tense.
    let verb: String
    let code: String
    let ends: Instant
    let clock: WallClock
    var warnings: [String] = []

    static let document = Document("invitation", "A code with which somebody chooses their password.", members)

    static let members: Members<Self> = [
        "id": .value(\.person.id), "name": .value(\.person.name), "role": .value(\.person.role), "code": .value(\.code),
        "ends": .value(\.ends),
    ]

    func text(on page: Page) -> [String] {
        ["\(verb) \(person.name) (\(person.id))", ""]
            + page.wrapped(
                "They choose a password on the page /invitation of the server with this code, which counts once and "
                    + "until \(clock.dated(ends)). It is not shown again:") + ["", "  \(code)"]
    }
}
