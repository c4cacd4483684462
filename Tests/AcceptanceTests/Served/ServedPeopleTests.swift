import Foundation
import Testing

/// Who gets in at the real server, what keeps others out, and what everybody sees.
@Suite("Served people") struct ServedPeopleTests {
    @Test("People: set up once, invited, kept to their role and their accounts, and sent away")
    func people() async throws {
        let server = try ServedProgram()
        let ada = try await server.firstPerson()
        let late = Asker(server)
        _ = try await late.get("/setup")
        let second = try await late.post(
            "/setup", ["code": server.code, "name": "eve", "password": ServedProgram.password])
        #expect(second.status >= 400, "the code counts once")
        let west = try server.program.run(
            "people", "add", "wes", "--role", "viewer", "--accounts", "west", "--format", "json")
        let wes = Asker(server)
        _ = try await wes.get("/invitation")
        _ = try await wes.post(
            "/invitation", ["code": try #require(try west.json["code"].text), "password": ServedProgram.password])
        #expect(try await wes.get("/settings/sessions").status == 200)
        let id = try #require(
            try server.program.run("queue", "--limit", "1", "--format", "json").json["items"].items[0]["id"].text)
        #expect(try await ada.get("/x/\(id)").status == 200)
        #expect(try await wes.get("/x/\(id)").status == 404, "what belongs to another account is not there")
        #expect(try await wes.get("/settings/people").status == 403)
        for session in try server.program.run("people", "sessions", "wes", "--format", "json").json["items"].items {
            #expect(try server.program.run("people", "end", try #require(session["id"].text)).exit == 0)
        }
        #expect(try await wes.get("/today").text.contains("action=\"/sign-in\""), "an ended sign-in opens nothing")
        let log = try server.program.run("people", "log", "--format", "json").output
        #expect(log.contains("\"signed-in\"") && log.contains("\"wes\""), "\(log.prefix(300))")
    }

    @Test("Hardening: headers, cookies, foreign forms, long bodies, ways into the house and formulas")
    func hardening() async throws {
        let server = try ServedProgram()
        let ada = try await server.firstPerson()
        let page = try await ada.get("/queue")
        let policy = try #require(page.headers["content-security-policy"])
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(page.headers["x-content-type-options"] == "nosniff")
        let id = try #require(
            try server.program.run("queue", "--limit", "1", "--format", "json").json["items"].items[0]["id"].text)
        let foreign = try await ada.post("/x/\(id)/claim", [:], ["Sec-Fetch-Site": "cross-site"])
        let forged = try await ada.post("/x/\(id)/claim", ["form-token": "guessed"])
        let other = try await ada.post("/data/imports", ["form-token": "guessed"])
        #expect(foreign.status == 403 && forged.status == 403 && other.status == 403)
        let program = Asker(server, token: try server.token("bo", "admin", rights: "look,work,settle"))
        let long = try await program.send(
            "POST", "/api/v1/exceptions/\(id)/note", ["Content-Type": "application/json", "If-Match": "*"],
            "{\"text\":\"\(String(repeating: "x", count: 300_000))\"}")
        #expect(long.status == 413, "\(long.status)")
        let inward = try await program.send(
            "POST", "/api/v1/webhooks",
            ["Content-Type": "application/json", "Idempotency-Key": UUID().uuidString],
            #"{"kind":"webhook","address":"https://169.254.169.254/latest"}"#)
        let hook = try #require(inward.json["subscription"]["id"].text)
        let tried = try await program.send("POST", "/api/v1/webhooks/\(hook)/test", ["If-Match": "*"])
        #expect(tried.json["outcome"].text?.hasSuffix("-address") == true, "\(tried.text)")
        _ = try server.program.run("note", id, "=1+1")
        #expect(!(try server.program.run("export", "exceptions").output.contains(",=")))
        #expect(try await Asker(server, token: "fw_guess").get("/api/v1/queue").status == 401)
    }

    @Test(
        "Language and access: each language by what the browser asks for, with its figures and a way past the bar",
        arguments: ["en", "de", "es", "ja"])
    func language(_ language: String) async throws {
        let server = try ServedProgram()
        let ada = try await server.firstPerson()
        for path in ["/today", "/queue", "/listings", "/data", "/settings"] {
            let page = try await ada.get(path, ["Accept-Language": language]).text
            #expect(page.contains("<html lang=\"\(language)"), "\(path)")
            #expect(page.contains("href=\"#main\"") && page.contains("<main id=\"main\""), "\(path)")
        }
    }

    @Test("Public commitments: off unless they are wanted, then levels, incidents with their promise, and a feed")
    func commitments() async throws {
        let quiet = try ServedProgram()
        #expect(try await Asker(quiet).get("/status").status == 404)
        #expect(try quiet.end().exit == 0)
        let server = try ServedProgram(
            """
            commitments:
              public: true
              components: [{id: orders, name: Order import, since: 2026-10-01}]
              levels: [{id: up, title: Orders come in, component: orders, target: 0.99, window: rolling-28-days}]

            """)
        let opened = try server.program.run(
            "incidents", "open", "Orders are late", "--text", "We look.", "--severity", "partial", "--component",
            "orders", "--next", "2026-11-20T21:00:00Z")
        #expect(opened.exit == 0, "\(opened.errors)")
        let everybody = Asker(server)
        let status = try await everybody.get("/status")
        #expect(status.status == 200 && status.text.contains("Orders are late") && status.text.contains("Order import"))
        #expect(status.text.contains("overdue"), "the promised moment is over")
        #expect(status.headers["set-cookie"] == nil && !status.text.contains("mia"))
        #expect(try await everybody.get("/status/feed.atom").text.contains("Orders are late"))
        #expect(try await everybody.get("/status.json").json["schema"].text == "flywheel.commitments/1")
    }
}
