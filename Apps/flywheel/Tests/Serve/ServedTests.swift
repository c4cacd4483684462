import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import Logging
import ServiceLifecycle
import Synchronization
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@testable import flywheel

/// A server on a port of its own, asked over the network of this machine.
private struct Client {
    let port: Int

    func send(
        _ method: String, _ address: String, _ body: Data = Data(), headers: [String: String] = [:],
        as person: String? = "mia:operator"
    ) async throws -> (status: Int, headers: [AnyHashable: Any], text: String) {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(address)")))
        request.httpMethod = method
        if !body.isEmpty { request.httpBody = body }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let person { request.setValue(person, forHTTPHeaderField: "Authorization") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let reply = try #require(response as? HTTPURLResponse)
        return (reply.statusCode, reply.allHeaderFields, String(decoding: data, as: UTF8.self))
    }

    /// One JSON-RPC request.
    func call(
        _ method: String, _ parameters: String = "{}", as person: String? = "mia:operator"
    ) async throws -> JSON {
        let body = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"\(method)\",\"params\":\(parameters)}"
        let reply = try await send(
            "POST", "/api/v1/mcp", Data(body.utf8), headers: ["Content-Type": "application/json"], as: person)
        let json = try JSON(strictly: reply.text.utf8)
        #expect(json["id"] == 7, "\(reply.text)")
        return json
    }
}

extension Doorstep {
    /// Serves while `body` runs.
    fileprivate func serve(_ body: (Client) async throws -> Void) async throws {
        var settings = WebServer.Settings()
        settings.port = 0
        let figures = RequestFigures()
        settings.observe = figures.count
        let routes = routes + Doors.metrics(of: house, figures, path: "")
        let server = WebServer(routes, gate: gate, settings: settings)
        let (ports, port) = AsyncStream<Int>.makeStream()
        let running = Task {
            try await server.run(logger: Logger(label: "test") { JSONLog($0, now: { Scene.asOf }) { _ in } }) {
                port.yield($0)
            }
        }
        defer { running.cancel() }
        for await number in ports { return try await body(Client(port: number)) }
    }
}

@Suite struct ServedTests {
    @Test func aFileIsTakenIn() async throws {
        let desk = try Desk.rotatedOnce()
        #expect(
            desk.run("demo", "\(desk.folder)/files", "--small", clock: Scene.asOf.advanced(byDays: 1)).exit == .done)
        let files = try FileManager.default.subpathsOfDirectory(atPath: "\(desk.folder)/files")
        let name = try #require(files.first { $0.hasSuffix(".txt") || $0.hasSuffix(".csv") })
        let bytes = try Data(contentsOf: URL(filePath: "\(desk.folder)/files/\(name)"))
        let file = (name as NSString).lastPathComponent
        try await Doorstep(desk).serve { client in
            let query = "account=northwind&marketplace=US&file=\(file)"
            let refused = try await client.send("POST", "/api/v1/imports?\(query)", bytes, as: "mia:viewer")
            #expect(refused.status == 403)
            func take(_ query: String, _ bytes: Data, under word: String) async throws -> (status: Int, text: String) {
                let reply = try await client.send(
                    "POST", "/api/v1/imports?\(query)", bytes, headers: ["Idempotency-Key": word])
                return (reply.status, reply.text)
            }
            let taken = try await take(query, bytes, under: "k1")
            #expect(taken.status == 200 && taken.text.contains("\"flywheel.import/1\""), "\(taken.text.prefix(400))")
            #expect(!taken.text.contains("/tmp/"), "where the file lay for a moment is nobody's concern")
            #expect(try await take(query, bytes, under: "k1") == taken, "sent again, it is answered as before")
            let other = try await take(query, bytes + bytes, under: "k1")
            #expect(other.status == 422 && other.text.contains("idempotency-key-reused"), "\(other.text)")
            let again = try await take(query, bytes, under: "k2")
            #expect(again.status == 200 && again.text.contains("\"same\""), "\(again.text.prefix(400))")
            let traversal = try await take("file=..%2F..%2F.ssh", bytes, under: "k3")
            #expect(traversal.status == 400)
            let unknown = try await take("file=a.csv", Data("a,b\n1,2\n".utf8), under: "k4")
            #expect(unknown.status == 422, "\(unknown.text)")
        }
    }

