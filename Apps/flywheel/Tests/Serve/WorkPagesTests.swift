import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Testing

@testable import flywheel

@Suite struct WorkPagesTests {
    let desk: Desk
    let browser: Visitor
    let ids: [String]

    init() throws {
        desk = try Desk.prepared()
        browser = try Visitor(desk)
        ids = browser.get("/queue?lane=active&all=on").text.matches(of: #/id="row-(X\d+)"/#).map { String($0.1) }
    }

    func exception(_ id: String) throws -> ExceptionRecord {
        let id = try #require(ExceptionID(text: id))
        return try #require(try browser.house.host.store.exception(id))
    }

    @Test func aFormGoesBackAndSaysWhatItDid() throws {
        let reply = browser.post("/x/\(ids[0])/claim", ["return": "/queue?tier=A"])
        #expect(reply.status == 303 && reply.location == "/queue?tier=A")
        #expect(try exception(ids[0]).claimedBy == "mia")
        let page = browser.get("/queue?tier=A").text
        #expect(page.contains("Claimed \(ids[0])."))
        #expect(page.contains("action=\"/queue/undo?id=\(ids[0])\""))
        let undo = try #require(page.firstRange(of: "action=\"/queue/undo")).upperBound
        #expect(page[undo...].prefix(300).contains("name=\"return\" value=\"/queue?tier=A\""), "undoing keeps the view")
        #expect(!browser.get("/queue").text.contains("Claimed \(ids[0])."), "it is said once")
        #expect(browser.post("/queue/undo?id=\(ids[0])").status == 303)
        #expect(try exception(ids[0]).claimedBy == nil)
    }

    @Test func whoeverTickedNothingGoesBackToTheirView() {
        let reply = browser.post("/queue/claim", ["return": "/queue?tier=A"])
        #expect(reply.status == 422)
        #expect(reply.text.contains("<a href=\"/queue?tier=A\">Go back</a>"))
    }

    @Test func everyButtonOfTheQueueHasANameOfItsOwn() {
        let names = browser.get("/queue").text.matches(of: #/>Claim<span class="heard"> (X\d+)</span></button>/#).map(
            \.output.1)
        #expect(!names.isEmpty && Set(names).count == names.count)
    }

    @Test func whoeverIsLateLearnsWhoWasFasterAndWhen() throws {
        browser.become("ben")
        #expect(browser.post("/x/\(ids[0])/claim").status == 303)
        browser.become("mia")
        let reply = browser.post("/x/\(ids[0])/close", ["cause": "other", "note": "my <own> words", "minutes": "5"])
        #expect(reply.status == 409)
        #expect(reply.text.contains("was claimed by ben, "))
        #expect(reply.text.contains("my &lt;own&gt; words"), "what was typed is kept")
        #expect(try exception(ids[0]).state.isOpen)
    }

    @Test func aFormThatWasShownBeforeSomebodyElseActedIsRefused() throws {
        let form = browser.get("/x/\(ids[0])/snooze").text
        let seen = try #require(form.firstMatch(of: #/name="seen" value="(\d+)"/#)).1
        browser.become("ben")
        #expect(browser.post("/x/\(ids[0])/note", ["text": "the supplier writes on Monday"]).status == 303)
        browser.become("mia")
        let fields: KeyValuePairs = ["until": "2026-12-01", "reason": "supplier", "seen": String(seen)]
        let reply = browser.post("/x/\(ids[0])/snooze", fields)
        #expect(reply.status == 409)
        #expect(reply.text.contains("was changed by ben (noted)"))
        let again = try #require(reply.text.firstMatch(of: #/name="seen" value="(\d+)"/#)).1
        #expect(
            browser.post("/x/\(ids[0])/snooze", ["until": "2026-12-01", "reason": "supplier", "seen": String(again)])
                .status == 303, "who has read it may go on")
        #expect(try exception(ids[0]).snooze != nil)
    }

