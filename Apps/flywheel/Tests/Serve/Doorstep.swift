import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelWeb
import Foundation
import HTTPTypes
import People
import Testing

@testable import flywheel

/// All doors of a server over a desk's store, without a network: requests go to their route through the gate.
struct Doorstep {
    let house: House
    /// Its folder ends with it.
    private let desk: Desk
    let routes: [Route]
    let gate: Gate

    /// - Parameter clock: what the time is.
    init(_ desk: Desk, clock: @escaping @Sendable () -> Instant = { Scene.asOf }) throws {
        let nowhere = Surroundings.Channel(isTerminal: false, width: nil) { _ in }
        let surroundings = Surroundings(
            clock: .init(now: clock), environment: ["FLYWHEEL_STORE": "\(desk.folder)/store.flywheel"],
            userName: "server", homeFolder: desk.folder, output: nowhere, errors: nowhere, inputLines: { [] })
        let house = try House(GlobalOptions.parse([]), surroundings, for: .writing)
        self.house = house
        self.desk = desk
        let signIn = SignIn(desk: PeopleDesk(store: house.host.store, clock: clock), isSecure: false, now: clock)
        let pages = Pages(house: house, formToken: signIn.formToken(for:))
        let own = Doors.gate(of: house, pages: pages, signIn: signIn)
        routes = Doors.all(of: house, pages: pages, signIn: signIn)
        gate = Gate(
            identify: { request in
                // `mia:operator`, as though a token had said so; `mia:operator:west` knows of that account alone.
                guard let words = request.headers[.authorization]?.split(separator: ":").map(String.init),
                    words.count >= 2, let role = Role(rawValue: words[1])
                else { return nil }
                let scope: AccountScope = words.count > 2 ? .only(Set(words[2...])) : .all
                return Viewer(name: words[0], role: role, scope: scope, credential: .token(1))
            },
            requireOwnForm: { _ in }, explain: own.explain, page: own.page)
    }

    /// What a request is answered.
    func ask(
        _ method: HTTPRequest.Method, _ address: String, as person: String? = "mia:operator",
        _ body: String = "", headers: [String: String] = [:]
    ) throws -> Reply {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let (place, parameters) = try #require(route(method, parts[0]), "\(method) \(parts[0])")
        var fields: HTTPFields = [:]
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        fields[.authorization] = person
        if !body.isEmpty, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        let request = WebRequest(
            id: "r1", method, path: parts[0], parameters: parameters,
            query: Fields(encoded: parts.count > 1 ? parts[1] : ""), headers: fields, body: Array(body.utf8))
        return try Reply(place.isSpooled ? spooled(request, at: place) : gate.answer(request, at: place))
    }

    /// The body in a file of its own folder, as the server leaves it for a route that spools.
    private func spooled(_ request: WebRequest, at place: Route) throws -> WebReply {
        let folder = URL(fileURLWithPath: "\(desk.folder)/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "body")
        try Data(request.body).write(to: file)
        var request = request
        request.bodyFile = file.path
        return gate.answer(request, at: place)
    }

    private typealias Fields = FlywheelWeb.Fields

    private func route(_ method: HTTPRequest.Method, _ path: String) -> (Route, [String: String])? {
        let words = path.split(separator: "/").map(String.init)
        let fitting = routes.filter { $0.method == method }.compactMap { route -> (Route, [String: String])? in
            let pattern = route.path.split(separator: "/").map(String.init)
            guard pattern.count == words.count else { return nil }
            var parameters: [String: String] = [:]
            for (part, word) in zip(pattern, words) {
                if part.hasPrefix("{") {
                    parameters[String(part.dropFirst().dropLast())] = word.removingPercentEncoding
                } else if part != word {
                    return nil
                }
            }
            return (route, parameters)
        }
        // What is spelled out goes before what stands for anything, as in the router.
        return fitting.min { $0.1.count < $1.1.count }
    }

    /// A reply with its text.
    struct Reply {
        let status: Int
        let headers: HTTPFields
        let text: String

        init(_ reply: WebReply) {
            status = reply.status.code
            headers = reply.headers
            text = if case .bytes(let bytes) = reply.body { String(decoding: bytes, as: UTF8.self) } else { "" }
        }

        var json: JSON? { try? JSON(strictly: text.utf8) }
        var tag: String { headers[.eTag] ?? "" }
        /// The code of a problem.
        var code: String? { if case .text(let code) = json?["code"] { code } else { nil } }
    }
}

extension Desk {
    private static let template = Result { try rotated() }

    /// A desk with a copy of a store that one rotation was made in; the rotation is made once for all tests.
    static func rotatedOnce() throws -> Desk {
        let desk = try Desk()
        try FileManager.default.copyItem(
            atPath: "\(try template.get().folder)/store.flywheel", toPath: "\(desk.folder)/store.flywheel")
        return desk
    }
}
