import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import Testing

@testable import People
@testable import flywheel

@Suite("Coming in at the server")
struct ServeSignInTests {
    @Test func aNewServerIsSetUpOnce() throws {
        let front = try Front()
        var browser = Browser(front)
        #expect(browser.get("/").location == "/sign-in?return=%2F")
        #expect(browser.get("/sign-in").text.contains("<a href=\"/setup\">"))
        let code = try #require(try front.signIn.desk.setUpCode())
        let wrong = browser.post("/setup", ["code": "made up", "name": "ada", "password": Browser.password])
        #expect(wrong.status == .unauthorized && wrong.text.contains("is not right"))
        let weak = browser.post("/setup", ["code": code, "name": "ada", "password": "password1"])
        #expect(weak.status == .unprocessableContent && weak.text.contains("among the first to be tried"))
        #expect(!weak.text.contains("password1"), "what was typed as a password is not sent back")
        let done = browser.post("/setup", ["code": code, "name": "ada", "password": Browser.password])
        #expect(done.status == .seeOther && done.location == "/today")
        #expect(browser.get("/settings/sessions").status == .ok)
        let again = browser.post("/setup", ["code": code, "name": "eve", "password": Browser.password])
        #expect(again.status == .conflict)
        var other = Browser(front)
        #expect(!other.get("/sign-in").text.contains("<a href=\"/setup\">"))
    }

    @Test(arguments: [
        (false, "flywheel-session", ""), (true, "__Host-flywheel", "; Secure"),
    ])
    func cookiesAreKeptFromScriptsAndOtherSites(isSecure: Bool, name: String, end: String) throws {
        let (_, browser) = try Front.setUp(isSecure: isSecure)
        #expect(browser.cookies.keys.sorted() == [name])
        var next = browser
        next.get("/sign-in")
        let reply = next.post("/sign-in", ["name": "ada", "password": Browser.password])
        let reference = try #require(next.cookies[name])
        #expect(
            reply.headers[.setCookie]
                == "\(name)=\(reference); Path=/; Max-Age=43200; HttpOnly; SameSite=Lax\(end)")
    }

    @Test func signingInLeadsToWhereSomebodyWantedToGoAndNowhereElse() throws {
        let (front, _) = try Front.setUp()
        for (way, location) in [
            ("/x/X1042", "/x/X1042"), ("/queue?tier=A", "/queue?tier=A"), ("//evil.example", "/today"),
            ("https://evil.example", "/today"), ("/\\evil.example", "/today"), ("", "/today"),
        ] {
            var browser = Browser(front)
            browser.get("/sign-in?return=\(way.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
            let reply = browser.post("/sign-in", ["name": "ada", "password": Browser.password, "return": way])
            #expect(reply.location == location)
        }
    }

    @Test func whoeverWasSignedOutComesBackToWhereTheyWere() throws {
        var (_, browser) = try Front.setUp()
        browser.cookies = [:]
        let asked = browser.get("/queue?workflow=pricing&tier=A")
        #expect(asked.headers[.location] == "/sign-in?return=%2Fqueue%3Fworkflow%3Dpricing%26tier%3DA")
        let here: HTTPFields = [
            .fetchSite: "same-origin", .referer: "http://flywheel.test/x/X1/note?from=queue",
        ]
        let sent = browser.post("/x/X1/note", ["text": "typed for long"], here)
        #expect(sent.status == .unauthorized)
        #expect(sent.text.contains("Your sign-in has ended") && !sent.text.contains("your role"))
        #expect(sent.text.contains("data-refused"), "the script keeps what was typed")
        #expect(sent.text.contains("href=\"/sign-in?return=%2Fx%2FX1%2Fnote%3Ffrom%3Dqueue\""))
        let elsewhere = browser.post("/x/X1/note", [:], [.fetchSite: "same-origin", .referer: "http://other.test/x"])
        #expect(elsewhere.text.contains("href=\"/sign-in?return=%2Ftoday\""))
    }

    @Test func aPlantedReferenceIsWorthNothingAfterSigningIn() throws {
        let (front, attacker) = try Front.setUp()
        var victim = Browser(front)
        victim.cookies = attacker.cookies
        victim.get("/sign-in")
        victim.post("/sign-in", ["name": "ada", "password": Browser.password])
        #expect(victim.cookies != attacker.cookies)
        var planted = attacker
        #expect(planted.get("/settings/sessions").location?.hasPrefix("/sign-in") == true)
        #expect(victim.get("/settings/sessions").status == .ok)
    }

    @Test func aReferenceIsWorthNothingAfterSigningOut() throws {
        var (_, browser) = try Front.setUp()
        let kept = browser
        browser.get("/settings/sessions")
        #expect(browser.post("/sign-out").location == "/sign-in")
        #expect(browser.cookies.isEmpty)
        var replayed = kept
        #expect(replayed.get("/settings/sessions").location?.hasPrefix("/sign-in") == true)
    }

    @Test func anUnusedSignInEnds() throws {
        var (front, browser) = try Front.setUp()
        front.pass(29 * 60)
        #expect(browser.get("/settings/sessions").status == .ok)
        front.pass(30 * 60)
        #expect(browser.get("/settings/sessions").status == .seeOther)
    }

    @Test func wrongPasswordsAreSaidAndSlowedDown() throws {
        let (front, _) = try Front.setUp()
        var stranger = Browser(front)
        stranger.address = "198.51.100.1"
        var last = WebReply()
        for _ in 0..<11 {
            last = stranger.post("/sign-in", ["name": "ada", "password": "canary"])
            #expect(!last.text.contains("canary"))
        }
        #expect(last.status == .tooManyRequests)
        #expect(last.headers[.retryAfter] == "60")
        #expect(last.text.contains("Too many attempts"))
        var home = Browser(front)
        #expect(home.post("/sign-in", ["name": "ada", "password": Browser.password]).status == .seeOther)
    }

    @Test func theSecondFactorIsAskedFor() throws {
        var (front, browser) = try Front.setUp()
        let page = browser.get("/settings/security").text
        let values = page.split(separator: "value=\"").map { String($0.prefix { $0 != "\"" }) }
        let secret = try #require(values.first { $0.count == 32 })
        let bytes = Self.base32(secret)
        func code() -> String { OneTimeCode.code(bytes, step: front.signIn.now().seconds / 30) }
        let added = browser.post(
            "/settings/security/factor", ["secret": secret, "code": code(), "confirm": Browser.password])
        #expect(added.text.contains("Recovery codes"), "\(added.text)")
        front.pass(60)
        var next = Browser(front)
        let half = next.post("/sign-in", ["name": "ada", "password": Browser.password, "return": "/queue"])
        #expect(half.location == "/sign-in/code?return=%2Fqueue")
        #expect(next.get("/settings/sessions").status == .seeOther, "the password alone opens nothing")
        #expect(next.post("/sign-in/code", ["code": "000000"]).status == .unauthorized)
        let whole = next.post("/sign-in/code", ["code": code(), "return": "/queue"])
        #expect(whole.location == "/queue")
        #expect(next.get("/settings/sessions").status == .ok)
    }

    @Test func aProxySaysWhereSomebodyIsFrom() throws {
        let request = WebRequest(
            id: "r", .get, path: "/", headers: [.forwardedFor: "203.0.113.9, 198.51.100.4"], remoteAddress: "127.0.0.1")
        #expect(try Front(isSecure: true).signIn.visit(request).network == "198.51.100.0/24", "the last is the proxy's")
        #expect(try Front().signIn.visit(request).network == "local", "without one, anybody could say anything")
    }

    private static func base32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let values = text.compactMap { alphabet.firstIndex(of: $0) }
        let bits = values.flatMap { value in (0..<5).reversed().map { value >> $0 & 1 } }
        return stride(from: 0, to: bits.count - 7, by: 8).map { start in
            let byte = bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
            return UInt8(byte)
        }
    }
}

