import ArgumentParser
import FlywheelWeb
import HTTPTypes
import People

/// The description of the API (OpenAPI 3.1), made from its routes: what is served is what is described.
enum OpenAPIDocument {
    /// The description of the routes that have an operation.
    static func json(of routes: [Route]) throws(JSONFault) -> JSON {
        var paths: [JSON.Member] = []
        for path in Set(routes.filter { $0.operation != nil }.map(\.path)).sorted() {
            var operations: [JSON.Member] = []
            for route in routes where route.path == path {
                guard let operation = route.operation else { continue }
                operations.append(
                    JSON.Member(
                        key: route.method.rawValue.lowercased(), value: try json(of: operation, at: route)))
            }
            paths.append(JSON.Member(key: path, value: .object(operations)))
        }
        let tags = Set(routes.compactMap { $0.operation?.tag }).sorted()
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Flywheel", "version": .text(Flywheel.version),
                "description": .text(
                    "One queue of a marketplace seller's open problems, ranked by revenue at risk, as JSON over HTTP."),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "tags": .array(tags.map { ["name": .text($0)] }),
            "paths": .object(paths), "webhooks": OutwardMessages.webhooks, "components": components,
            "security": [["token": []]],
        ]
    }

    private static func json(of operation: Operation, at route: Route) throws(JSONFault) -> JSON {
        var members: [JSON.Member] = [
            JSON.Member(key: "operationId", value: .text(operation.id)),
            JSON.Member(key: "summary", value: .text(operation.summary)),
            JSON.Member(key: "tags", value: [.text(operation.tag)]),
        ]
        switch route.entry {
        case .everyone: members.append(JSON.Member(key: "security", value: []))
        case .signedIn: break
        case .right(let right): members.append(JSON.Member(key: "x-right", value: .text(right.rawValue)))
        }
        var parameters: [JSON] = []
        for parameter in operation.parameters { parameters.append(try json(of: parameter)) }
        members.append(JSON.Member(key: "parameters", value: .array(parameters)))
        if !operation.bodies.isEmpty {
            var content: [JSON.Member] = []
            var isRequired = false
            for (type, schema) in operation.bodies.sorted(by: { $0.key < $1.key }) {
                let schema = try JSON(strictly: schema.utf8)
                content.append(JSON.Member(key: type, value: ["schema": schema]))
                // A body that has to say nothing may be left away.
                if case .array(let names)? = schema["required"], names.isEmpty { continue }
                isRequired = isRequired || schema["required"] != nil || type != "application/json"
            }
            members.append(
                JSON.Member(key: "requestBody", value: ["required": .bool(isRequired), "content": .object(content)]))
        }
        members.append(JSON.Member(key: "responses", value: try responses(of: operation, at: route)))
        return .object(members)
    }

    private static func json(of parameter: Operation.Parameter) throws(JSONFault) -> JSON {
        let schema = try JSON(strictly: parameter.schema.utf8)
        return [
            "name": .text(parameter.name), "in": .text(parameter.place.rawValue),
            "description": .text(parameter.summary), "required": .bool(parameter.isRequired), "schema": schema,
        ]
    }

    private static func responses(of operation: Operation, at route: Route) throws(JSONFault) -> JSON {
        var responses: [JSON.Member] = []
        for (status, schema) in operation.answers.sorted(by: { $0.key < $1.key }) {
            let words = JSON.text(meanings[status] ?? "HTTP status \(status).")
            if let event = operation.streams {
                // 3.1 has no word for what a stream is made of; 3.2 calls it itemSchema.
                let content: JSON = [
                    "text/event-stream": [
                        "schema": ["type": "string"], "x-itemSchema": try JSON(strictly: event.utf8),
                    ]
                ]
                responses.append(JSON.Member(key: String(status), value: ["description": words, "content": content]))
                continue
            }
            guard let schema else {
                responses.append(JSON.Member(key: String(status), value: ["description": words]))
                continue
            }
            let content: JSON = ["application/json": ["schema": try JSON(strictly: schema.utf8)]]
            responses.append(JSON.Member(key: String(status), value: ["description": words, "content": content]))
        }
        let usual: Set<Int> = route.entry == .everyone ? [] : route.entry == .signedIn ? [401] : [401, 403]
        for status in operation.refusals.union(usual).sorted() {
            responses.append(
                JSON.Member(key: String(status), value: ["$ref": .text("#/components/responses/problem")]))
        }
        return .object(responses)
    }

    /// What the statuses of answers mean.
    private static let meanings = [
        200: "What was asked for, or what was done.", 201: "It was made.", 202: "It was taken.",
        204: "It was done, and there is nothing to say of it.",
        207: "Some of it went otherwise than the rest: the document says which.",
        304: "What the reader has is as it is now.",
    ]

    private static let components: JSON = [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        "responses": [
            "problem": [
                "description": "Why it was refused, or failed.",
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]],
            ]
        ],
        "schemas": .object(
            Document.all.map { JSON.Member(key: $0.name, value: $0.schema) }
                + OutwardMessages.schemas + [JSON.Member(key: "problem", value: problem)]),
    ]

    /// RFC 9457, with a word that programs go by and the part of the request that is meant.
    private static let problem = Shape.record([
        Shape.Field(key: "type", shape: .text), Shape.Field(key: "title", shape: .text),
        Shape.Field(key: "status", shape: .integer), Shape.Field(key: "code", shape: .text),
        Shape.Field(key: "detail", shape: .text), Shape.Field(key: "help", shape: .maybe(.text)),
        Shape.Field(key: "place", shape: .maybe(.text)), Shape.Field(key: "request", shape: .text),
    ]).json
}

extension API {
    /// The description of the API, open to everybody, since it says nothing of anybody's data.
    static func description(of routes: [Route]) -> Route {
        let text = Result { try OpenAPIDocument.json(of: routes).line }
        return Route(.api, .get, "\(prefix)/openapi.json", for: .everyone, operation: nil) { _ in
            .json(try text.get())
        }
    }
}
