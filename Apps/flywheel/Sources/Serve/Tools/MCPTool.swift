import FlywheelWeb
import HTTPTypes

/// An operation as a tool: one JSON Schema for all that may be sent.
struct MCPTool: Sendable {
    let route: Route
    let operation: Operation
    /// What tools/list says of it.
    let listing: JSON

    init?(_ route: Route) {
        // What streams, or takes what is no JSON, is no tool.
        guard route.kind == .api, let operation = route.operation, operation.tag != "Events",
            operation.bodies.keys.allSatisfy({ $0 == "application/json" })
        else { return nil }
        self.route = route
        self.operation = operation
        listing = Self.listing(of: operation, isReading: route.method == .get)
    }

    private static func listing(of operation: Operation, isReading: Bool) -> JSON {
        var properties: [JSON.Member] = []
        var required: [String] = []
        for parameter in operation.parameters where parameter.name != "If-None-Match" {
            guard let schema = try? JSON(strictly: parameter.schema.utf8) else { continue }
            let summary = JSON.Member(key: "description", value: .text(parameter.summary))
            properties.append(JSON.Member(key: parameter.name, value: .object(schema.members + [summary])))
            if parameter.isRequired { required.append(parameter.name) }
        }
        if let body = operation.bodies["application/json"].flatMap({ try? JSON(strictly: $0.utf8) }) {
            properties += body["properties"]?.members ?? []
            if case .array(let names) = body["required"] { required += names.flatMap(\.texts) }
        }
        return [
            "name": .text(operation.id), "description": .text(operation.summary),
            "inputSchema": [
                "type": "object", "properties": .object(properties), "required": .texts(required),
                "additionalProperties": false,
            ],
            "annotations": ["readOnlyHint": .bool(isReading), "openWorldHint": false],
        ]
    }
}
