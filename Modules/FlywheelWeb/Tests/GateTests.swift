import HTTPTypes
import People
import Testing

@testable import FlywheelWeb

@Suite struct GateTests {
    let gate = Gate(
        identify: { request in
            guard let name = request.headers[.authorization] else { return nil }
            return Viewer(name: name, role: .viewer, credential: .token(1))
        },
        requireOwnForm: { _ in throw Problem(.forbidden, "foreign-form", "the form is another site's") },
        explain: { error, _ in Problem(.internalServerError, "unexpected", "\(error)") },
        page: { problem, _ in .html("<p>\(problem.code)</p>", status: problem.status) })

    func status(_ entry: Route.Entry, by name: String? = nil) -> Int {
        let route = Route(.api, .get, "/there", for: entry) { _ in .json("{}") }
        let headers: HTTPFields = name.map { [.authorization: $0] } ?? [:]
        return gate.answer(WebRequest(id: "1", .get, path: "/there", headers: headers), at: route).status.code
    }

    @Test func aRouteOpensForThoseWithItsRight() {
        #expect(status(.everyone) == 200)
        #expect(status(.signedIn) == 401)
        #expect(status(.signedIn, by: "mia") == 200)
        #expect(status(.right(.look)) == 401)
        #expect(status(.right(.look), by: "mia") == 200)
        #expect(status(.right(.work), by: "mia") == 403)
    }

    @Test func aPageTakesOnlyItsOwnForms() {
        let route = Route(.page, .post, "/there", for: .signedIn) { _ in .seeOther("/") }
        let request = WebRequest(id: "1", .post, path: "/there", headers: [.authorization: "mia"])
        #expect(gate.answer(request, at: route).status == .forbidden)
    }

    /// Whoever sends another's form learns nothing of what the route would have taken.
    @Test func whoseFormItIsComesBeforeWhatItIs() {
        let route = Route(.page, .post, "/there", for: .signedIn, isSpooled: true) { _ in .seeOther("/") }
        let request = WebRequest(id: "1", .post, path: "/there", headers: [.authorization: "mia"])
        let other = Problem(.badRequest, "form", "the body is no form with files")
        #expect(gate.refuse(other, form: request, at: route).status == .forbidden)
        var own = gate
        own.requireOwnForm = { _ in }
        #expect(own.refuse(other, form: request, at: route).status == .badRequest)
    }

    @Test func whatIsRefusedIsKnownBeforeTheBody() {
        let route = Route(.api, .post, "/there", for: .right(.work), isSpooled: true) { _ in .json("{}") }
        let request = WebRequest(id: "1", .post, path: "/there", headers: [.authorization: "mia"])
        #expect(gate.refusal(of: request, at: route)?.status == .forbidden)
        let open = Route(.api, .post, "/there", for: .signedIn) { _ in .json("{}") }
        #expect(gate.refusal(of: request, at: open)?.status == nil)
    }

    /// Where no route is, a browser is answered with a page and a program with a document.
    @Test(arguments: [
        ("/nope", "text/html,*/*;q=0.8", true), ("/nope", "*/*", false), ("/nope", "application/json", false),
        ("/api/v1/nope", "text/html", false),
    ]) func whatIsNowhereIsSaidAsItIsAskedFor(path: String, accept: String, isPage: Bool) {
        let request = WebRequest(id: "1", .get, path: path, headers: [.accept: accept])
        let reply = gate.refuse(.notFound, nowhere: request)
        #expect(reply.status == .notFound)
        #expect(reply.headers[.contentType]?.hasPrefix("text/html") == isPage)
    }

    @Test func aProblemIsADocument() throws {
        let problem = Problem(.conflict, "claimed", "X1 was claimed by \"ben\"", help: "ask ben")
        guard case .bytes(let bytes) = problem.reply(request: "r1").body else { return }
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                {"type":"/help/errors/claimed","title":"Conflict","status":409,"code":"claimed",\#
                "detail":"X1 was claimed by \"ben\"","help":"ask ben","place":null,"request":"r1"}
                """#)
    }
}
