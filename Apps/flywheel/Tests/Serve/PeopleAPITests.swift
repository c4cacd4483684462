import FlywheelWeb
import Foundation
import HTTPTypes
import People
import Testing

@testable import flywheel

@Suite("People by the API")
struct PeopleAPITests {
    private let door: Doorstep

    init() throws { door = try Doorstep(.rotatedOnce()) }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", as person: String = "ada:admin"
    ) throws -> Doorstep.Reply {
        try door.ask(
            method, "/api/v1" + path, as: person, body,
            headers: ["If-Match": "*", "Idempotency-Key": UUID().uuidString])
    }

    private func add(_ name: String, _ role: String) throws -> Doorstep.Reply {
        try ask(.post, "/people", #"{"name":"\#(name)","role":"\#(role)"}"#)
    }

    @Test func peopleAreLetInChangedAndKeptOut() throws {
        #expect(try add("ada", "admin").status == 201)
        let added = try ask(.post, "/people", #"{"name":"Ben","role":"lead","accounts":["north"]}"#)
        #expect(added.status == 201 && added.json?["name"] == "ben", "\(added.text)")
        #expect(try add("ben", "viewer").status == 409)
        let changed = try ask(.post, "/people/ben/role", #"{"accounts":null}"#)
        #expect(changed.text.contains(#""role":"lead","accounts":null"#), "what is left out stays: \(changed.text)")
        #expect(try ask(.post, "/people/ben/disable").text.contains(#""state":"disabled""#))
        #expect(try ask(.post, "/people/ada/disable").status == 409, "the last admin stays")
        #expect(try ask(.post, "/people/eve/enable").status == 404)
        #expect(try ask(.get, "/people", as: "mia:lead").status == 403)
    }

    @Test func whatSomebodyHasIsHandedOn() throws {
        _ = try add("ada", "admin")
        _ = try add("ben", "operator")
        let id = try door.firstID()
        let claim = try ask(.post, "/exceptions/\(id)/claim", as: "ben:operator")
        #expect(claim.status == 200, "\(claim.text)")
        let disabled = try ask(.post, "/people/ben/disable")
        #expect(disabled.json?.member(at: ["holds", "claimed"]) == 1, "\(disabled.text)")
        let handed = try ask(.post, "/people/ben/hand", #"{"to":"ada"}"#)
        #expect(handed.status == 200 && handed.text.contains(#""id":"\#(id)""#), "\(handed.text)")
        #expect(try ask(.get, "/exceptions/\(id)").text.contains(#""owner":"ada""#))
        #expect(try ask(.post, "/people/ada/hand", #"{"to":"ben"}"#).status == 409)
        #expect(try ask(.post, "/people/ada/hand", #"{"to":"eve"}"#).status == 404)
        #expect(try ask(.post, "/people/ada/hand", "{}").status == 400)
    }

    @Test func tokensAreGivenOnceAndRevoked() throws {
        _ = try add("ada", "admin")
        let issued = try ask(.post, "/people/ada/tokens", #"{"label":"nightly","rights":["look","work"],"days":7}"#)
        #expect(issued.status == 201, "\(issued.text)")
        guard case .text(let secret) = issued.json?["secret"] else { throw Problem.notFound }
        #expect(secret.hasPrefix("fw_"))
        let listed = try ask(.get, "/tokens")
        #expect(listed.text.contains("nightly") && !listed.text.contains(secret))
        #expect(try ask(.delete, "/tokens/V1").status == 200)
        #expect(try ask(.delete, "/tokens/V1").status == 404)
        #expect(try ask(.delete, "/sessions/S9").status == 404)
        #expect(try ask(.get, "/sessions").status == 200)
    }

    @Test(arguments: [
        (#"{"nam":"x"}"#, 400), (#"{"name":7}"#, 400), (#"{"name":"x","role":"boss"}"#, 400), ("[]", 400), ("{", 400),
        (#"{"name":"x","accounts":"all"}"#, 400), (#"{"name":"a b","role":"admin"}"#, 400),
    ])
    func otherBodiesAreRefused(body: String, status: Int) throws {
        #expect(try ask(.post, "/people", body).status == status)
    }
}