@Suite("Forms of others")
struct FormTokenTests {
    private static let form = ["label": "x", "days": "30", "right-look": "on"]

    private func attempt(_ headers: HTTPFields, token: String? = nil) throws -> WebReply {
        var (_, browser) = try Front.setUp()
        browser.get("/settings/tokens")
        let fields = Self.form.merging(token.map { ["form-token": $0] } ?? [:]) { $1 }
        return browser.post("/settings/tokens", fields, headers)
    }

    @Test func ownOnesAreTaken() throws {
        #expect(try attempt([.fetchSite: "same-origin"]).status == .ok)
        #expect(try attempt([.origin: "http://flywheel.test"]).status == .ok)
        #expect(try attempt([:]).status == .ok)
    }

    @Test func othersAreRefused() throws {
        for headers in [
            [.fetchSite: "cross-site"], [.fetchSite: "same-site"], [.origin: "https://evil.example"], [.origin: "null"],
            [.origin: "http://flywheel.test.evil.example"],
            [.fetchSite: "cross-site", .origin: "http://flywheel.test"],
        ] as [HTTPFields] {
            let reply = try attempt(headers)
            #expect(reply.status == .forbidden, "\(headers)")
        }
        for token in ["", "x", FormToken.make(reference: "another")] {
            #expect(try attempt([.fetchSite: "same-origin"], token: token).status == .forbidden, "\(token)")
        }
    }

    @Test func theyAreRefusedBeforeSigningInToo() throws {
        let (front, _) = try Front.setUp()
        var browser = Browser(front)
        let form = ["name": "ada", "password": Browser.password]
        #expect(browser.post("/sign-in", form, [.fetchSite: "cross-site"]).status == .forbidden)
        #expect(browser.cookies.isEmpty)
    }

    @Test func cookiesAloneChangeNothingThroughTheAPI() throws {
        let probe = Route(.api, .post, "/api/v1/probe", for: .right(.work)) { _ in WebReply(.noContent) }
        var (_, browser) = try Front.setUp(extra: [probe])
        browser.get("/settings/tokens")
        let token = try #require(browser.formToken)
        #expect(browser.post("/api/v1/probe", ["form-token": ""], [:]).status == .forbidden)
        #expect(browser.post("/api/v1/probe", [:], [.fetchSite: "cross-site", .formToken: token]).status == .forbidden)
        #expect(browser.post("/api/v1/probe", ["form-token": ""], [.formToken: token]).status == .noContent)
    }
}
