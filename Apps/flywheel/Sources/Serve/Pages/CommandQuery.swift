import FlywheelWeb
import WebPages

/// The query of an address, as flags of the command that answers it. What the command does not know is kept apart, so that
/// the page can say so.
struct CommandQuery {
    /// The flags; each is one word, so that no value of an address can become a flag.
    let arguments: [String]
    /// Names that mean nothing to the command.
    let notUnderstood: [String]
    private let path: Address
    private let values: [(name: String, value: String)]

    /// - Parameters:
    ///   - options: flags with a value, by their names.
    ///   - choices: names of which each value is a flag of its own: `who=mine` is `--mine`.
    init(
        _ query: FlywheelWeb.Fields, at path: Address, options: Set<String>, flags: Set<String> = [],
        choices: [String: Set<String>] = [:]
    ) {
        self.path = path
        var arguments: [String] = []
        var notUnderstood: [String] = []
        var values: [(name: String, value: String)] = []
        for field in query.fields where !field.value.isEmpty {
            if options.contains(field.name) {
                arguments.append("--\(field.name)=\(field.value)")
            } else if flags.contains(field.name) {
                arguments.append("--\(field.name)")
            } else if choices[field.name]?.contains(field.value) ?? false {
                arguments.append("--\(field.value)")
            } else {
                notUnderstood.append(field.name)
                continue
            }
            values.append((field.name, field.value))
        }
        self.arguments = arguments
        self.notUnderstood = notUnderstood
        self.values = values
    }

    /// Whether nothing narrows the list.
    var isEmpty: Bool { values.allSatisfy { $0.name == "cursor" || $0.name == "limit" } }

    /// A command with the flags, as it is typed: `flywheel cases report --by side`.
    func command(_ command: String) -> String {
        let words = arguments.map { argument in
            argument.split(separator: "=", maxSplits: 1).map { String($0).shellWord }.joined(separator: " ")
        }
        return ([command] + words).joined(separator: " ")
    }

    /// The first value of a name.
    subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

    /// The address that asks for the same.
    var address: Address { Address(path, query: values) }

    /// The same asked of another address.
    func address(at path: Address) -> Address { Address(path, query: values) }

    /// The address that asks for the same but for one name.
    func address(without name: String) -> Address { Address(path, query: values.filter { $0.name != name }) }

    /// The address that asks for the same and one value more, in place of any there was.
    func address(with name: String, _ value: String) -> Address {
        Address(path, query: values.filter { $0.name != name } + [(name, value)])
    }
}
