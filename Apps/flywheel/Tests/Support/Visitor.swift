import ArgumentParser
import FlywheelKit
import FlywheelWeb
import Foundation
import HTTPTypes
import People

@testable import flywheel

/// Somebody with a browser: asks for pages and sends forms, through the gate, without a network.
final class Visitor {
    /// What came back.
    struct Reply {
        let status: Int
        let text: String
        let location: String?
        let cookies: [String]
    }

    let house: House
    /// Kept, since its folder goes with it.
    private let desk: Desk
    private let routes: [Route]
    private let gate: Gate
    private(set) var viewer: Viewer
    /// Sent with every request.
    var headers: HTTPFields = [:]

    /// Opens the store of a desk.
    init(_ desk: Desk, as name: String = "mia", role: Role = .operator, clock: Instant = Scene.asOf) throws {
        self.desk = desk
        let nowhere = Surroundings.Channel(isTerminal: false, width: nil) { _ in }
        let surroundings = Surroundings(
            clock: .init { clock }, environment: [:], userName: "nobody", homeFolder: desk.folder, output: nowhere,
            errors: nowhere, inputLines: { [] })
        house = try House(
            try GlobalOptions.parse(["--store", "\(desk.folder)/store.flywheel"]), surroundings, for: .creating)
        viewer = Viewer(name: name, role: role, credential: .session(1))
        let pages = Pages(house: house) { _ in "own-form" }
        routes = pages.routes
        // Who asks is said by the test, and every form is the session's own.
        gate = Gate(
            identify: { _ in nil }, requireOwnForm: { _ in },
            explain: { [house] error, _ in Problem(Diagnostic(error, clock: house.clock)) },
            page: { problem, request in pages.refusal(problem, request) })
    }

    /// Another person at the same pages.
    func become(_ name: String, role: Role = .operator, scope: AccountScope = .all) {
        viewer = Viewer(name: name, role: role, scope: scope, credential: .session(Int64(name.utf8.count + 100)))
    }

    func get(_ target: String) -> Reply { send(.get, target) }

    func post(_ target: String, _ fields: KeyValuePairs<String, String> = [:]) -> Reply {
        let body = fields.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
        return send(.post, target, body: Array(body.utf8))
    }

    /// Sends a file as the form of `/data` does.
    func upload(_ contents: String, name: String, account: String) throws -> Reply {
        try upload([(name, contents)], account: account)
    }

    /// Sends several as the server leaves them for a route: each in a file of a name of its own.
    func upload(_ files: [(name: String, contents: String)], account: String) throws -> Reply {
        let folder = "\(desk.folder)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sent = try files.enumerated().map { number, file in
            let path = "\(folder)/file-\(number)"
            try Data(file.contents.utf8).write(to: URL(filePath: path))
            return FormFile(field: "file", name: file.name, path: path, size: file.contents.utf8.count)
        }
        return send(
            .post, "/data/imports", form: SentForm(fields: FlywheelWeb.Fields([.init("account", account)]), files: sent)
        )
    }

    private func send(
        _ method: HTTPRequest.Method, _ target: String, body: [UInt8] = [], form: SentForm? = nil
    ) -> Reply {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        for route in routes where route.method == method {
            guard let parameters = Self.match(parts[0], route.path) else { continue }
            var request = WebRequest(
                id: "r1", method, path: parts[0], parameters: parameters,
                query: FlywheelWeb.Fields(encoded: parts.count > 1 ? parts[1] : ""), headers: headers, body: body)
            request.sentForm = form
            var gate = gate
            let viewer = viewer
            gate.identify = { _ in viewer }
            return Self.reply(gate.answer(request, at: route))
        }
        return Reply(status: 404, text: "", location: nil, cookies: [])
    }

    private static func match(_ path: String, _ pattern: String) -> [String: String]? {
        let (path, pattern) = (path.split(separator: "/"), pattern.split(separator: "/"))
        guard path.count == pattern.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, name) in zip(path, pattern) {
            if name.hasPrefix("{") {
                parameters[String(name.dropFirst().dropLast())] = FlywheelWeb.Fields(encoded: "v=\(part)")["v"]
            } else if part != name {
                return nil
            }
        }
        return parameters
    }

    private static func reply(_ reply: WebReply) -> Reply {
        guard case .bytes(let bytes) = reply.body else {
            return Reply(status: reply.status.code, text: "", location: nil, cookies: [])
        }
        return Reply(
            status: reply.status.code, text: String(decoding: bytes, as: UTF8.self),
            location: reply.headers[.location], cookies: reply.headers[values: .setCookie])
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let digits = String(byte, radix: 16)
            return isPlain ? String(Unicode.Scalar(byte)) : "%\(digits.count == 1 ? "0" : "")\(digits)"
        }.joined()
    }
}

extension Desk {
    /// Nobody opens its store, so that its files stay as they are while they are copied.
    private static let pristine = Result { try Desk.rotated() }

    /// A desk as ``rotated(environment:without:)`` makes it: a copy, cheaper than a rotation for each test that changes
    /// something.
    static func prepared() throws -> Desk {
        let (desk, pristine) = (try Desk(), try pristine.get())
        for name in try FileManager.default.contentsOfDirectory(atPath: pristine.folder) where name.hasPrefix("store.")
        {
            try FileManager.default.copyItem(atPath: "\(pristine.folder)/\(name)", toPath: "\(desk.folder)/\(name)")
        }
        return desk
    }
}
