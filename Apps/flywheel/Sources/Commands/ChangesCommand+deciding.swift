import ArgumentParser
import FlywheelRuntime
import FlywheelStore

extension ChangesCommand {
    /// What commands that decide about changes end with.
    private static let exits: [Exit] = [.done, .failed, .partly, .refused, .unknown, .usage]

    /// `flywheel changes approve`.
    struct Approve: AnsweringCommand {
        static let examples = [
            "flywheel changes approve L12", "flywheel changes approve L12 L13 --as mia",
            "flywheel changes approve L14 --set brand=Acme",
        ]
        static let configuration = CommandConfiguration.answering(
            "approve", "Approves of changes, so that they may be written.", examples: examples, exits: exits,
            discussion: """
                A price is held against what is known now: the price that it replaces, the
                floor and the ceiling by the costs, and how often the price was written in
                the last 24 hours; and once more when it is written. What is approved in
                test mode is never written.
                """, seeAlso: ["flywheel changes write", "flywheel explain test-mode"])

        @OptionGroup var ids: IDs<ChangeRecord>

        @Option(
            name: .customLong("set"),
            help: ArgumentHelp("The value of an attribute that only a person knows.", valueName: "name=value"),
            transform: value)
        var values: [Value] = []

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        struct Value: Hashable {
            let name: String
            let text: String
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let values = Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { _, last in last })
            return try session.decide(.approve, on: ids) { desk, id throws(ChangeError) in
                try desk.approve(id, values: values)
            }
        }

        private static func value(_ text: String) throws -> Value {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw ValidationError("--set is \"\(text)\", expected a name and a value such as brand=Acme")
            }
            return Value(name: String(parts[0]), text: String(parts[1]))
        }
    }

    /// `flywheel changes refuse`.
    struct Refuse: AnsweringCommand {
        static let examples = [
            "flywheel changes refuse L12 --reason too-low", "flywheel changes refuse L12 L13 --reason sale-ahead",
            "flywheel changes refuse 12 --reason twice --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "refuse", "Refuses changes; the same is not proposed again for the same problem.", examples: examples,
            exits: exits)

        @OptionGroup var ids: IDs<ChangeRecord>

        @Option(help: ArgumentHelp("Why, in a word of a-z, 0-9 and -.", valueName: "word"))
        var reason: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).decide(.refuse, on: ids) { desk, id throws(ChangeError) in
                try desk.refuse(id, reason: reason)
            }
        }
    }
}