    @Test func aTakenPortEndsTheServerBeforeItDoesAnything() async throws {
        let door = try Doorstep(.rotatedOnce())
        try await door.serve { client in
            var settings = WebServer.Settings()
            settings.port = client.port
            let server = WebServer([], gate: door.gate, settings: settings)
            let taken = CannotListen(host: "127.0.0.1", port: client.port, reason: .taken)
            let begun = Lines()
            await #expect(throws: taken) {
                try await server.run(services: [Beginner(lines: begun)], logger: Logger(label: "test")) { _ in }
            }
            #expect(begun.text.isEmpty)
            settings.port = 0
            let free = WebServer([], gate: door.gate, settings: settings)
            let running = Task {
                try await free.run(services: [Beginner(lines: begun)], logger: Logger(label: "test")) { _ in
                    begun.add("listening ")
                }
            }
            while !begun.text.hasSuffix("begun") { try await Task.sleep(for: .milliseconds(5)) }
            running.cancel()
            #expect(begun.text == "listening begun")
        }
    }

    @Test func aFormWithFilesIsTakenApartOnItsWayIn() async throws {
        let desk = try Desk.rotatedOnce()
        #expect(
            desk.run("demo", "\(desk.folder)/files", "--small", clock: Scene.asOf.advanced(byDays: 1)).exit == .done)
        let files = try FileManager.default.subpathsOfDirectory(atPath: "\(desk.folder)/files").sorted()
        let name = try #require(files.first { $0.contains("listings") && $0.hasSuffix(".txt") })
        let bytes = try Data(contentsOf: URL(filePath: "\(desk.folder)/files/\(name)"))
        func part(_ head: String, _ content: Data) -> Data {
            Data("--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content + Data("\r\n".utf8)
        }
        let account = part("name=\"account\"", Data("northwind".utf8))
        let file = part("name=\"file\"; filename=\"../../listings-US.txt\"", bytes + Data("\n".utf8))
        let form = ["Content-Type": "multipart/form-data; boundary=b", "Accept-Language": "en"]
        try await Doorstep(desk).serve { client in
            let whole = account + file + Data("--b--\r\n".utf8)
            let refused = try await client.send("POST", "/data/imports", whole, headers: form, as: "mia:viewer")
            #expect(refused.status == 403)
            let cut = try await client.send("POST", "/data/imports", account + file, headers: form)
            #expect(cut.status == 400 && cut.text.contains("form-cut"), "\(cut.text.prefix(400))")
            let other = try await client.send("POST", "/data/imports", bytes)
            #expect(other.status == 400)
            let taken = try await client.send("POST", "/data/imports", whole, headers: form)
            #expect(taken.status == 200 && taken.text.contains("listings-US.txt"), "\(taken.text.prefix(400))")
            let crowd = (0...100).reduce(Data()) { all, _ in all + part("name=\"file\"; filename=\"a\"", Data()) }
            let many = try await client.send("POST", "/data/imports", crowd, headers: form)
            #expect(many.status == 413 && many.text.contains("too-many-files"))
        }
    }

    @Test func operationsAreToolsWithTheirRights() async throws {
        try await Doorstep(.rotatedOnce()).serve { client in
            let greeting = try await client.call("initialize", "{\"protocolVersion\":\"2025-06-18\"}")
            #expect(greeting["result"]?["protocolVersion"] == "2025-06-18")
            let notified = Data("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}".utf8)
            #expect(try await client.send("POST", "/api/v1/mcp", notified).status == 202)
            #expect(try await client.send("GET", "/api/v1/mcp").status == 405)
            #expect(try await client.send("POST", "/api/v1/mcp", notified, as: nil).status == 401)
            let origin = ["Origin": "https://evil.example"]
            #expect(try await client.send("POST", "/api/v1/mcp", notified, headers: origin).status == 403)

            func names(as person: String) async throws -> [JSON] {
                guard case .array(let tools) = try await client.call("tools/list", as: person)["result"]?["tools"]
                else {
                    return []
                }
                return tools.compactMap { $0["name"] }
            }
            let (viewer, lead) = (try await names(as: "vic:viewer"), try await names(as: "lea:lead"))
            #expect(viewer.contains("listQueue") && !viewer.contains("claimException"))
            #expect(lead.contains("claimException") && lead.contains("approveChange") && !lead.contains("listJournal"))

            let queue = try await client.call(
                "tools/call", "{\"name\":\"listQueue\",\"arguments\":{\"limit\":1,\"unclaimed\":true}}")
            #expect(queue["result"]?["isError"] == false, "\(queue.line.prefix(300))")
            let document = try #require(queue["result"]?["structuredContent"])
            #expect(document["schema"] == "flywheel.queue/1")
            guard case .array(let items) = document["items"], case .text(let id) = items.first?["id"] else { return }
            let claim = "{\"name\":\"claimException\",\"arguments\":{\"id\":\"\(id)\",\"If-Match\":\"*\"}}"
            let claimed = try await client.call("tools/call", claim)
            #expect(claimed["result"]?["structuredContent"]?["actor"] == "mia", "\(claimed.line)")
            let refused = try await client.call("tools/call", claim, as: "ben:operator")
            #expect(refused["result"]?["isError"] == true)
            #expect(try await client.call("tools/call", claim, as: "vic:viewer")["error"]?["code"] == -32_602)
            #expect(try await client.call("tools/none")["error"]?["code"] == -32_601)
        }
    }

    @Test func figuresAreOfRoutesAndNotOfAddresses() async throws {
        try await Doorstep(.rotatedOnce()).serve { client in
            _ = try await client.send("GET", "/api/v1/exceptions/X1?numbers=true")
            _ = try await client.send("GET", "/api/v1/queue?owner=canary")
            let figures = try await client.send("GET", "/metrics", as: nil).text
            #expect(figures.contains("route=\"/api/v1/exceptions/{id}\",status=\"200\"} 1"), "\(figures.prefix(600))")
            #expect(figures.contains("flywheel_http_request_duration_seconds_bucket{"))
            #expect(figures.contains("le=\"+Inf\"} 1") && figures.contains("\nflywheel_rotations_total 1\n"))
            #expect(!figures.contains("canary") && !figures.contains("X1\""))
            for line in figures.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(Double(line.split(separator: " ").last ?? "") != nil, "\(line)")
            }
        }
    }

    @Test func theJournalGoesOnWhereTheLinkSays() async throws {
        let door = try Doorstep(.rotatedOnce())
        var (address, seen): (String, [JSON]) = ("/api/v1/journal?limit=1", [])
        for _ in 0..<1_000 {
            let page = try door.ask(.get, address, as: "ada:admin")
            #expect(page.status == 200, "\(page.text)")
            guard case .array(let items) = page.json?["items"] else { break }
            seen += items
            guard let link = HTTPField.Name("Link").flatMap({ page.headers[$0] }) else { break }
            address = String(link.dropFirst().prefix { $0 != ">" })
        }
        let lines = try door.house.host.store.events()
        #expect(seen.map(\.line) == lines.map(\.json.line))
    }

    @Test func logsAreOneObjectALine() throws {
        let kept = Lines()
        var log = Logger(label: "flywheel") { JSONLog($0, now: { Scene.asOf }, kept.add) }
        log[metadataKey: "request"] = "r1"
        log.info("answered \"it\"", metadata: ["status": "200", "route": "/x/{id}"])
        #expect(
            kept.text == """
                {"at":"2026-11-20T16:05:00Z","level":"info","label":"flywheel","message":"answered \\"it\\"",\
                "request":"r1","route":"/x/{id}","status":200}

                """)
    }
}

/// Says that it began, and goes on until it is told to end.
private struct Beginner: Service {
    let lines: Lines

    func run() async throws {
        lines.add("begun")
        try await gracefulShutdown()
    }
}

/// Lines that were written.
private final class Lines: Sendable {
    private let kept = Mutex("")
    var text: String { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0 += line } }
}
