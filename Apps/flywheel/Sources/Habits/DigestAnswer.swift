import FlywheelKit
import FlywheelStore
import Learning
import People
import WebPages

/// What `digest` prints: a routine as something to send. It sends nothing.
struct DigestAnswer: DocumentedAnswer {
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

    static let document = Document("digest", "A routine as something to send: the body of a webhook.", members)

    static let members: Members<Self> =
        [
            "idempotencyKey": .value(\.key), "language": .value(\.language.spokenTag), "subject": .value(\.subject),
            "text": .value(\.plainText),
        ] + HabitAnswer.members.of(\.habit)

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
struct DigestFileAnswer: DocumentedAnswer {
    let habit: String
    let path: String
    let key: String

    static let document = Document("digest-file", "That a digest was written to a file.", members)

    static let members: Members<Self> = [
        "habit": .value(\.habit), "file": .value(\.path), "idempotencyKey": .value(\.key),
    ]

    func text(on page: Page) -> [String] {
        page.wrapped("Wrote \(path.visible): \(habit), to send as you like; nothing was sent")
    }
}
