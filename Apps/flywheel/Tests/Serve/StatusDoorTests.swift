import FlywheelKit
import FlywheelWeb
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct StatusDoorTests {
    /// A desk with incidents of which one lasts, and its doors at a moment.
    private func desk(_ settings: String = CommitmentsTests.settings) throws -> Desk {
        let desk = try Desk.withCases(settings)
        for title in ["<b>Orders</b> & more", "Labels"] {
            _ = desk.run(
                "incidents", "open", title, "--text", "We look.", "--component", "orders", "--owner", "canary")
        }
        _ = desk.run("incidents", "resolve", "B2", "--text", "Over.", "--as", "canary")
        return desk
    }

    private func ask(
        _ desk: Desk, _ address: String, _ headers: [String: String] = [:], clock: Instant = Scene.asOf
    ) throws -> Doorstep.Reply {
        try Doorstep(desk) { clock }.ask(.get, address, as: nil, headers: headers)
    }

    private static let paths = [
        "/status", "/status/incidents/B1", "/status/feed.atom", "/status.json",
    ]

    @Test func withoutASayInTheFileThereIsNoSuchDoor() throws {
        let desk = try desk(CommitmentsTests.settings.replacing("public: true", with: "public: false"))
        #expect(try !Doorstep(desk).routes.contains { $0.path.hasPrefix("/status") })
    }

    @Test(arguments: paths) func everybodySeesItWithoutACookieAndMayKeepIt(path: String) throws {
        let desk = try desk()
        let reply = try ask(desk, path)
        #expect(reply.status == 200 && reply.headers[.setCookie] == nil, "\(reply.text)")
        #expect(reply.headers[.cacheControl] == "public, max-age=30" && !reply.tag.isEmpty)
        let again = try ask(desk, path, ["If-None-Match": "\"x\", \(reply.tag)"])
        #expect(again.status == 304 && again.text.isEmpty && again.tag == reply.tag)
        _ = desk.run("incidents", "update", "B1", "--text", "Found.")
        #expect(try ask(desk, path, ["If-None-Match": reply.tag]).status == 200)
    }

    @Test(arguments: paths) func nobodysNameIsInIt(path: String) throws {
        let text = try ask(try desk(), path).text
        for canary in ["canary", "mia", "northwind", "Jo 7", "mail.example"] {
            #expect(!text.contains(canary), "\(canary)")
        }
    }

    @Test func whatWasWrittenIsNoMarkup() throws {
        let desk = try desk()
        for path in ["/status", "/status/incidents/B1"] {
            let page = try ask(desk, path).text
            #expect(page.contains("&lt;b&gt;Orders&lt;/b&gt; &amp; more") && !page.contains("<b>"))
        }
    }

    @Test(arguments: [
        ("en-US", "Open incidents"), ("de-DE", "Was jetzt nicht funktioniert"),
        ("es-ES", "Lo que no funciona ahora"), ("ja-JP", "現在の障害"),
    ])
    func itSpeaksTheReadersLanguage(tag: String, words: String) throws {
        let desk = try desk()
        let asked = try ask(desk, "/status", ["Accept-Language": tag])
        #expect(asked.text.contains(words) && asked.headers[.contentLanguage] == tag)
        #expect(asked.headers[.vary] == "Accept-Language" && !asked.text.contains("<form"))
        #expect(!asked.text.contains(">status."), "a message is missing")
        #expect(try ask(desk, "/status?language=\(tag)").text.contains(words))
    }

    @Test func anUpdateThatDidNotComeIsOverdueTheSecondAfter() throws {
        let desk = try desk()
        let promised = Scene.asOf.advanced(bySeconds: 3_600)
        #expect(try !ask(desk, "/status", clock: promised).text.contains("update overdue"))
        for path in Self.paths {
            let text = try ask(desk, path, clock: promised.advanced(bySeconds: 1)).text
            #expect(text.contains("overdue") || text.contains("did not come"), "\(path)")
        }
    }

    @Test func whatWasNeverToldOfIsNotThere() throws {
        let desk = try desk()
        for path in ["/status/incidents/B9", "/status/incidents/1", "/status/maintenance/G1"] {
            #expect(try ask(desk, path).status == 404)
        }
    }

    @Test func thePublicDocumentIsThatOfTheCommand() throws {
        let desk = try desk()
        #expect(try ask(desk, "/status.json").text + "\n" == desk.run("commitments", "--format", "json").output)
    }

    @Test func incidentsAreToldOfThroughTheAPI() throws {
        let door = try Doorstep(try desk())
        let body = #"{"title":"Late","text":"We look.","component":"orders"}"#
        let opened = try door.ask(
            .post, "/api/v1/incidents", as: "lea:lead", body, headers: ["Idempotency-Key": "a"])
        #expect(opened.status == 200 && opened.json?["incident"]?["id"] == "B3", "\(opened.text)")
        let shown = try door.ask(.get, "/api/v1/incidents/B3")
        let resolved = try door.ask(
            .post, "/api/v1/incidents/B3/resolve", as: "lea:lead", #"{"text":"Over."}"#,
            headers: ["If-Match": shown.tag])
        #expect(resolved.json?["incident"]?["state"] == "resolved", "\(resolved.text)")
        let late = try door.ask(
            .post, "/api/v1/incidents/B3/resolve", as: "lea:lead", #"{"text":"Over."}"#,
            headers: ["If-Match": shown.tag])
        #expect(late.status == 412, "\(late.text)")
        #expect(try door.ask(.post, "/api/v1/incidents", body).status == 403)
        let named = #"{"title":"Late","text":"Write to jo@mail.example.","component":"orders"}"#
        let refused = try door.ask(
            .post, "/api/v1/incidents", as: "lea:lead", named, headers: ["Idempotency-Key": "b"])
        #expect(refused.status == 409 && refused.code == "public-text", "\(refused.text)")
    }
}
