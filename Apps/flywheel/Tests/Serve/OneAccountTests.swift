import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import Testing

@testable import flywheel

/// Somebody who may know of one account only: what is counted of all is not there for them, and everything else is.
@Suite struct OneAccountTests {
    private static let person = "ana:admin:northwind"

    @Test func everyPageAndEveryAnswerIsTheirsToo() throws {
        let desk = try Desk.rotatedOnce()
        _ = desk.run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US")
        let door = try Doorstep(desk)
        let (id, sku) = (try door.firstID(), try door.firstSKU())
        let known = ["account": "northwind", "marketplace": "US", "sku": sku, "key": "time-to-own", "word": "at-risk"]
        let ids = ["x": id, "exceptions": id, "imports": "I1", "cases": "C1", "metrics": "time-to-own"]
        for route in door.routes where route.method == .get {
            var words: [String] = []
            for part in route.path.split(separator: "/").map(String.init) {
                let name = String(part.dropFirst().dropLast())
                words.append(part.hasPrefix("{") ? known[name] ?? words.last.flatMap { ids[$0] } ?? "none" : part)
            }
            let address = "/" + words.joined(separator: "/")
            let reply = try door.ask(.get, address, as: Self.person)
            #expect(reply.status < 500, "\(address): \(reply.status) \(reply.text.prefix(300))")
        }
    }

    @Test func aRotationIsRefusedBeforeAnythingIsChanged() throws {
        let door = try Doorstep(.rotatedOnce())
        let store = door.house.host.store
        let end = try store.journalEnd()
        let words = "a rotation concerns every account; it takes somebody who may know of all of them"
        for address in ["/data/rotate", "\(API.prefix)/rotations"] {
            let reply = try door.ask(.post, address, as: Self.person, headers: ["Idempotency-Key": "k"])
            #expect(reply.status == 409 && reply.text.contains(words), "\(address): \(reply.status) \(reply.text)")
        }
        #expect(try store.journalEnd() == end)
        #expect(try !door.ask(.get, "/data", as: Self.person).text.contains("/data/rotate"))
        #expect(try door.ask(.get, "/data", as: "ana:admin").text.contains("/data/rotate"))
    }
}
