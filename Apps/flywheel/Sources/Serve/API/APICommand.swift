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
    /// What has to hold before it is carried out.
    let condition: Condition
    /// How the command declares its arguments.
    let declared: [CommandArgument]

    /// What has to hold before an operation is carried out.
    enum Condition: Sendable {
        case none
        /// The record in the path is still the one that was seen.
        case unchanged(VersionedRecord)
        /// The request was not carried out before.
        case once
    }

    /// Looks.
    static func get(
        _ path: String, _ id: String, _ command: any AnsweringCommand.Type, for right: Right = .look, in tag: String,
        gives documents: String..., taking positionals: [String] = [], options: [String] = [], always: [String] = [],
        of record: VersionedRecord? = nil
    ) -> APICommand {
        APICommand(
            id: id, method: .get, path: path, right: right, tag: tag, command: command, documents: documents,
            positionals: positionals, options: options, always: always,
            condition: record.map(Condition.unchanged) ?? .none)
    }

    /// Changes something.
    static func post(
        _ path: String, _ id: String, _ command: any AnsweringCommand.Type, for right: Right, in tag: String,
        gives documents: String..., taking positionals: [String] = [], options: [String] = [], always: [String] = [],
        when condition: Condition = .none
    ) -> APICommand {
        APICommand(
            id: id, method: .post, path: path, right: right, tag: tag, command: command, documents: documents,
            positionals: positionals, options: options, always: always, condition: condition)
    }

    private init(
        id: String, method: HTTPRequest.Method, path: String, right: Right, tag: String,
        command: any AnsweringCommand.Type, documents: [String], positionals: [String], options: [String],
        always: [String], condition: Condition
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
        declared = CommandArgument.all(of: command)
    }

    /// The names that the path has in braces.
    var pathNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// What a request may give beside the path, each with the command's own declaration.
    var inputs: [(name: String, argument: CommandArgument)] {
        let plain = declared.filter { $0.kind == .positional }
        let braced = pathNames
        let places = positionals.enumerated().compactMap { index, name in
            braced.contains(name)
                ? nil : plain.dropFirst(index).first.map { (name, $0) } ?? plain.last.map { (name, $0) }
        }
        return places
            + options.compactMap { name in
                declared.first { $0.kind != .positional && $0.name == name }.map { (name, $0) }
            }
    }
}
