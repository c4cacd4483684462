import FlywheelKit
import FlywheelStore

/// What `people add` and `people password` print: a code to choose a password with, which is shown this once.
struct InvitationAnswer: Answer {
    let person: PersonRecord
    /// What was done, in the past tense.
    let verb: String
    let code: String
    let ends: Instant
    let clock: WallClock
    var warnings: [String] = []

    let columns = ["id", "name", "role", "code", "ends"]
    var rows: [JSON] {
        [
            [
                "id": .text(person.id.description), "name": .text(person.name), "role": .text(person.role),
                "code": .text(code), "ends": .instant(ends),
            ]
        ]
    }

    var json: JSON {
        [
            "schema": "flywheel.invitation/1", "id": .text(person.id.description), "name": .text(person.name),
            "role": .text(person.role), "code": .text(code), "ends": .instant(ends),
        ]
    }

    static let shape: Shape = ["id": .text, "name": .text, "role": .text, "code": .text, "ends": .instant]

    func text(on page: Page) -> [String] {
        ["\(verb) \(person.name) (\(person.id))", ""]
            + page.wrapped(
                "They choose a password on the page /invitation of the server with this code, which counts once and "
                    + "until \(clock.dated(ends)). It is not shown again:") + ["", "  \(code)"]
    }
}
