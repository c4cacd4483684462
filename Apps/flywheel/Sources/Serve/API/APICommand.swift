import ArgumentParser
import FlywheelWeb
import HTTPTypes
import People

/// An operation of the API that is a command of the program: where it stands, who may use it, and which of the command's
/// arguments a request may give. Everything else about it, from its words to its refusals, is the command's own.
struct APICommand: Sendable {
    /// Names the operation for generated clients.
    let id: String
    let method: HTTPRequest.Method
    /// Beneath `/api/v1`.
    let path: String
    let right: Right
    /// The group it belongs to.
    let tag: String
    let command: any AnsweringCommand.Type
    /// The names of the documents it may answer with.
    let documents: [String]
    /// The command's plain arguments in their order. Those in braces in the path are taken from there, the others from the
    /// query or the body.
    let positionals: [String]
    /// The command's flags that a request may give.
    let options: [String]
    /// What is given always.
    let always: [String]
    /// What has to hold before it is carried out; `nil` where it only looks.
    let condition: Condition?
    /// The kind of record that it shows, where that has versions.
    let shown: VersionedRecord?
    /// The columns by which rows are known in a list that the command prints whole and that is given in parts here; `nil`
    /// where it is no such list.
    let rowNames: [String]?
    /// How the command declares its arguments.
    let declared: [CommandArgument]
    /// What a request may give beside the path.
    let inputs: [APIInput]

    /// Looks.
    ///
    /// - Parameter rules: what values have to be, by their names, where the command's own words leave it open.
    static func get(
        _ path: String, _ id: String, _ command: any AnsweringCommand.Type, for right: Right = .look, in tag: String,
        gives documents: String..., taking positionals: [String] = [], options: [String] = [], always: [String] = [],
        rules: [String: ValueRule] = [:], of record: VersionedRecord? = nil
    ) -> APICommand {
        APICommand(
            id: id, method: .get, path: path, right: right, tag: tag, command: command, documents: documents,
            positionals: positionals, options: options, always: always, rules: rules,
            condition: nil, shown: record)
    }

    /// Lists what the command prints whole, in parts: see ``ListPage``.
    ///
    /// - Parameter rowNames: the columns by which a row is known in the list; the first where none are given.
    static func list(
        _ path: String, _ id: String, _ command: any AnsweringCommand.Type, for right: Right = .look, in tag: String,
        gives documents: String..., taking positionals: [String] = [], options: [String] = [], always: [String] = [],
        rules: [String: ValueRule] = [:], of record: VersionedRecord? = nil, by rowNames: [String] = []
    ) -> APICommand {
        APICommand(
            id: id, method: .get, path: path, right: right, tag: tag, command: command, documents: documents,
            positionals: positionals, options: options, always: always, rules: rules, condition: nil, shown: record,
            rowNames: rowNames)
    }

    /// Changes something.
    ///
    /// - Parameters:
    ///   - needed: options that the API demands, since what the command takes instead is no part of it.
    ///   - rules: what values have to be, by their names, where the command's own words leave it open.
    static func post(
        _ path: String, _ id: String, _ command: any AnsweringCommand.Type, for right: Right, in tag: String,
        gives documents: String..., taking positionals: [String] = [], options: [String] = [], always: [String] = [],
        needing needed: Set<String> = [], rules: [String: ValueRule] = [:], when condition: Condition
    ) -> APICommand {
        APICommand(
            id: id, method: .post, path: path, right: right, tag: tag, command: command, documents: documents,
            positionals: positionals, options: options, always: always, needed: needed, rules: rules,
            condition: condition, shown: nil)
    }

    private init(
        id: String, method: HTTPRequest.Method, path: String, right: Right, tag: String,
        command: any AnsweringCommand.Type, documents: [String], positionals: [String], options: [String],
        always: [String], needed: Set<String> = [], rules: [String: ValueRule], condition: Condition?,
        shown: VersionedRecord?,
        rowNames: [String]? = nil
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.right = right
        self.tag = tag
        self.command = command
        self.documents = documents
        self.positionals = positionals
        self.options = options
        self.always = always
        self.condition = condition
        self.shown = shown
        self.rowNames = rowNames
        let declared = CommandArgument.all(of: command)
        self.declared = declared
        let plain = declared.filter { $0.kind == .positional }
        let named = Self.names(in: path)
        let places = positionals.enumerated().filter { !named.contains($0.element) }.compactMap { index, name in
            (plain.dropFirst(index).first ?? plain.last).map { (name, $0) }
        }
        let flags = options.compactMap { name in
            declared.first { $0.kind != .positional && $0.name == name }.map { (name, $0) }
        }
        inputs = (places + flags).map { name, argument in
            APIInput(
                name: name, argument: argument, rule: rules[name] ?? argument.rule(as: name),
                isRequired: !argument.isOptional || needed.contains(name))
        }
    }

    /// The names that the path has in braces.
    var pathNames: [String] { Self.names(in: path) }

    private static func names(in path: String) -> [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

extension CommandArgument {
    /// What its value has to be, as far as its declaration says; any text where it says nothing.
    ///
    /// - Parameter name: what a plain argument is called in the API.
    func rule(as name: String) -> ValueRule {
        if kind == .flag { return .flag }
        if let choices, !choices.isEmpty { return .words(choices) }
        return ValueRule.named(kind == .positional ? name : valueName ?? name) ?? .text
    }
}
