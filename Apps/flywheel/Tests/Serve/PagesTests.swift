import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Testing
import WebPages

@testable import flywheel

/// A morning of the invented seller, shared: these tests only look.
@Suite struct PagesTests {
    static let desk = Result { try Desk.prepared() }

    static let addresses = [
        "/today", "/today/morning", "/today/midday", "/today/close", "/today/weekly", "/today/monthly", "/queue",
        "/queue?tier=A&order=oldest", "/queue?lane=active&cursor=5&limit=5", "/queue?state=snoozed", "/x/X1",
        "/x/X1/numbers",
        "/x/X1/close", "/x/X1/snooze", "/x/X1/assign", "/x/X1/dismiss", "/x/X1/note", "/listings",
        "/listings?q=nothing-is-so",
        "/data", "/data/imports/I1", "/data/imports/I1/rejects", "/data/journal", "/data/journal?before=5",
    ]

    @Test(arguments: addresses, ["en", "de", "es", "ja"])
    func everyPageIsWhole(address: String, language: String) throws {
        let browser = try Visitor(Self.desk.get())
        browser.headers[.acceptLanguage] = language
        let reply = browser.get(address)
        #expect(reply.status == 200)
        #expect(reply.text.contains("<html lang=\"\(language)"))
        #expect(reply.text.contains("<h1>") && reply.text.hasSuffix("</html>\n"))
        #expect(reply.text.contains("<code translate=\"no\">flywheel "), "each page names its command")
        #expect(!reply.text.contains(" style=\"") && !reply.text.contains("<script>"))
        #expect(Catalog.house.missing.isEmpty, "\(Catalog.house.missing.keys.sorted())")
    }

