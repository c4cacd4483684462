import ArgumentParser

/// `flywheel completions`.
struct CompletionsCommand: AnsweringCommand {
    static let examples = [
        "flywheel completions bash", "flywheel completions zsh > ~/.zfunc/_flywheel",
        "flywheel completions fish > ~/.config/fish/completions/flywheel.fish",
    ]
    static let configuration = CommandConfiguration.answering(
        "completions",
        "Completes commands, flags, ids and names in a shell; on a terminal it says how to install that.",
        examples: examples, exits: [.done, .usage], seeAlso: ["flywheel --help"])

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer { CompletionsAnswer(shell: shell) }
}

/// A shell that completes words.
enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    /// The script the shell reads.
    var script: String {
        switch self {
        case .bash: Flywheel.completionScript(for: .bash)
        case .zsh: Flywheel.completionScript(for: .zsh)
        case .fish: Flywheel.completionScript(for: .fish)
        }
    }

    /// Where the shell looks for it.
    var place: String {
        switch self {
        case .bash: "~/.local/share/bash-completion/completions/flywheel"
        case .zsh: "~/.zfunc/_flywheel"
        case .fish: "~/.config/fish/completions/flywheel.fish"
        }
    }

    /// What the shell needs besides.
    var condition: String? {
        switch self {
        case .bash: "The package bash-completion must be installed."
        case .zsh: "In ~/.zshrc, once: fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit"
        case .fish: nil
        }
    }
}

/// What `completions` prints: the script for a file, or, for people, where to put it.
struct CompletionsAnswer: DocumentedAnswer {
    let shell: Shell

    var pipeColumns: [String]? { nil }

    static let document = Document("completions", "A shell's script.", members)

    static let members: Members<Self> = [
        "shell": .value(\.shell.rawValue), "script": .value(\.shell.script),
    ]

    func text(on page: Page) -> [String] {
        guard page.isTerminal else { return [shell.script] }
        let folder = shell.place.split(separator: "/").dropLast().joined(separator: "/")
        return ["To complete words in \(shell.rawValue):", "  mkdir -p \(folder)"]
            + ["  flywheel completions \(shell.rawValue) > \(shell.place)"]
            + (shell.condition.map { page.wrapped($0) } ?? []) + ["It holds in every new shell."]
    }
}
