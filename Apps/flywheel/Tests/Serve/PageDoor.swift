import ArgumentParser
import FlywheelKit
import FlywheelWeb
import Foundation
import HTTPTypes
import People
import Testing

@testable import flywheel

/// The pages of a desk's store without a network: a request goes through the gate to its route, as a browser's would.
struct PageDoor {
    let desk: Desk
    let house: House
    private let pages: Pages

    init(_ desk: Desk, at now: Instant = Scene.asOf) throws {
        self.desk = desk
        let nowhere = Surroundings.Channel(isTerminal: false, width: nil) { _ in }
        let surroundings = Surroundings(
            clock: .init { now }, environment: [:], userName: "", homeFolder: desk.folder, output: nowhere,
            errors: nowhere, inputLines: { [] })
        house = try House(
            try GlobalOptions.parse(["--store", "\(desk.folder)/store.flywheel"]), surroundings, for: .reading)
        pages = Pages(house: house) { _ in "token" }
    }

    /// What a page answered.
    struct Answer {
        let status: Int
        let text: String
        let location: String?
    }

    func get(_ address: String, as role: Role = .admin, named name: String = "mia", in language: String = "en")
        -> Answer
    {
        answer(.get, address, "", role, name, language)
    }

    func post(_ address: String, _ form: String = "", as role: Role = .admin, named name: String = "mia") -> Answer {
        answer(.post, address, form, role, name, "en")
    }

    /// The addresses that take nothing from the path.
    var plainAddresses: [String] {
        pages.routes.filter { $0.method == .get && !$0.path.contains("{") }.map(\.path)
    }

    private func answer(
        _ method: HTTPRequest.Method, _ address: String, _ form: String, _ role: Role, _ name: String,
        _ language: String
    ) -> Answer {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let segments = parts[0].split(separator: "/")
        let found = pages.routes.filter { $0.method == method }.compactMap { route in
            Self.parameters(of: segments, in: route).map { (route, $0) }
        }.min { $0.1.count < $1.1.count }
        guard let (route, parameters) = found else { return Answer(status: 404, text: "", location: nil) }
        let number = Int64(name.utf8.reduce(0) { $0 + Int($1) })
        let viewer = Viewer(name: name, role: role, credential: .session(number))
        let request = WebRequest(
            id: "r1", method, path: parts[0], parameters: parameters,
            query: FlywheelWeb.Fields(encoded: parts.count > 1 ? parts[1] : ""), headers: [.acceptLanguage: language],
            body: Array(form.utf8), viewer: viewer)
        let gate = Gate(
            identify: { _ in viewer }, requireOwnForm: { _ in },
            explain: { error, _ in Problem(Diagnostic(error, clock: house.clock)) },
            page: { problem, request in pages.refusal(problem, request) })
        let reply = gate.answer(request, at: route)
        guard case .bytes(let bytes) = reply.body else { return Answer(status: 0, text: "", location: nil) }
        return Answer(
            status: reply.status.code, text: String(decoding: bytes, as: UTF8.self), location: reply.headers[.location])
    }

    /// What the braces of a route stand for; `nil` where the path is another.
    private static func parameters(of segments: [Substring], in route: Route) -> [String: String]? {
        let pattern = route.path.split(separator: "/")
        guard pattern.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (place, segment) in zip(pattern, segments) {
            if place.hasPrefix("{") {
                parameters[String(place.dropFirst().dropLast())] = segment.removingPercentEncoding
            } else if place != segment {
                return nil
            }
        }
        return parameters
    }
}