    @Test func thePageAndTheCommandSayTheSame() throws {
        let desk = try Self.desk.get()
        let browser = try Visitor(desk)
        let run = desk.run("queue", "--format", "json", "--lane", "active", "--limit", "30")
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return }
        let page = browser.get("/queue?lane=active&limit=200").text
        let formats = Formats(.enUS, zone: "UTC", asOf: Scene.asOf)
        #expect(items.count > 10)
        for item in items {
            guard case .text(let id) = item["id"], case .text(let amount) = item["atRisk"]?["amount"],
                let minorUnits = Int64(amount.filter { $0 != "." })
            else { continue }
            let row = try #require(page.firstRange(of: "id=\"row-\(id)\"")).upperBound
            let cells = page[row...].prefix { $0 != "\n" } + page[row...].prefix(1_000)
            #expect(cells.contains(formats.bareMoney(Money(minorUnits: minorUnits, Scene.usd))), "\(id)")
        }
    }

    @Test func whatAnAddressAsksForAndNobodyUnderstandsIsSaid() throws {
        let browser = try Visitor(Self.desk.get())
        let reply = browser.get("/queue?tier=Z&colour=red&workflow=inventory&limit=100000")
        #expect(reply.status == 200)
        for unknown in ["tier=Z", "colour=red", "limit=100000"] { #expect(reply.text.contains(unknown), "\(unknown)") }
        #expect(reply.text.contains("flywheel queue --workflow inventory"))
    }

    @Test func whatLacksIsNamedWithWhereItLacks() throws {
        let desk = try Desk.prepared()
        let listing = ["seller-sku\tprice\tquantity", "A\t1.00\t1"]
        _ = desk.run(
            "import", "-", "--account", "alpine", "--marketplace", "DE", "--at", "2026-11-19", input: listing)
        #expect(desk.run("rotate").exit == .done)
        let terminal = desk.run("queue", "--format", "table", "--width", "500").output
        let lacking = terminal.split(separator: "\n").filter { $0.contains("nothing there (") }
        #expect(!lacking.isEmpty)
        let browser = try Visitor(desk)
        for address in ["/queue", "/today"] {
            let page = browser.get(address).text
            let begin = try #require(page.firstRange(of: "nothing opens or closes.")).upperBound
            let notice = page[begin...].prefix { $0 != "\n" }.split(separator: "/data")[0]
            #expect(notice.contains("missing (alpine, DE)"), "\(notice)")
            for line in lacking {
                let titles = line.dropFirst("stale  ".count).prefix(while: { $0 != "(" })
                    .replacing(" opens and closes nothing there ", with: ": ")
                #expect(notice.contains(titles), "\(address): \(titles)")
            }
            for workflow in workflows.map(\.manifest) {
                let isNamed = lacking.contains { $0.contains(workflow.title) }
                #expect(notice.contains(workflow.title) == isNamed, "\(address): \(workflow.title)")
            }
        }
        browser.headers[.acceptLanguage] = "de"
        #expect(browser.get("/queue").text.contains(": fehlt (alpine, DE)"))
    }

    @Test func aPlaceIsChosenLikeAnyOtherFilter() throws {
        let browser = try Visitor(Self.desk.get())
        let rows = { (text: String) in text.matches(of: #/id="row-(X\d+)"/#).map { String($0.1) } }
        let page = browser.get("/queue?marketplace=amazon.de&limit=200")
        #expect(page.status == 200 && page.text.contains("<option value=\"DE\" selected>DE</option>"))
        #expect(page.text.contains("<code translate=\"no\">flywheel queue --marketplace DE</code>"))
        let run = try Self.desk.get().run(
            "queue", "--lane", "active", "--marketplace", "DE", "-n", "200", "--format", "json")
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return }
        let active = rows(browser.get("/queue?lane=active&marketplace=DE&limit=200").text)
        #expect(!active.isEmpty && active.map { .text($0) } == items.compactMap { $0["id"] })
        #expect(!browser.get("/queue").text.contains("name=\"account\""), "there is one alone")
        browser.headers[.acceptLanguage] = "de"
        let nobody = browser.get("/queue?account=nobody")
        #expect(nobody.status == 404 && nobody.text.contains("es gibt kein Konto „nobody“, erwartet wird northwind"))
        #expect(browser.get("/queue?lane=active&cursor=predicted:1").text.contains("cursor=predicted:1"))
        let anew = "Seit der vorigen Seite gibt es eine neuere Warteschlange; hier ist ihr Anfang."
        #expect(browser.get("/queue?lane=active&cursor=1@R99").text.contains(anew))
        #expect(!browser.get("/queue?lane=active&cursor=1").text.contains(anew))
    }

    @Test func pagesOfTheQueueFollowEachOther() throws {
        let browser = try Visitor(Self.desk.get())
        let first = browser.get("/queue?limit=3")
        let next = try #require(first.text.firstMatch(of: #/href="([^"]*cursor=[^"]*)" rel="next"/#))
        let second = browser.get(String(next.1).replacing("&amp;", with: "&"))
        let rows = { (text: String) in text.matches(of: #/id="row-(X\d+)"/#).map { String($0.1) } }
        #expect(rows(second.text).count == 3)
        #expect(Set(rows(first.text)).isDisjoint(with: rows(second.text)))
    }

    @Test func whatAnOrderLeavesOutHasAWayOn() throws {
        let browser = try Visitor(Self.desk.get())
        let page = browser.get("/queue?order=oldest&limit=1").text
        #expect(page.contains("left out in this order."))
        let link = try #require(page.firstMatch(of: #/href="(\/queue\?order=oldest&amp;limit=200)"/#)).1
        let rows = { (text: String) in text.matches(of: #/id="row-X/#).count }
        #expect(rows(browser.get(String(link).replacing("&amp;", with: "&")).text) > rows(page))
    }

    @Test func whoMayOnlyLookIsOfferedNothingElse() throws {
        let browser = try Visitor(Self.desk.get(), role: .viewer)
        for address in ["/queue", "/x/X1", "/data", "/today"] {
            let reply = browser.get(address)
            #expect(reply.status == 200, "\(address)")
            let forms = reply.text.matches(of: #/action="([^"]*)"/#).map { String($0.1) }
            let harmless = [
                "/queue", "/listings", "/settings/language", "/settings/scheme", "/sign-out", "/queue/views",
            ]
            #expect(forms.allSatisfy(harmless.contains), "\(address): \(forms)")
        }
        #expect(browser.post("/x/X1/claim").status == 403)
        #expect(browser.post("/data/rotate").status == 403)
        #expect(browser.get("/x/X1/close").text.contains("not-allowed"))
    }

    @Test(arguments: ["/x/X999999", "/x/nonsense", "/data/imports/I999", "/listings/a/US/none", "/x/X999999/numbers"])
    func whatIsNotThereIsSaidToBeNot(address: String) throws {
        let reply = try Visitor(Self.desk.get()).get(address)
        #expect(reply.status == 404)
        #expect(reply.text.contains("Nothing here"))
    }

    @Test func languageAndColorsAreKeptByTheBrowser() throws {
        let browser = try Visitor(Self.desk.get())
        let reply = browser.post("/settings/language", ["language": "ja-JP", "return": "/queue?tier=A"])
        #expect(reply.status == 303 && reply.location == "/queue?tier=A")
        #expect(reply.cookies.first?.hasPrefix("flywheel-language=ja-JP;") == true)
        browser.headers[.cookie] = "flywheel-language=ja-JP; flywheel-scheme=dark"
        #expect(browser.get("/queue").text.contains("<html lang=\"ja-JP\" dir=\"ltr\" data-scheme=\"dark\""))
        #expect(browser.post("/settings/scheme", ["scheme": "\"><script>"]).cookies.isEmpty)
        #expect(browser.post("/settings/language", ["return": "https://elsewhere.example/"]).location == "/today")
    }

    /// What pages call the same as JSON is there for whoever reads the page.
    @Test func theSameAsJSONIsAnswered() throws {
        let door = try Doorstep(.rotatedOnce())
        let (sku, id) = (try door.firstSKU(), try door.firstID())
        let us = try #require(Marketplace.named("US")).id
        for address in [
            "/queue?mine=on", "/queue?tier=A&unclaimed=1", "/queue?parent=\(id)&all=on", "/queue?act-by=today",
            "/listings/northwind/US/\(sku)", "/plan/forecast/northwind/\(us)/\(sku)", "/plan/prices?limit=3",
        ] {
            let page = try door.ask(.get, address)
            #expect(page.status == 200, "\(address)")
            let link = try #require(page.text.firstMatch(of: #/href="(\/api\/v1\/[^"]*)"/#), "\(address)").1
            let reply = try door.ask(.get, String(link).replacing("&amp;", with: "&"))
            #expect(reply.status == 200, "\(address): \(link) \(reply.text)")
            #expect(!address.hasPrefix("/listings") || link.contains("account=northwind&amp;marketplace=US"))
        }
        #expect(try !door.ask(.get, "/data/journal").text.contains("/api/v1/journal"), "it is an administrator's")
        #expect(try door.ask(.get, "/data/journal", as: "mia:admin").text.contains("/api/v1/journal"))
    }

    @Test func aListingIsOnePage() throws {
        let browser = try Visitor(Self.desk.get())
        let link = try #require(browser.get("/listings").text.firstMatch(of: #/href="(/listings/[^"]+)"/#))
        let reply = browser.get(String(link.1))
        #expect(reply.status == 200)
        #expect(reply.text.contains("role=\"img\""))
        let sku = try #require(link.1.split(separator: "/").last)
        #expect(browser.get("/listings?q=\(sku.lowercased())").text.contains(link.1))
    }

    @Test func theTermsOfAnAmountAreShownAsASum() throws {
        let browser = try Visitor(Self.desk.get())
        let row = try #require(browser.get("/queue?lane=active").text.firstMatch(of: #/id="row-(X\d+)"/#))
        let text = browser.get("/x/\(row.1)").text
        #expect(text.contains("full days ="))
        #expect(text.contains("class=\"fall\""))
        let days = try #require(text.firstMatch(of: #/(\d+\.\d+) full days =/#)).output.1
        browser.headers[.acceptLanguage] = "de"
        #expect(browser.get("/x/\(row.1)").text.contains("\(days.replacing(".", with: ",")) volle Tage ="))
    }
}
