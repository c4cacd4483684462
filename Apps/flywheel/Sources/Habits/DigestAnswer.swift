import FlywheelKit
import FlywheelStore
import Learning

/// What `digest` prints: a routine as something to send. It sends nothing.
struct DigestAnswer: Answer {
    let habit: HabitAnswer
    /// The clock and width that its text is written with.
    let page: Page
    /// What the simulation that wrote the store drew from; `nil` of a real one.
    let simulatedSeed: UInt64?

    /// The same for digests that say the same: programs that get one twice drop the second.
    var key: String { "\(habit.habit.rawValue) \(habit.period) \(habit.rotation) \(habit.person)" }

    /// What it says in a line.
    var subject: String {
        (simulatedSeed == nil ? "" : "Simulated: ") + "\(habit.habit.title), \(page.clock.date(habit.asOf)): \(summary)"
    }

    private var summary: String { habit.lines.first.map { "\($0.title.lowercased()) \($0.words)" } ?? "nothing" }

    let listKey: String? = "items"
    var columns: [String] { habit.columns }
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { habit.rows }

    var json: JSON {
        .object(
            [
                JSON.Member(key: "schema", value: "flywheel.digest/1"),
                JSON.Member(key: "idempotencyKey", value: .text(key)),
                JSON.Member(key: "subject", value: .text(subject)),
                JSON.Member(key: "text", value: .text(plainText)),
            ] + habit.members)
    }

    func text(on page: Page) -> [String] { habit.text(on: page) }

    func html(on page: Page) -> String { HabitPage(self).html }

    /// That nothing of it happened, where a simulation wrote the store.
    var simulated: String? { simulatedSeed.map { "Simulated: seed \($0)" } }

    /// The text that stands beside the HTML, without colours.
    var plainText: String {
        let plain = Page(width: 72, ink: Ink(isOn: false), clock: page.clock, isASCII: page.isASCII)
        return ([simulated].compactMap(\.self) + habit.text(on: plain)).joined(separator: "\n") + "\n"
    }
}

/// What `digest --output` prints: that a file was written.
struct DigestFileAnswer: Answer {
    let habit: String
    let path: String
    let key: String

    let columns = ["habit", "file", "idempotencyKey"]
    var rows: [JSON] { [["habit": .text(habit), "file": .text(path), "idempotencyKey": .text(key)]] }
    var json: JSON {
        [
            "schema": "flywheel.digest-file/1", "habit": .text(habit), "file": .text(path),
            "idempotencyKey": .text(key),
        ]
    }

    func text(on page: Page) -> [String] {
        page.wrapped("Wrote \(path.visible): \(habit), to send as you like; nothing was sent")
    }
}
