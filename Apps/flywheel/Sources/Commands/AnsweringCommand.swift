import ArgumentParser

/// A command that people type, with what its help shows.
protocol TypedCommand: ParsableCommand {
    /// The flags every command takes.
    var global: GlobalOptions { get }
    /// Three real ways to call it; tests parse them.
    static var examples: [String] { get }
}

/// A command that goes on until it is told to end.
protocol ServingCommand: TypedCommand {
    /// Works until the process is told to end.
    func serve(in surroundings: Surroundings) throws
}

/// A command that answers: it is parsed, answers out of its surroundings, and leaves writing to the program.
protocol AnsweringCommand: TypedCommand {
    /// Does the work.
    func answer(in surroundings: Surroundings) throws -> any Answer
    /// The formats it writes.
    static var formats: Set<OutputFormat> { get }
    /// How the answer is written on `output`.
    func format(for output: Surroundings.Channel) -> OutputFormat
}

extension AnsweringCommand {
    static var formats: Set<OutputFormat> { OutputFormat.ofAll }

    func format(for output: Surroundings.Channel) -> OutputFormat { global.format(for: output) }
}

extension CommandConfiguration {
    /// A command's help: what it does in a sentence, examples, what the process ends with, and where to go on.
    static func answering(
        _ name: String, _ abstract: String, examples: [String], exits: [Exit], discussion: String = "",
        seeAlso: [String] = ["flywheel explain"],
        subcommands: [any ParsableCommand.Type] = [], defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        let codes = exits.map { "  \("\($0.rawValue)".padded(toCells: 4))\($0.meaning)" }
        let parts = [
            discussion.isEmpty ? [] : [discussion, ""], ["EXAMPLES:"], examples.map { "  " + $0 }, ["", "EXIT CODES:"],
            codes, ["", "SEE ALSO:"], seeAlso.map { "  " + $0 },
        ]
        return CommandConfiguration(
            commandName: name, abstract: abstract, discussion: parts.flatMap(\.self).joined(separator: "\n"),
            subcommands: subcommands, defaultSubcommand: defaultSubcommand)
    }
}

extension Exit {
    /// What it means, in help.
    var meaning: String {
        switch self {
        case .done: "done; an empty list is done"
        case .failed: "failed, nothing of this command was kept"
        case .partly: "partly: some were done, others not, each named"
        case .waits: "done, and something waits for a person"
        case .refused: "refused by the state"
        case .unknown: "no such id"
        case .notAllowed: "not allowed"
        case .usage: "wrong usage"
        case .interrupted: "interrupted"
        }
    }
}
