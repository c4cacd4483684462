import ArgumentParser
import FlywheelWeb
import WebPages

/// What the address of the queue asks for, in the flags of the `queue` command and checked by it.
struct QueueView {
    /// The command that asks for the same.
    let command: QueueCommand
    /// What of the address was understood, in its order.
    let understood: [(name: String, value: String)]
    /// What was not: shown, never dropped in silence.
    let notUnderstood: [String]

    private static let options: Set = [
        "workflow", "tier", "owner", "state", "lane", "act-by", "since", "parent", "order", "cursor", "limit",
        "account", "marketplace",
    ]
    private static let flags: Set = ["mine", "unclaimed", "all"]
    /// Rows that a page has at most.
    static let mostRows = 200

    init(_ query: FlywheelWeb.Fields) throws {
        var understood: [(name: String, value: String)] = []
        var notUnderstood: [String] = []
        // What a form leaves empty asks for nothing.
        for field in query.fields where !field.value.isEmpty {
            let further = understood + [(name: field.name, value: field.value)]
            if understood.contains(where: { $0.name == field.name }) || (try? Self.command(further)) == nil {
                notUnderstood.append("\(field.name)=\(field.value)")
            } else {
                understood = further
            }
        }
        self.understood = understood
        self.notUnderstood = notUnderstood
        command = try Self.command(understood)
    }

    private static func command(_ fields: [(name: String, value: String)]) throws -> QueueCommand {
        let arguments = try fields.map { name, value in
            if options.contains(name) { return "--\(name)=\(value)" }
            guard flags.contains(name), ["on", "1", "true"].contains(value) else { throw UnknownParameter() }
            return "--\(name)"
        }
        let command = try QueueCommand.parse(arguments)
        guard command.limit <= mostRows else { throw UnknownParameter() }
        return command
    }

    private struct UnknownParameter: Error {}

    /// What was understood, as the API writes it.
    var ofAPI: [(name: String, value: String)] {
        understood.map { name, value in
            (name: name == "act-by" ? "actBy" : name, value: Self.flags.contains(name) ? "true" : value)
        }
    }

    /// What a parameter says; empty where it says nothing.
    func value(_ name: String) -> String { understood.first { $0.name == name }?.value ?? "" }

    /// The same view with other parameters in place of those of these names.
    func address(_ changes: KeyValuePairs<String, String>) -> Address {
        let changed = Set(changes.map(\.key))
        let kept = understood.filter { !changed.contains($0.name) && $0.name != "cursor" }
        return Address(
            "/queue", query: kept + changes.filter { !$0.value.isEmpty }.map { (name: $0.key, value: $0.value) })
    }

    /// Whether it asks for less than everything.
    var isNarrow: Bool { understood.contains { !["order", "cursor", "limit"].contains($0.name) } }
}
