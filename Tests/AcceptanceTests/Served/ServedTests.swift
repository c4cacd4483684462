import Foundation
import GRDB
import Testing

/// What `flywheel serve` is for, each part through the real program over the network of this machine. What takes a browser, a
/// fuzzer or kills is lived through by `Scripts/served`.
@Suite("Served") struct ServedTests {
    @Test("flywheel serve: files that arrive become work, figures and health are there, and it ends when told to")
    func serve() async throws {
        var program = try Program()
        // The exports are of this morning.
        program.clock = program.asOf
        #expect(try program.run("demo", "exports", "--small").exit == 0)
        try FileManager.default.createDirectory(
            atPath: "\(program.folder.path)/arrivals", withIntermediateDirectories: true)
        let server = try ServedProgram(program, "", ["--watch", "arrivals"])
        let asker = Asker(server, token: try server.token("ada", "admin", rights: "look"))
        for path in ["/healthz", "/readyz"] { #expect(try await asker.get(path).status == 200, "\(path)") }
        #expect(try await asker.get("/api/v1/queue").status == 409, "nothing was looked at yet")
        // All at once, as somebody moves a folder.
        try FileManager.default.moveItem(
            atPath: "\(program.folder.path)/exports", toPath: "\(program.folder.path)/arrivals/northwind")
        var queue = try await asker.get("/api/v1/queue")
        for _ in 0..<600 where queue.status != 200 {
            try await Task.sleep(for: .milliseconds(200))
            queue = try await asker.get("/api/v1/queue")
        }
        #expect(queue.json["items"].items.count > 2, "\(queue.text.prefix(300))")
        #expect(try await asker.get("/healthz").headers["x-request-id"]?.isEmpty == false)
        let ended = try server.end()
        #expect(ended.exit == 0, "\(ended.errors.suffix(500))")
    }

    @Test(
        "flywheel serve: a new store is named, and a taken port of figures ends it before anybody is told that it is there"
    )
    func begins() async throws {
        let program = try Program()
        let server = try ServedProgram(program)
        let line = "There was no store at"
        #expect(server.said.contains(line) && server.said.contains("a new one was made"), "\(server.said)")
        let port = try #require(server.address.split(separator: ":").last.map(String.init))
        var other = try Program()
        other.file = "other.flywheel"
        let taken = try other.run("serve", "--port", "0", "--metrics-port", port)
        #expect(taken.exit != 0 && taken.errors.contains(port), "\(taken.errors)")
        #expect(!taken.errors.contains("Flywheel is at"), "\(taken.errors)")
        _ = try server.end()
        let again = try ServedProgram(program)
        #expect(!again.said.contains(line), "\(again.said)")
        _ = try again.end()
    }

    @Test("flywheel serve: beside a newer program it is not ready")
    func newerProgram() async throws {
        let server = try ServedProgram()
        let asker = Asker(server)
        #expect(try await asker.get("/readyz").status == 200)
        let path = "\(server.program.folder.path)/\(server.program.file)"
        try await DatabaseQueue(path: path).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 later')")
        }
        let ready = try await asker.get("/readyz")
        #expect(ready.status == 500 && ready.text.contains("newer version"), "\(ready.status) \(ready.text)")
        #expect(try await asker.get("/healthz").status == 200)
        _ = try server.end()
    }

    @Test("flywheel serve: a key nobody knows is an error that names the nearest")
    func unknownKey() throws {
        let program = try Program()
        try program.folder.write("serve: { prot: 8080 }\n", to: "flywheel.yaml")
        let run = try program.run("serve", "--port", "0")
        #expect(run.exit != 0 && run.errors.contains("did you mean \"port\""), "\(run.errors)")
        try program.folder.write("serve: { port: 8081 }\n", to: "flywheel.yaml")
        _ = try program.run("import", try program.folder.write("sku,fulfillable\nA,1\n", to: "stock.csv"))
        #expect(try program.run("doctor").output.contains("8081"))
    }

