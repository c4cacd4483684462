import FlywheelHost
import FlywheelStore
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct ImportAPITests {
    @Test func pagesOfImportsFollowEachOther() throws {
        let door = try Doorstep(.rotatedOnce())
        var (address, seen): (String, [JSON]) = ("/api/v1/imports?limit=2", [])
        while true {
            let page = try #require(try door.ask(.get, address).json)
            guard case .array(let imports) = page["imports"] else { break }
            seen += imports.compactMap { $0["id"] }
            guard case .text(let cursor) = page["nextCursor"] else { break }
            address = "/api/v1/imports?limit=2&cursor=\(cursor)"
        }
        let whole = try #require(try door.ask(.get, "/api/v1/imports?limit=1000").json)
        guard case .array(let imports) = whole["imports"] else { return }
        #expect(seen == imports.compactMap { $0["id"] } && seen.count > 2)
        #expect(whole["matching"]?["value"] == .integer(Int64(seen.count)))
        #expect(whole["matching"]?["relation"] == "exact")
    }

    @Test func aCursorThatNamesNothingIsAConflict() throws {
        let door = try Doorstep(.rotatedOnce())
        #expect(try door.ask(.get, "/api/v1/imports?cursor=I999").code == "cursor")
        #expect(try door.ask(.get, "/api/v1/imports?cursor=I999").status == 409)
        #expect(try door.ask(.get, "/api/v1/imports?cursor=999").status == 400)
    }

    @Test func whatBecomesOfAnImportIsDecidedOnWhatWasSeen() throws {
        let door = try Doorstep(.rotatedOnce())
        let accept = "/api/v1/imports/I1/accept"
        #expect(try door.ask(.post, accept, as: "ada:admin").status == 428)
        #expect(try door.ask(.post, accept, as: "ada:admin", headers: ["If-Match": "\"1\""]).status == 412)
        let seen = try door.ask(.get, "/api/v1/imports/I1").tag
        let reply = try door.ask(.post, accept, as: "ada:admin", headers: ["If-Match": seen])
        #expect(reply.status == 409, "it waits for nobody: \(reply.text)")
    }

    /// The file is the body, and no file of the server's.
    @Test func noPathOfTheServersIsTaken() throws {
        let desk = try Desk.rotatedOnce()
        let own = try desk.write("sku,price,status\nA,1.00,Active\n", to: "listings-US.csv")
        let door = try Doorstep(desk)
        let end = try door.house.host.store.journalEnd()
        for address in ["imports?file=b.csv&account=x&path=\(own)", "attachments?file=b.md&check=2.1&path=\(own)"] {
            let reply = try door.ask(
                .post, "/api/v1/\(address)", as: "ada:admin", "sku,price\n", headers: ["Idempotency-Key": "k"])
            #expect(reply.status == 400 && reply.json?["place"] == "query.path", "\(reply.text)")
        }
        #expect(try door.house.host.store.journalEnd() == end)
    }

    @Test func feedsAreTheDocumentOfTheCommand() throws {
        let desk = try Desk.rotatedOnce()
        let reply = try Doorstep(desk).ask(.get, "/api/v1/feeds")
        #expect(reply.status == 200)
        let printed = try JSON(reading: desk.run("imports", "feeds", "--format", "json").output)
        #expect((reply.json?.members ?? []).dropLast(2) == printed.members[...], "with how many there are behind it")
        guard case .array(let feeds) = reply.json?["items"] else { throw Diagnostic("test", reply.text, exit: .failed) }
        #expect(feeds.contains { $0["state"] == "fresh" })
    }
}
