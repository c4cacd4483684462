import ArgumentParser
import FlywheelHost
import Settings

/// `flywheel explain`.
struct ExplainCommand: AnsweringCommand {
    static let examples = ["flywheel explain", "flywheel explain fix-alone", "flywheel explain evidence --format json"]
    static let configuration = CommandConfiguration.answering(
        "explain", "Says what a word of the answers means; without one, which words there are.", examples: examples,
        exits: [.done, .unknown, .usage], seeAlso: ["flywheel --help"])

    @Argument(
        help: "The word.",
        completion: .custom { _, _, _ in (try? Glossary.entries(of: workflows).map(\.word)) ?? [] })
    var word: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let entries = try Glossary.entries(of: workflows)
        guard let word else { return ExplainAnswer(entries: entries, isIndex: true) }
        let meant = entries.filter { $0.isCalled(word) }
        guard meant.isEmpty else { return ExplainAnswer(entries: meant, isIndex: false) }
        let nearest =
            Nearest.word(to: word, of: entries.flatMap { [$0.word] + $0.names })
            .map { "; did you mean \"\($0)\"?" } ?? ""
        throw Diagnostic(
            "unknown-word", "\"\(word)\" is not explained\(nearest)", help: "flywheel explain lists the words",
            exit: .unknown)
    }
}
