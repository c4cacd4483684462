import ArgumentParser
import FlywheelHost
import Settings

/// What is said of arguments that mean nothing.
enum Usage {
    /// The parser's own sentence, and the nearest command where the first word is none.
    static func diagnostic(_ message: String, _ arguments: [String]) -> Diagnostic {
        let words = GlobalOptions.last(arguments)
        let named = path(of: words)
        if let word = words.first, !word.hasPrefix("-"), named.isEmpty {
            let nearest = Nearest.word(to: word, of: names(in: Flywheel.self)).map { "; did you mean \"\($0)\"?" } ?? ""
            return Diagnostic(
                "usage", "there is no command \"\(word)\"\(nearest)", help: "flywheel --help lists all", exit: .usage)
        }
        return Diagnostic(
            "usage", sentence(of: message), help: (["flywheel"] + named + ["--help"]).joined(separator: " "),
            exit: .usage)
    }

    /// The message's first line, without what the parser puts before sentences of ours.
    static func sentence(of message: String) -> String {
        var sentence = message.split(separator: "\n").first.map(String.init) ?? "the arguments are not understood"
        if let own = sentence.firstMatch(of: #/^The value '.*' is invalid for '.*?': (.+)$/#) {
            sentence = String(own.1)
        }
        if sentence.hasSuffix(".") { sentence.removeLast() }
        return sentence
    }

    /// The words that name a command, `imports`, `discard`; none when the first word is no command.
    private static func path(of words: [String]) -> [String] {
        var path: [String] = []
        var command: any ParsableCommand.Type = Flywheel.self
        for word in words {
            let next = command.configuration.subcommands.first { $0.configuration.commandName == word }
            guard let next else { break }
            path.append(word)
            command = next
        }
        return path
    }

    private static func names(in command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.compactMap { $0.configuration.commandName }
    }
}
