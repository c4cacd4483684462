import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Testing

@testable import flywheel

@Suite("Looking after people at the server")
struct PeopleSettingsTests {
    private static let probes = [
        Route(.api, .get, "/api/v1/probe", for: .right(.look)) { .json("\"\($0.viewer?.name ?? "")\"") },
        Route(.api, .post, "/api/v1/probe", for: .right(.work)) { _ in WebReply(.noContent) },
    ]

    /// A code of 256 bits on a page.
    private func secret(on page: String, prefix: String = "") -> String? {
        page.split { $0 == ">" || $0 == "<" }.map(String.init).first {
            $0.hasPrefix(prefix) && $0.count == 43 + prefix.count && !$0.contains(" ")
        }
    }

    @Test func anAdminLetsSomebodyInWhoChoosesAPassword() throws {
        var (front, admin) = try Front.setUp()
        admin.get("/settings/people")
        let page = admin.post(
            "/settings/people",
            ["name": "Ben", "display": "Ben <b>", "role": "operator", "scope": "some", "accounts": "north, south"])
        #expect(page.status == .ok && page.text.contains("Ben &lt;b&gt;"), "\(page.text)")
        let code = try #require(secret(on: page.text))
        var ben = Browser(front)
        #expect(ben.post("/invitation", ["code": code, "password": "long enough for him"]).location == "/today")
        let viewer = try #require(try front.signIn.desk.viewer(reference: ben.cookies["flywheel-session"] ?? ""))
        #expect((viewer.name, viewer.role, viewer.scope) == ("ben", .operator, .only(["north", "south"])))
        ben.get("/invitation")
        let again = ben.post("/invitation", ["code": code, "password": "long enough for eve"])
        #expect(again.status == .unauthorized)
    }

    @Test func whoLacksTheRightIsTurnedAwayAndLogged() throws {
        var (front, admin) = try Front.setUp()
        var ben = try self.ben(front, &admin, role: "lead")
        #expect(ben.get("/settings/people").status == .forbidden)
        #expect(ben.get("/settings/security").status == .ok)
        #expect(try front.signIn.desk.log(of: "ben", limit: 1).map(\.detail) == ["administer"])
        var nobody = Browser(front)
        #expect(nobody.get("/settings/people").location?.hasPrefix("/sign-in") == true)
        #expect(nobody.post("/settings/people").status == .unauthorized)
    }

    @Test func anAdminOfSomeAccountsMakesNobodyOneOfAll() throws {
        var (front, admin) = try Front.setUp()
        #expect(admin.get("/settings/account").text.contains("/settings/people"))
        var ben = try self.ben(front, &admin, role: "admin", accounts: "south")
        let own = ben.get("/settings/account")
        #expect(own.status == .ok && !own.text.contains("/settings/people"))
        let before = try front.signIn.desk.people()
        for (path, form) in [("ben/role", ["role": "admin"]), ("ada/disable", [:]), ("ada/factor", [:])] {
            let refused = ben.post("/settings/people/\(path)", form)
            #expect(refused.status == .forbidden, "\(path): \(refused.status)")
        }
        #expect(ben.get("/settings/people").status == .forbidden)
        #expect(try front.signIn.desk.people() == before)
        admin.get("/settings/people/ada")
        let narrowed = admin.post("/settings/people/ada/role", ["role": "admin", "scope": "some", "accounts": "south"])
        #expect(narrowed.status == .conflict, "nobody would know of all accounts")
    }

    @Test func whoHasNoAccountIsNeverGivenAll() throws {
        var (front, admin) = try Front.setUp()
        admin.get("/settings/people")
        let added = admin.post(
            "/settings/people", ["name": "eve", "role": "viewer", "scope": "some", "accounts": " , "])
        #expect(added.status == .conflict && added.text.contains("no account is named"), "\(added.text)")
        #expect(try front.signIn.desk.people().map(\.name) == ["ada"])
        _ = try ben(front, &admin, role: "viewer", accounts: "south")
        admin.get("/settings/people/ben")
        let widened = admin.post("/settings/people/ben/role", ["role": "operator", "scope": "some", "accounts": ""])
        #expect(widened.status == .conflict)
        #expect(try front.signIn.desk.people().last?.accounts == ["south"])
    }

