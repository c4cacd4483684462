import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import People
import Synchronization

@testable import flywheel

/// The server without sockets: its routes and its gate over a store of its own, on a clock that tests move.
final class Front: Sendable {
    let house: House
    let signIn: SignIn
    let routes: [Route]
    let gate: Gate
    private let folder: String

    init(isSecure: Bool = false, extra: [Route] = []) throws {
        folder = NSTemporaryDirectory() + "flywheel-front-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let time = SharedClock()
        let nowhere = Surroundings.Channel(isTerminal: false, width: nil) { _ in }
        let surroundings = Surroundings(
            clock: .init { time.now }, environment: ["FLYWHEEL_STORE": "\(folder)/store.flywheel"], userName: "root",
            homeFolder: folder, output: nowhere, errors: nowhere, inputLines: { [] })
        house = try House(try GlobalOptions.parse([]), surroundings, for: .creating)
        let desk = PeopleDesk(
            store: house.host.store, clock: { time.now }, cost: PasswordCost(logN: 1, r: 1, p: 1))
        signIn = SignIn(desk: desk, isSecure: isSecure, now: { time.now })
        let pages = Pages(house: house, formToken: signIn.formToken(for:))
        routes = Doors.all(of: house, pages: pages, signIn: signIn) + extra
        gate = Doors.gate(of: house, pages: pages, signIn: signIn)
        self.time = time
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private let time: SharedClock

    /// Lets time pass.
    func pass(_ seconds: Int64) { time.pass(seconds) }

    /// What the server answers.
    func answer(_ request: WebRequest) -> WebReply {
        for route in routes where route.method == request.method {
            guard let parameters = Self.parameters(of: request.path, at: route.path) else { continue }
            let asked = WebRequest(
                id: request.id, request.method, path: request.path, parameters: parameters, query: request.query,
                headers: request.headers, body: request.body, host: request.host,
                remoteAddress: request.remoteAddress)
            return gate.answer(asked, at: route)
        }
        return Problem.notFound.reply(request: request.id)
    }

    private static func parameters(of path: String, at pattern: String) -> [String: String]? {
        let (parts, names) = (path.split(separator: "/"), pattern.split(separator: "/"))
        guard parts.count == names.count else { return nil }
        var found: [String: String] = [:]
        for (part, name) in zip(parts, names) {
            if name.hasPrefix("{") {
                found[String(name.dropFirst().dropLast())] = String(part).removingPercentEncoding
            } else if part != name {
                return nil
            }
        }
        return found
    }

    /// A browser that set the server up as `ada`, an admin.
    static func setUp(isSecure: Bool = false, extra: [Route] = []) throws -> (Front, Browser) {
        let front = try Front(isSecure: isSecure, extra: extra)
        var browser = Browser(front)
        let code = try front.signIn.desk.setUpCode() ?? ""
        browser.post("/setup", ["code": code, "name": "ada", "password": Browser.password])
        return (front, browser)
    }

    private final class SharedClock: Sendable {
        private let time = Mutex(Scene.asOf)
        var now: Instant { time.withLock { $0 } }
        func pass(_ seconds: Int64) { time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    }
}

/// A browser: it keeps cookies, says where forms come from, and finds the token of a page's forms.
struct Browser {
    static let password = "long enough for her"

    let front: Front
    var cookies: [String: String] = [:]
    var address = "192.0.2.7"
    /// Of the last page.
    private(set) var formToken: String?

    init(_ front: Front) { self.front = front }

    @discardableResult
    mutating func get(_ path: String, _ headers: HTTPFields = [:]) -> WebReply {
        let reply = send(.get, path, headers, body: "")
        if let token = reply.text.split(separator: "name=\"form-token\" value=\"").dropFirst().first {
            formToken = token.split(separator: "\"").first.map(String.init)
        }
        return reply
    }

    /// Sends a form with the token of the last page, from this server's own page unless the headers say otherwise.
    @discardableResult
    mutating func post(_ path: String, _ form: [String: String] = [:], _ headers: HTTPFields? = nil) -> WebReply {
        let fields = form.merging(formToken.map { ["form-token": $0] } ?? [:]) { given, _ in given }
        let body = fields.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&")
        let own: HTTPFields = [.fetchSite: "same-origin", .origin: "http://flywheel.test"]
        return send(.post, path, headers ?? own, body: body)
    }

    private mutating func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: String
    ) -> WebReply {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let reply = front.answer(
            WebRequest(
                id: "r", method, path: parts[0], query: Fields(encoded: parts.count > 1 ? parts[1] : ""),
                headers: headers, body: Array(body.utf8), host: "flywheel.test", remoteAddress: address))
        for line in reply.headers[values: .setCookie] {
            let pair = line.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        return reply
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension WebReply {
    /// What follows the headers.
    var text: String { if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" } }
    /// Where it sends the browser.
    var location: String? { headers[.location] }
}
