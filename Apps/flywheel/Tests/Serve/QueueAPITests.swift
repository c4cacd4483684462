import FlywheelKit
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct QueueAPITests {
    @Test func theQueueIsTheDocumentOfTheCommand() throws {
        let desk = try Desk.rotatedOnce()
        let reply = try Doorstep(desk).ask(.get, "/api/v1/queue?limit=3&tier=A")
        #expect(reply.status == 200)
        #expect(reply.text + "\n" == desk.run("queue", "--limit", "3", "--tier", "A", "--format", "json").output)
    }

    @Test func aPlaceIsAskedForAsImportsNameIt() throws {
        let desk = try Desk.rotatedOnce()
        let door = try Doorstep(desk)
        for name in ["DE", "amazon.de", "Amazon.de", "A1PA6795UKMFR9"] {
            let reply = try door.ask(.get, "/api/v1/queue?limit=3&account=northwind&marketplace=\(name)")
            #expect(reply.status == 200, "\(reply.text)")
            let flags = ["--limit", "3", "--account", "northwind", "--marketplace", "DE", "--format", "json"]
            #expect(reply.text + "\n" == desk.run(["queue"] + flags).output)
        }
        for query in ["account=nobody", "marketplace=walmart", "parent=X99999", "since=R99"] {
            let reply = try door.ask(.get, "/api/v1/queue?\(query)")
            #expect(reply.status == 404, "\(query): \(reply.text)")
        }
        let crossed = try door.ask(.get, "/api/v1/queue?lane=active&cursor=predicted:4")
        #expect(crossed.status == 422 && crossed.text.contains("goes on in lane predicted"), "\(crossed.text)")
    }

    @Test(arguments: [
        ("limits=3", "unknown-parameter", "query.limits"), ("limit=3&limit=4", "repeated", "query.limit"),
        ("limit=0", "usage", "query.limit"), ("mine=yes", "usage", "query.mine"), ("tier=Z", "usage", "query.tier"),
        ("from=/etc/passwd", "unknown-parameter", "query.from"), ("store=/tmp/x", "unknown-parameter", "query.store"),
        ("as=ben", "unknown-parameter", "query.as"),
    ])
    func whatIsAskedWronglyIsNamed(query: String, code: String, place: String) throws {
        let reply = try Doorstep(.rotatedOnce()).ask(.get, "/api/v1/queue?\(query)")
        #expect(reply.status == 400 && reply.code == code, "\(reply.text)")
        #expect(reply.json?["place"] == .text(place), "\(reply.text)")
        #expect(!reply.text.contains("--"), "flags are the command line's: \(reply.text)")
    }

    @Test func pagesFollowEachOther() throws {
        let door = try Doorstep(.rotatedOnce())
        var (address, seen): (String, [JSON]) = ("/api/v1/queue?limit=2", [])
        while true {
            let page = try #require(try door.ask(.get, address).json)
            guard case .array(let items) = page["items"] else { break }
            seen += items.compactMap { $0["id"] }
            guard case .text(let cursor) = page["nextCursor"] else { break }
            address = "/api/v1/queue?limit=2&cursor=\(cursor)"
        }
        let whole = try #require(try door.ask(.get, "/api/v1/queue?limit=1000").json)
        guard case .array(let items) = whole["items"] else { return }
        #expect(seen == items.compactMap { $0["id"] })
        #expect(Set(seen).count == seen.count && seen.count > 2)
    }

    @Test func aCursorOfAnotherRotationIsRefusedByPrograms() throws {
        let door = try Doorstep(.rotatedOnce())
        let late = try door.ask(.get, "/api/v1/queue?cursor=2@R99")
        #expect(late.status == 409 && late.code == "newer-queue", "\(late.text)")
        #expect(try door.ask(.get, "/api/v1/queue?cursor=2@R1").status == 200)
        #expect(try door.ask(.get, "/api/v1/queue?cursor=2").status == 200)
        #expect(try door.ask(.get, "/api/v1/queue?cursor=2@").status == 400)
    }

    @Test func whatTheReaderHasIsNotSentAgain() throws {
        let door = try Doorstep(.rotatedOnce())
        let first = try door.ask(.get, "/api/v1/queue")
        #expect(!first.tag.isEmpty && !first.tag.hasPrefix("W/"), "\(first.status) \(first.text.prefix(300))")
        let again = try door.ask(.get, "/api/v1/queue", headers: ["If-None-Match": first.tag])
        #expect(again.status == 304 && again.text.isEmpty && again.tag == first.tag)
        #expect(try door.ask(.get, "/api/v1/queue", headers: ["If-None-Match": "*"]).status == 304)
        #expect(try door.ask(.get, "/api/v1/exceptions/X99999", headers: ["If-None-Match": "*"]).status == 404)
        let id = try door.firstID()
        #expect(try door.ask(.post, "/api/v1/exceptions/\(id)/claim", headers: ["If-Match": "*"]).status == 200)
        let changed = try door.ask(.get, "/api/v1/queue", headers: ["If-None-Match": first.tag])
        #expect(changed.status == 200 && changed.tag != first.tag && changed.text != first.text)
    }

    @Test func answersAreEachPersonsOwn() throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        _ = try door.ask(.post, "/api/v1/exceptions/\(id)/claim", headers: ["If-Match": "*"])
        let own = try door.ask(.get, "/api/v1/queue?mine=true")
        let others = try door.ask(.get, "/api/v1/queue?mine=true", as: "ben:operator")
        #expect(own.text.contains("\"\(id)\"") && !others.text.contains("\"\(id)\""))
    }
}

extension Doorstep {
    /// The exception on top of the queue.
    func firstID() throws -> String {
        let queue = try #require(try ask(.get, "/api/v1/queue?limit=1").json)
        guard case .array(let items) = queue["items"], case .text(let id) = items.first?["id"] else {
            throw Diagnostic("test", "the queue is empty", exit: .failed)
        }
        return id
    }
}
