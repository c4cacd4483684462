import ArgumentParser
import FlywheelWeb
import Foundation
import HTTPTypes
import People

/// The API for language models: its operations as tools of the Model Context Protocol (2025-06-18, streamable HTTP), each
/// with the rights it has as an operation. Every message is a JSON-RPC 2.0 request of its own; there are no sessions.
struct MCP: Sendable {
    /// The protocol's versions that are understood, newest first.
    private static let versions = ["2025-06-18", "2025-03-26"]

    private let tools: [String: MCPTool]
    private let order: [String]

    /// The tools that some routes make.
    init(_ routes: [Route]) {
        let made = routes.compactMap(MCPTool.init)
        tools = Dictionary(made.map { ($0.operation.id, $0) }, uniquingKeysWith: { first, _ in first })
        order = made.map(\.operation.id)
    }

    /// Where it is found.
    func route(explain: @escaping @Sendable (any Error, WebRequest) -> Problem) -> Route {
        Route(.api, .post, "\(API.prefix)/mcp", for: .signedIn, operation: Self.operation) { request in
            try Self.requireOwnOrigin(request)
            switch try answer(to: try request.json(), request, explain) {
            case nil: return WebReply(.accepted)
            case let reply?: return .json(reply.line)
            }
        }
    }

    /// A page of another site may not speak for whoever looks at it (DNS rebinding).
    private static func requireOwnOrigin(_ request: WebRequest) throws(Problem) {
        guard let origin = request.headers[.origin] else { return }
        let host = HTTPField.Name("Host").flatMap { request.headers[$0] } ?? ""
        guard origin.hasSuffix("://\(host)"), !host.isEmpty else {
            throw Problem(
                .forbidden, "foreign-origin", "the request is from a page of \(origin)", place: "header.Origin")
        }
    }

    private func answer(
        to message: JSON, _ request: WebRequest, _ explain: (any Error, WebRequest) -> Problem
    ) throws(Problem) -> JSON? {
        guard case .object = message, message["jsonrpc"] == "2.0", case .text(let method) = message["method"] else {
            throw Problem(.badRequest, "json-rpc", "the body is no JSON-RPC 2.0 request with a method")
        }
        // A notification is heard and not answered.
        guard let id = message["id"] else { return nil }
        guard id.isRequestID else {
            throw Problem(.badRequest, "json-rpc", "the id is neither a text nor a whole number")
        }
        let parameters = message["params"] ?? .object([])
        guard case .object = parameters else { throw Problem(.badRequest, "json-rpc", "params is no object") }
        switch method {
        case "initialize": return Self.result(Self.greeting(parameters), id: id)
        case "ping": return Self.result(.object([]), id: id)
        case "tools/list": return Self.result(["tools": .array(tools(for: request.viewer).map(\.listing))], id: id)
        case "tools/call":
            guard case .text(let name) = parameters["name"],
                let tool = tools(for: request.viewer).first(where: { $0.operation.id == name })
            else { return Self.failure(-32_602, "there is no such tool for you", id: id) }
            return Self.result(call(tool, parameters["arguments"]?.members ?? [], request, explain), id: id)
        default: return Self.failure(-32_601, "there is no method \"\(method)\"", id: id)
        }
    }

    /// The tools somebody has the right to.
    private func tools(for viewer: Viewer?) -> [MCPTool] {
        order.compactMap { tools[$0] }.filter { tool in
            switch tool.route.entry {
            case .everyone, .signedIn: true
            case .right(let right): viewer?.may(right) ?? false
            }
        }
    }

    /// Does what the operation does for the same person. A refusal is a result that says so, since a model can go by it.
    private func call(
        _ tool: MCPTool, _ arguments: [JSON.Member], _ request: WebRequest,
        _ explain: (any Error, WebRequest) -> Problem
    ) -> JSON {
        let inner = Self.request(for: tool.route, tool.operation, arguments, in: request)
        let reply: WebReply
        do {
            reply = try tool.route.handler(inner)
        } catch {
            reply = (error as? Problem ?? explain(error, inner)).reply(request: request.id)
        }
        guard case .bytes(let bytes) = reply.body else { return ["content": [], "isError": true] }
        let text = String(decoding: bytes, as: UTF8.self)
        let content: JSON = [["type": "text", "text": .text(text)]]
        guard reply.status.code < 400, let document = try? JSON(strictly: bytes) else {
            return ["content": content, "isError": true]
        }
        return ["content": content, "structuredContent": document, "isError": false]
    }

    private static func request(
        for route: Route, _ operation: FlywheelWeb.Operation, _ arguments: [JSON.Member], in request: WebRequest
    ) -> WebRequest {
        var parameters: [String: String] = [:]
        var query: [Fields.Field] = []
        var headers: HTTPFields = [.contentType: "application/json"]
        var body: [JSON.Member] = []
        for argument in arguments {
            let values = argument.value.texts
            switch operation.parameters.first(where: { $0.name == argument.key })?.place {
            case .path: parameters[argument.key] = values.first
            case .query: query += values.map { Fields.Field(argument.key, $0) }
            case .header: if let name = HTTPField.Name(argument.key) { headers[name] = values.first }
            case nil where route.method == .get: query += values.map { Fields.Field(argument.key, $0) }
            case nil: body.append(argument)
            }
        }
        var path = route.path
        for (name, value) in parameters {
            let segment = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            path = path.replacing("{\(name)}", with: segment)
        }
        return WebRequest(
            id: request.id, route.method, path: path, parameters: parameters, query: FlywheelWeb.Fields(query),
            headers: headers, body: body.isEmpty ? [] : Array(JSON.object(body).line.utf8),
            remoteAddress: request.remoteAddress, viewer: request.viewer)
    }

    private typealias Fields = FlywheelWeb.Fields

    // MARK: Messages

    private static func greeting(_ parameters: JSON) -> JSON {
        var version = versions[0]
        if case .text(let asked) = parameters["protocolVersion"], versions.contains(asked) { version = asked }
        return [
            "protocolVersion": .text(version), "capabilities": ["tools": ["listChanged": false]],
            "serverInfo": ["name": "flywheel", "title": "Flywheel", "version": .text(Flywheel.version)],
            "instructions": .text(
                "listQueue says what is worth working on first, showException why. "
                    + "A change of a record needs its version in If-Match."),
        ]
    }

    private static func result(_ result: JSON, id: JSON) -> JSON { ["jsonrpc": "2.0", "id": id, "result": result] }

    private static func failure(_ code: Int64, _ message: String, id: JSON) -> JSON {
        ["jsonrpc": "2.0", "id": id, "error": ["code": .integer(code), "message": .text(message)]]
    }

    private static let operation = FlywheelWeb.Operation(
        "callTools", "Speaks the Model Context Protocol: every operation is a tool.", tag: "Tools",
        bodies: [
            "application/json":
                #"{"type":"object","properties":{"jsonrpc":{"const":"2.0"},"method":{"type":"string"},"#
                + #""id":{"type":["string","integer"]},"params":{"type":"object"}},"required":["jsonrpc","method"]}"#
        ], answers: [200: #"{"type":"object"}"#, 202: nil], refusals: [400, 415])
}

extension JSON {
    /// A scalar as text, or each of a list.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .integer(let number): [String(number)]
        case .number(let number): ["\(number)"]
        case .bool(let flag): [flag ? "true" : "false"]
        case .array(let items): items.flatMap(\.texts)
        default: []
        }
    }

    /// Whether JSON-RPC lets it name a request.
    fileprivate var isRequestID: Bool {
        switch self {
        case .text, .integer: true
        default: false
        }
    }
}