    @Test("API: described, with versions, keys, problems, parts and tools of the same rights")
    func api() async throws {
        let server = try ServedProgram()
        let asker = Asker(server, token: try server.token("ada", "admin", rights: "look,work"))
        #expect(try await asker.get("/api/v1/openapi.json").json["openapi"].text == "3.1.0")
        let queue = try await asker.get("/api/v1/queue?limit=2")
        #expect(queue.json["items"].items.count == 2 && queue.json["nextCursor"].text != nil)
        let tag = try #require(queue.headers["etag"])
        #expect(try await asker.get("/api/v1/queue?limit=2", ["If-None-Match": tag]).status == 304)
        let id = try #require(queue.json["items"].items[0]["id"].text)
        let claim = "/api/v1/exceptions/\(id)/claim"
        #expect(try await asker.send("POST", claim).status == 428)
        let seen = try #require(try await asker.get("/api/v1/exceptions/\(id)").headers["etag"])
        #expect(try await asker.send("POST", claim, ["If-Match": seen]).status == 200)
        let late = try await asker.send("POST", claim, ["If-Match": seen])
        #expect(late.status == 412 && late.headers["content-type"] == "application/problem+json")
        let bulk = #"{"verb":"note","ids":["\#(id)"],"text":"seen"}"#
        let headers = ["Content-Type": "application/json", "Idempotency-Key": "k1"]
        let first = try await asker.send("POST", "/api/v1/exceptions/bulk", headers, bulk)
        let again = try await asker.send("POST", "/api/v1/exceptions/bulk", headers, bulk)
        #expect(first.status == 200 && again.text == first.text)
        let notes = try server.program.run("show", id, "--format", "json").json["notes"].items
        #expect(notes.count == 1, "sent twice, done once")
        let sku = try #require(queue.json["items"].items[0]["listing"]["sku"].text)
        let listing = try await asker.get("/api/v1/listings/\(sku)?marketplace=US")
        #expect(listing.json["open"].items.contains { $0["id"].text == id }, "\(listing.text.prefix(300))")
        let tools = try await asker.send(
            "POST", "/api/v1/mcp", ["Content-Type": "application/json"],
            #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
        #expect(tools.text.contains("claimException") && !tools.text.contains("addPerson"))
    }

    @Test("Pages: every door of the bar opens without a script, and shows the numbers of its command")
    func pages() async throws {
        let server = try ServedProgram()
        let ada = try await server.firstPerson()
        let today = try await ada.get("/today").text
        let doors = Set(today.matches(of: #/<a href="(\/[a-z\/]*)"/#).map { String($0.1) })
        #expect(doors.isSuperset(of: ["/queue", "/listings", "/cases", "/plan", "/data", "/wheel", "/settings"]))
        for door in doors.union(["/assessment", "/data/journal", "/settings/people", "/help/glossary"]) {
            let page = try await ada.get(door)
            #expect(page.status == 200 && page.text.contains("<h1"), "\(door): \(page.status)")
            #expect(!page.text.contains("<script>") && !page.text.contains("style=\""), "\(door)")
        }
        let first = try server.program.run("queue", "--limit", "1", "--format", "json").json["items"].items[0]
        let (id, sku) = (try #require(first["id"].text), try #require(first["listing"]["sku"].text))
        let queue = try await ada.get("/queue").text
        #expect(queue.contains(id) && queue.contains(sku))
        let exception = try await ada.get("/x/\(id)").text
        #expect(exception.contains("<svg") && exception.contains("flywheel show \(id)"))
        #expect(try await ada.post("/x/\(id)/claim", [:]).status == 200)
        #expect(try server.program.run("show", id, "--format", "json").json["claimedBy"].text == "ada")
    }
}

extension ServedProgram {
    /// A browser in which the first person, `ada`, set the server up.
    func firstPerson() async throws -> Asker {
        let ada = Asker(self)
        _ = try await ada.get("/setup")
        let page = try await ada.post("/setup", ["code": code, "name": "ada", "password": Self.password])
        #expect(page.status == 200 && page.text.contains("/sign-out"), "\(page.status)")
        return ada
    }

    static let password = "a long one for her alone"
}