    @Test func pagesSpeakAndCountAsTheirPersonChose() throws {
        var (front, admin) = try Front.setUp()
        let page = admin.get("/settings/account")
        #expect(page.status == .ok && page.text.contains("Your pages"))
        let kept = admin.post(
            "/settings/account",
            ["display": "Ada L.", "locale": "de-DE", "figures": "en-GB", "zone": "Asia/Tokyo"])
        #expect(kept.location == "/settings/account", "\(kept.text)")
        let own = admin.get("/settings/account", [.acceptLanguage: "es", .cookie: "flywheel-language=ja-JP"])
        #expect(
            own.text.contains("lang=\"de") && own.text.contains("Ihre Seiten"), "neither browser nor cookie decides")
        let viewer = try #require(try front.signIn.desk.viewer(reference: admin.cookies["flywheel-session"] ?? ""))
        #expect(viewer.preferences == Preferences(locale: "de-DE", figures: "en-GB", zone: "Asia/Tokyo"))
        for wrong in [["zone": "Mars/Base"], ["locale": "tlh"], ["figures": "qps-long"]] {
            #expect(admin.post("/settings/account", wrong).status == .unprocessableContent)
        }
        #expect(admin.post("/settings/account", ["display": ""]).location == "/settings/account")
        #expect(admin.get("/settings/account", [.acceptLanguage: "es"]).text.contains("Sus páginas"))
        #expect(try front.signIn.desk.people().first?.displayName == "ada")
    }

    @Test func aChangeOfRoleEndsSignInsAndTheLastAdminStays() throws {
        var (front, admin) = try Front.setUp()
        var ben = try self.ben(front, &admin, role: "lead")
        admin.get("/settings/people/ben")
        #expect(
            admin.post("/settings/people/ben/role", ["role": "viewer", "scope": "all"]).location
                == "/settings/people/ben")
        #expect(ben.get("/settings/security").status == .seeOther)
        admin.get("/settings/people/ada")
        let refused = admin.post("/settings/people/ada/role", ["role": "viewer", "scope": "all"])
        #expect(refused.status == .conflict && refused.text.contains("nobody with the role admin would be left"))
        let store = front.house.host.store
        let rotation = try store.beginRotation(asOf: Scene.asOf, currency: #require(Currency("USD")))
        var row = ExceptionRecord(
            id: try store.reserveExceptions(1),
            fingerprint: Fingerprint(
                workflow: "suppressions", kind: "hidden",
                subject: Subject(.listing, account: "north", marketplace: "US", code: "A"), discriminator: ""),
            state: .active, onset: nil, detected: Scene.asOf, opened: rotation, evidence: "{}", exposure: .none,
            model: "")
        row.claimedBy = "ben"
        try store.stage([row], for: rotation)
        try store.publish(
            Turn(RotationRecord(id: rotation, asOf: Scene.asOf, currency: #require(Currency("USD")), summary: "{}")))
        let held = "still has 1 row and 0 cases that wait for work"
        #expect(!admin.get("/settings/people/ben").text.contains(held))
        #expect(admin.post("/settings/people/ben/disable").status == .seeOther)
        let page = admin.get("/settings/people/ben").text
        #expect(page.contains(held) && page.contains("flywheel people hand ben --to NAME"), "\(page)")
        #expect(ben.post("/sign-in", ["name": "ben", "password": "long enough for him"]).status == .unauthorized)
        #expect(admin.post("/settings/people/ben/enable").status == .seeOther)
        #expect(ben.post("/sign-in", ["name": "ben", "password": "long enough for him"]).status == .seeOther)
        #expect(admin.get("/settings/people/nobody").status == .notFound)
    }

    @Test func tokensOpenTheAPIAndNothingThatIsTheirPersonsOwn() throws {
        var (front, browser) = try Front.setUp(extra: Self.probes)
        browser.get("/settings/tokens")
        let page = browser.post("/settings/tokens", ["label": "nightly", "days": "30", "right-look": "on"]).text
        let token = try #require(secret(on: page, prefix: "fw_"))
        #expect(!browser.get("/settings/tokens").text.contains(token), "it is shown once")
        var program = Browser(front)
        let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
        #expect(program.get("/api/v1/probe", bearer).text == "\"ada\"")
        #expect(program.post("/api/v1/probe", [:], bearer).status == .forbidden, "it may look, and no more")
        #expect(program.get("/settings/tokens", bearer).status == .forbidden)
        #expect(
            program.post("/settings/tokens", ["label": "more", "right-administer": "on"], bearer).status == .forbidden)
        #expect(program.get("/api/v1/probe").status == .unauthorized)
        for other in ["Bearer", "Bearer fw_x", "Basic YWRhOng=", "Bearer \(token) x"] {
            let reply = program.get("/api/v1/probe", [.authorization: other])
            #expect(reply.status == .unauthorized, "\(other)")
            #expect(reply.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
        }
        browser.get("/settings/tokens")
        #expect(browser.post("/settings/tokens/V1/revoke").status == .seeOther)
        #expect(program.get("/api/v1/probe", bearer).status == .unauthorized)
    }

    @Test func aPasswordChangeKeepsThisBrowserAndEndsTheOthers() throws {
        var (front, browser) = try Front.setUp()
        var other = Browser(front)
        other.post("/sign-in", ["name": "ada", "password": Browser.password])
        browser.get("/settings/security")
        let wrong = browser.post("/settings/security/password", ["old": "wrong", "password": "a new one for her"])
        #expect(wrong.status == .unauthorized)
        let changed = browser.post(
            "/settings/security/password", ["old": Browser.password, "password": "a new one for her"])
        #expect(changed.location == "/settings/sessions")
        #expect(browser.get("/settings/sessions").status == .ok)
        #expect(other.get("/settings/sessions").status == .seeOther)
    }

    @Test func signInsAreEndedOneByOne() throws {
        var (front, browser) = try Front.setUp()
        var other = Browser(front)
        other.post("/sign-in", ["name": "ada", "password": Browser.password])
        #expect(browser.get("/settings/sessions").text.contains("2 active sign-ins"))
        #expect(browser.post("/settings/sessions/S2/end").status == .seeOther)
        #expect(other.get("/settings/sessions").status == .seeOther)
        #expect(browser.post("/settings/sessions/S2/end").status == .notFound)
    }

    @Test(arguments: ["en-US", "de-DE", "es-ES", "ja-JP"])
    func pagesSpeakEveryLanguage(tag: String) throws {
        var (_, browser) = try Front.setUp()
        for path in ["/settings/people", "/settings/people/ada", "/settings/tokens", "/settings/sessions"] {
            let page = browser.get(path, [.acceptLanguage: tag])
            #expect(page.status == .ok && page.text.contains("<html lang=\"\(tag)\""), "\(path)")
            #expect(!page.text.contains("people."), "no key stands for its words: \(path)")
        }
    }

    private func ben(
        _ front: Front, _ admin: inout Browser, role: String, accounts: String = ""
    ) throws -> Browser {
        admin.get("/settings/people")
        let page = admin.post(
            "/settings/people",
            ["name": "ben", "role": role, "scope": accounts.isEmpty ? "all" : "some", "accounts": accounts]
        ).text
        var ben = Browser(front)
        ben.post("/invitation", ["code": try #require(secret(on: page)), "password": "long enough for him"])
        return ben
    }
}
