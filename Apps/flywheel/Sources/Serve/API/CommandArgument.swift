import ArgumentParser
import Foundation

/// One argument of a command as the command itself declares it, so that the API says the same of it.
struct CommandArgument: Decodable, Hashable {
    /// How the command line takes it.
    enum Kind: String, Decodable {
        case positional, option, flag
    }

    private struct Name: Decodable, Hashable {
        let kind: String
        let name: String
    }

    let kind: Kind
    let isOptional: Bool
    let isRepeating: Bool
    private let names: [Name]?
    /// What stands for a value in help.
    let valueName: String?
    /// A sentence.
    let abstract: String?
    /// The value where none is given.
    let defaultValue: String?
    private let allValues: [String]?
    private let completionKind: Completion?

    private struct Completion: Decodable, Hashable {
        struct List: Decodable, Hashable { let values: [String] }
        let list: List?
    }

    /// The only values there are: those of its type, else those that shells offer.
    var choices: [String]? { allValues ?? completionKind?.list?.values }

    /// The flag without its dashes, `cause-new`; `nil` of plain arguments.
    var flag: String? { names?.first { $0.kind == "long" }?.name }
    /// The name in the API, `causeNew`.
    var name: String { flag.map(Self.camelCased) ?? valueName ?? "" }

    /// `cause-new` as `causeNew`.
    private static func camelCased(_ flag: String) -> String {
        let words = flag.split(separator: "-")
        return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
    }

    /// All arguments of a command, by the description that the parser of arguments writes of it.
    static func all(of command: any ParsableCommand.Type) -> [CommandArgument] {
        struct Description: Decodable {
            struct Command: Decodable { let arguments: [CommandArgument]? }
            let command: Command
        }
        let description = try? JSONDecoder().decode(Description.self, from: Data(command._dumpHelp().utf8))
        return description?.command.arguments ?? []
    }
}
