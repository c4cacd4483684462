import HTTPTypes
import People
import Testing

@testable import FlywheelWeb

/// What goes over the wire before any handler sees a request.
@Suite struct WireTests {
    private let gate = Gate(
        identify: { $0.headers[.authorization].map { Viewer(name: $0, role: .operator, credential: .token(1)) } },
        requireOwnForm: { _ in },
        explain: { error, _ in Problem(.internalServerError, "unexpected", "\(error)") },
        page: { problem, _ in .html("<p>\(problem.code)</p>", status: problem.status) })

    private let routes = [
        Route(.api, .post, "/short", for: .everyone, bodyLimit: 16) { .json(String(decoding: $0.body, as: UTF8.self)) },
        Route(.api, .post, "/file", for: .right(.work), bodyLimit: 16, isSpooled: true) { request in
            .json(request.bodyFile == nil ? "0" : "1")
        },
        Route(.api, .post, "/own", for: .signedIn, bodyLimit: 16) { _ in .json("1") },
    ]

    private func isDocument(_ answer: String, _ status: Int, _ code: String) -> Bool {
        answer.hasPrefix("HTTP/1.1 \(status) ") && answer.contains("\r\nContent-Type: application/problem+json\r\n")
            && answer.contains("\r\nX-Content-Type-Options: nosniff\r\n")
            && answer.contains("\"status\":\(status),\"code\":\"\(code)\"") && answer.hasSuffix("}")
    }

    private static func post(_ path: String, _ headers: String..., body: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\(headers.map { "\($0)\r\n" }.joined())\r\n\(body)"
    }

    @Test func tooLongABodyIsRefusedWithADocument() async throws {
        try await LiveServer.run(routes, gate: gate) { server in
            for path in ["/short", "/file"] {
                let stated = Self.post(path, "Content-Length: 17", "Authorization: ana")
                let isSaid = isDocument(try await server.answer(to: stated), 413, "too-large")
                #expect(isSaid, "\(path): before any of it was sent")
                let chunk = "11\r\n\(String(repeating: "1", count: 17))\r\n0\r\n\r\n"
                let chunked = Self.post(path, "Transfer-Encoding: chunked", "Authorization: ana", body: chunk)
                let isSeen = isDocument(try await server.answer(to: chunked), 413, "too-large")
                #expect(isSeen, "\(path): where it was not said before")
            }
        }
    }

    @Test func whatCannotBeReadIsRefusedWithADocument() async throws {
        let long = String(repeating: "a", count: 20_000)
        let longest = String(repeating: "a", count: 70_000)
        let many = (1...101).map { "X-\($0): 1\r\n" }.joined()
        let requests = [
            ("GET /?\(long) HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n", 414, "address-too-long"),
            ("GET / HTTP/1.1\r\nHost: here\r\nX-Long: \(longest)\r\n\r\n", 431, "head-too-long"),
            ("GET / HTTP/1.1\r\nHost: here\r\n\(many)\r\n", 431, "head-too-long"),
            ("HELLO\r\n\r\n", 400, "http"), (Self.post("/short", "Content-Length: many"), 400, "http"),
            (Self.post("/short", "Transfer-Encoding: chunked", body: "many\r\n"), 400, "http"),
        ]
        try await LiveServer.run(routes, gate: gate) { server in
            for (request, status, code) in requests {
                let answer = try await server.answer(to: request)
                #expect(isDocument(answer, status, code), "\(request.prefix(60)): \(answer)")
            }
        }
    }

    @Test func whoeverAsksFirstIsToldToGoOn() async throws {
        try await LiveServer.run(routes, gate: gate) { server in
            func ask(_ path: String, _ headers: String...) async throws -> String {
                let head = ["Expect: 100-continue"] + headers
                let text = Self.post(path, head.joined(separator: "\r\n"))
                return try await server.answer(to: text, wanted: "[1,2]")
            }
            let goOn = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"
            let short = try await ask("/short", "Content-Length: 5")
            #expect(short.hasPrefix(goOn) && short.hasSuffix("[1,2]"), "\(short)")
            let file = try await ask("/file", "Content-Length: 5", "Authorization: ana")
            #expect(file.hasPrefix(goOn) && file.hasSuffix("1"), "\(file)")
            for path in ["/own", "/file"] {
                let refused = try await ask(path, "Content-Length: 5")
                #expect(isDocument(refused, 401, "not-signed-in"), "\(path): \(refused)")
            }
            let long = try await ask("/short", "Content-Length: 17")
            #expect(isDocument(long, 413, "too-large"), "\(long)")
        }
    }
}
