import ArgumentParser
import FlywheelWeb
import HTTPTypes

extension APICommand {
    /// What the description of the API says of it, in the command's own words.
    var operation: Operation {
        Operation(
            id, command.configuration.abstract, tag: tag, parameters: pathParameters + queryParameters + headers,
            bodies: method == .get || inputs.isEmpty ? [:] : ["application/json": bodySchema.line],
            answers: answers, refusals: refusals)
    }

    private var pathParameters: [Operation.Parameter] {
        let plain = declared.filter { $0.kind == .positional }
        return pathNames.map { name in
            let place = positionals.firstIndex(of: name).flatMap { plain.indices.contains($0) ? $0 : nil }
            let summary = place.flatMap { plain[$0].abstract } ?? "The record."
            return Operation.Parameter(
                name, in: .path,
                summary.replacing("One or more; - reads them from standard input, one a line.", with: "Its id."),
                schema: Operation.Parameter.schema(ofPath: name))
        }
    }

    private var queryParameters: [Operation.Parameter] {
        guard method == .get else { return [] }
        return inputs.map { input in
            Operation.Parameter(
                input.name, in: .query, input.argument.abstract ?? input.name, isRequired: input.isRequired,
                schema: input.schema.line)
        } + (rowNames == nil ? [] : ListPage.parameters)
    }

    private var headers: [Operation.Parameter] {
        condition?.parameters
            ?? [Operation.Parameter("If-None-Match", in: .header, "The ETag of what the reader has.")]
    }

    private var bodySchema: JSON {
        .schema(of: inputs.map(\.member))
    }

    private var answers: [Int: String?] {
        let references = documents.map { JSON.reference(toDocument: $0) }
        let whole: JSON =
            references.count == 1
            ? references[0] : references.isEmpty ? ["type": "object"] : ["oneOf": .array(references)]
        let schema = rowNames == nil ? whole : ListPage.schema(of: whole)
        return method == .get ? [200: schema.line, 304: nil] : [200: schema.line]
    }

    private var refusals: Set<Int> {
        let statuses: Set = [400, 404, 409, 422]
        return condition.map { statuses.union($0.refusals).union([415]) } ?? statuses
    }
}

extension JSON {
    /// Refers to the schema of a document of the program.
    static func reference(toDocument name: String) -> JSON { ["$ref": .text("#/components/schemas/\(name)")] }

    /// A member of an object, and whether it has to be there.
    typealias SchemaMember = (name: String, schema: JSON, summary: String?, isRequired: Bool)

    /// The schema of an object with these members and no others.
    static func schema(of members: [SchemaMember]) -> JSON {
        let properties = members.map { member in
            let summary = member.summary.map { [JSON.Member(key: "description", value: .text($0))] } ?? []
            // What is null is not given.
            let schema = member.isRequired ? member.schema : ["anyOf": [member.schema, ["type": "null"]]]
            return JSON.Member(key: member.name, value: .object(schema.members + summary))
        }
        return [
            "type": "object", "properties": .object(properties),
            "required": .texts(members.filter(\.isRequired).map(\.name)), "additionalProperties": false,
        ]
    }
}
