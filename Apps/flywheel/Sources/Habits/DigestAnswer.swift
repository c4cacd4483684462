import FlywheelKit
import FlywheelStore
import Learning
import People
import WebPages

/// What `digest` prints: a routine as something to send. It sends nothing.
struct DigestAnswer: Answer {
    /// The routine, with its lines in the words that it is sent in.
    let habit: HabitAnswer
    let words: HabitWords
    /// In whose language; `nil` in the words of its command.
    let reader: Reader?
    /// The clock and width that its text is written with.
    let page: Page
    /// The accounts that it is over.
    let scope: AccountScope
    /// What the simulation that wrote the store drew from; `nil` of a real one.
    let simulatedSeed: UInt64?

    /// The same for digests that say the same: programs that get one twice drop the second.
    var key: String {
        "\(habit.habit.rawValue) \(habit.period) \(habit.rotation) \(habit.person)"
            + (reader.map { " \($0.locale.tag)" } ?? "")
            + (scope.accounts.map { " (\($0.joined(separator: ", ")))" } ?? "")
    }

    init(
        _ habit: HabitAnswer, on page: Page, for reader: Reader?, over scope: AccountScope = .all,
        simulatedSeed: UInt64?
    ) {
        words = reader.map { HabitWords(habit, told: $0) } ?? HabitWords(habit, on: page.clock)
        var told = habit
        told.lines = words.lines
        self.habit = told
        self.reader = reader
        self.page = page
        self.scope = scope
        self.simulatedSeed = simulatedSeed
    }

    /// What it says in a line.
    var subject: String { simulatedSeed == nil ? words.subject : simulated(words.subject) }

    /// That something is of a simulation.
    private func simulated(_ what: String) -> String {
        reader?.phrases.text("shell.simulated", ["basis": .text(what)]) ?? "Simulated: \(what)"
    }

    let listKey: String? = "items"
    var columns: [String] { habit.columns }
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { habit.rows }

    var json: JSON {
        .object(
            [
                JSON.Member(key: "schema", value: "flywheel.digest/1"),
                JSON.Member(key: "idempotencyKey", value: .text(key)),
                JSON.Member(key: "language", value: .text(language.spokenTag)),
                JSON.Member(key: "subject", value: .text(subject)),
                JSON.Member(key: "text", value: .text(plainText)),
            ] + habit.members)
    }

    /// The language that it speaks.
    var language: PageLocale { reader?.locale ?? .enUS }

    func text(on page: Page) -> [String] { words.text(habit.habit, on: page) }

    func html(on page: Page) -> String { HabitPage(self).html }

    /// That nothing of it happened, where a simulation wrote the store.
    var simulated: String? {
        simulatedSeed.map { seed in simulated(reader?.saidText("seed \(seed)") ?? "seed \(seed)") }
    }

    /// The text that stands beside the HTML, without colours.
    var plainText: String {
        let plain = Page(width: 72, ink: Ink(isOn: false), clock: page.clock, isASCII: page.isASCII)
        return ([simulated].compactMap(\.self) + text(on: plain)).joined(separator: "\n") + "\n"
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
