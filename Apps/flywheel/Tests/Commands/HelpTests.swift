import ArgumentParser
import Testing

@testable import flywheel

@Suite struct HelpTests {
    /// Every command that people type, with the words it is called by.
    static let commands = gathered(Flywheel.self, [])

    struct Named: CustomTestStringConvertible {
        let words: [String]
        let command: any TypedCommand.Type
        var testDescription: String { words.joined(separator: " ") }
    }

    private static func gathered(_ command: any ParsableCommand.Type, _ words: [String]) -> [Named] {
        let own = (command as? any TypedCommand.Type).map { [Named(words: words, command: $0)] } ?? []
        return own
            + command.configuration.subcommands.flatMap { gathered($0, words + [$0.configuration.commandName ?? "?"]) }
    }

    @Test func everyCommandIsThere() {
        #expect(Self.commands.count == 184)
    }

    @Test(arguments: commands)
    func everyExampleIsUnderstood(_ named: Named) throws {
        #expect(named.command.examples.count == 3)
        for example in named.command.examples {
            let call = example.split(separator: " | ").last?.split(separator: " > ").first.map(String.init) ?? example
            var arguments = Self.words(of: call)
            #expect(arguments.removeFirst() == "flywheel")
            let parsed = try Flywheel.parseAsRoot(GlobalOptions.last(arguments))
            #expect(type(of: parsed) == named.command, "\(example)")
        }
    }

    @Test(arguments: commands)
    func helpHasASentenceExamplesAndExitCodes(_ named: Named) {
        let help = Help.arranged(Flywheel.helpMessage(for: named.command, columns: 100))
        #expect(named.command.configuration.abstract.hasSuffix("."))
        #expect(help.contains("--store"))
        #expect(help.hasPrefix(named.command.configuration.abstract.prefix(40)))
        let order = ["USAGE", "EXAMPLES", "OPTIONS", "EVERYWHERE", "EXIT CODES", "SEE ALSO"]
        let titles = help.matches(of: #/(?m)^([A-Z][A-Z ]+):/#).map { String($0.1) }
        #expect(titles.filter(order.contains) == order, "\(titles)")
        for example in named.command.examples { #expect(help.contains(example), "\(example)") }
    }

    /// Splits as a shell does, as far as the examples need it.
    private static func words(of call: String) -> [String] {
        call.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }
}