    @Test func aFaultStandsOnTopAndBesideItsFieldAndKeepsTheRest() throws {
        let reply = browser.post("/x/\(ids[0])/close", ["cause": "", "cause-new": "", "note": "kept \"text\""])
        #expect(reply.status == 422)
        #expect(reply.text.contains("<title>Error: "))
        #expect(reply.text.contains("href=\"#field-cause\""))
        #expect(reply.text.contains("id=\"field-cause-fault\""))
        #expect(reply.text.contains("kept &quot;text&quot;"))
        #expect(browser.post("/x/\(ids[0])/snooze", ["until": "tomorrow", "reason": "x"]).text.contains("tomorrow"))
        #expect(browser.post("/x/\(ids[0])/snooze", ["until": "2020-01-01", "reason": "x"]).status == 422)
        #expect(browser.post("/x/\(ids[0])/assign", ["to": "\u{202E}"]).status == 422)
        #expect(browser.post("/x/\(ids[0])/close", ["cause": "other", "minutes": "many"]).status == 422)
        #expect(browser.post("/x/\(ids[0])/dismiss", ["reason": "because"]).status == 422)
        #expect(try exception(ids[0]).version == exception(ids[0]).version)
        #expect(try exception(ids[0]).state.isOpen)
    }

    @Test func eachVerbDoesWhatItsCommandDoes() throws {
        let id = ids[0]
        let steps: [(path: String, fields: KeyValuePairs<String, String>)] = [
            ("claim", [:]), ("note", ["text": "a note"]), ("step", ["step": "1"]), ("release", [:]),
            ("assign", ["to": "ben"]), ("snooze", ["until": "2026-12-01", "reason": "supplier"]), ("reopen", [:]),
            ("close", ["cause-new": "new-cause", "note": "done"]), ("reopen", [:]), ("dismiss", ["reason": "noise"]),
        ]
        for step in steps {
            let reply = browser.post("/x/\(id)/\(step.path)", step.fields)
            #expect(reply.status == 303, "\(step.path): \(reply.text)")
        }
        let verbs = try browser.house.host.store.history(of: id).filter { $0.actor.name == "mia" }.map(\.event.verb)
        #expect(
            verbs == [
                .claimed, .noted, .playbookOpened, .stepDone, .released, .assigned, .snoozed, .woken, .closed, .noted,
                .reopened, .dismissed,
            ], "\(verbs)")
        #expect(try exception(id).dismissal == .noise)
    }

    @Test func severalRowsAreAnsweredRowByRow() throws {
        browser.become("ben")
        #expect(browser.post("/x/\(ids[1])/claim").status == 303)
        browser.become("mia")
        let reply = browser.post(
            "/queue/claim", ["id": ids[0], "id": ids[1], "id": ids[2], "id": ids[0], "return": "/queue"])
        #expect(reply.status == 303)
        let page = browser.get("/queue").text
        #expect(page.contains("Claimed 2 exceptions."))
        #expect(page.contains("\(ids[1]) was claimed by ben"))
        #expect(browser.post("/queue/claim", ["return": "/queue"]).status == 422)
    }

    @Test func whatSeveralRowsNeedIsAskedForNext() throws {
        let asked = browser.post("/queue/assign", ["id": ids[0], "id": ids[1]])
        #expect(asked.status == 200)
        #expect(asked.text.contains("Assign 2 exceptions") && asked.text.contains("name=\"to\""))
        let reply = browser.post("/queue/assign", ["id": ids[0], "id": ids[1], "to": "ben"])
        #expect(reply.status == 303)
        #expect(try exception(ids[1]).owner == "ben")
    }

    @Test func viewsAreKeptForTheirPersonOnEveryBrowser() throws {
        let view = "<a href=\"/queue?tier=A&amp;act-by=now\"><bdi>Tier A, late</bdi>"
        let kept = browser.post("/queue/views", ["name": "Tier A, late", "query": "tier=A&act-by=now"])
        #expect(kept.status == 303)
        #expect(browser.get("/queue").text.contains(view))
        browser.become("ben")
        #expect(!browser.get("/queue").text.contains(view), "it is mia's own")
        let shared = browser.post(
            "/queue/views", ["name": "Tier A, late", "query": "tier=A&act-by=now", "shared": "on"])
        #expect(shared.status == 303)
        browser.become("vic", role: .viewer)
        #expect(browser.get("/queue").text.contains(view))
        #expect(browser.post("/queue/views", ["name": "x", "query": "tier=A", "shared": "on"]).status == 403)
        #expect(browser.post("/queue/views", ["name": "x", "query": "tier=A"]).status == 303)
        browser.become("mia")
        let forget: KeyValuePairs = ["name": "Tier A, late", "query": "tier=A", "forget": "on"]
        #expect(browser.post("/queue/views", forget).status == 303)
        #expect(browser.post("/queue/views", forget).status == 404)
        #expect(browser.get("/queue").text.contains(view), "the one that is shared stays")
    }

    @Test func aViewHasANameAndAsksForSomething() throws {
        for name in ["", String(repeating: "n", count: 41), "a\u{202E}b"] {
            #expect(browser.post("/queue/views", ["name": name, "query": "tier=A"]).status == 422)
        }
        #expect(browser.post("/queue/views", ["name": "all", "query": "no=such"]).status == 404)
    }

    @Test func allRowsOfAViewAreWorkedOnAtOnceAndTakenBack() throws {
        let store = browser.house.host.store
        func mine() throws -> Int { try store.unfinishedExceptions().count { $0.claimedBy == "mia" } }
        let page = browser.get("/queue?limit=1").text
        #expect(page.contains("name=\"everything\"") && page.contains("of this view"))
        #expect(!browser.get("/queue?limit=1&mine=on").text.contains("name=\"everything\""), "there is nothing more")
        let open = try store.openCounts().values.reduce(0, +)
        let before = try mine()
        #expect(browser.post("/queue/claim", ["everything": "on", "view": "", "id": ids[0]]).status == 303)
        #expect(try mine() == open, "\(before) were hers before")
        let told = browser.get("/queue").text
        #expect(told.contains("Claimed \(open) exceptions."))
        let undo = try #require(told.firstMatch(of: #/action="(/queue/undo\?[^"]*)"/#)).1
        #expect(browser.post(String(undo).replacing("&amp;", with: "&")).status == 303)
        #expect(try mine() == before)
        #expect(browser.post("/queue/claim", ["everything": "on", "view": "mine=on"]).status == 422)
        browser.become("vic", role: .viewer)
        #expect(browser.post("/queue/claim", ["everything": "on", "view": ""]).status == 403)
    }

    @Test(arguments: ["/queue?lane=active&limit=2", "/queue?limit=2&cursor=active:3", "/queue?limit=1"])
    func allRowsOfAViewAreThoseThatItSays(address: String) throws {
        let page = browser.get(address).text
        let said = try #require(page.firstMatch(of: #/All (\d+) of this view/#)).1
        let query = try #require(page.firstMatch(of: #/name="view" value="([^"]*)"/#)).1
        let view = String(query).replacing("&amp;", with: "&")
        let lane = address.contains("active") ? "active" : nil
        #expect(browser.post("/queue/claim", ["everything": "on", "view": view]).status == 303)
        let told = browser.get("/queue").text
        #expect(told.contains("Claimed \(said) exceptions."), "\(said)")
        let store = browser.house.host.store
        let claimed = try store.queue(.active, after: 0, limit: 1_000) + store.queue(.predicted, after: 0, limit: 1_000)
        for entry in claimed where lane != nil && entry.row.lane.name != lane {
            #expect(entry.exception.claimedBy == nil, "\(entry.exception.id) is of another lane")
        }
    }

    @Test func aRoutineIsMarkedDoneOnce() throws {
        #expect(browser.get("/today/morning").text.contains("/today/morning/done"))
        #expect(browser.post("/today/morning/done", ["return": "/today/morning"]).location == "/today/morning")
        let page = browser.get("/today/morning").text
        #expect(page.contains("The morning routine is done."))
        #expect(!page.contains("/today/morning/done"))
    }
}
