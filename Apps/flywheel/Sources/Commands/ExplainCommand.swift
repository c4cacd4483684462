import ArgumentParser
import FlywheelHost

/// `flywheel explain`.
struct ExplainCommand: AnsweringCommand {
    static let examples = ["flywheel explain", "flywheel explain fix-alone", "flywheel explain evidence --format json"]
    static let configuration = CommandConfiguration.answering(
        "explain", "Says what a word of the answers means; without one, which words there are.", examples: examples,
        exits: [.done, .unknown, .usage])

    @Argument(help: "The word.")
    var word: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        guard let word else { return ExplainAnswer(entries: Glossary.entries) }
        let wanted = word.lowercased().replacing(" ", with: "-")
        if let entry = Glossary.entries.first(where: { $0.word == wanted }) { return ExplainAnswer(entries: [entry]) }
        let nearest =
            Nearest.word(to: wanted, of: Glossary.entries.map(\.word)).map { "; did you mean \"\($0)\"?" } ?? ""
        throw Diagnostic(
            "unknown-word", "\"\(word)\" is not explained\(nearest)", help: "flywheel explain lists the words",
            exit: .unknown)
    }
}
