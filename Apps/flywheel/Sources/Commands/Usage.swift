import ArgumentParser
import FlywheelHost
import Settings

/// What is said of arguments that ask for help, and of those that mean nothing.
enum Usage {
    /// The arguments that ask for the help of the command they name alone; `nil` where they do not ask for help.
    ///
    /// Beside further flags the parser shows the help of a subcommand that nobody named, and knows no word `help`.
    static func help(_ arguments: [String]) -> [String]? {
        let words = GlobalOptions.last(arguments)
        let isWord = words.first == "help"
        let flags = words.prefix { $0 != "--" }
        guard isWord || flags.contains("--help") || flags.contains("-h") else { return nil }
        let named = isWord ? Array(words.dropFirst()) : words
        let path = path(of: named)
        // The parser tells of a word that is no command, unless it is asked for help.
        guard !path.isEmpty || named.first?.hasPrefix("-") ?? true else {
            return named.filter { !["--help", "-h"].contains($0) }
        }
        return path + ["--help"]
    }

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
