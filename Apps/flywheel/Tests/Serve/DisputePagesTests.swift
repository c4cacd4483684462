import People
import Testing

@testable import flywheel

/// A desk that works for sellers: ana decides on refunds up to 50 euros, sue up to 500, and C1 is about 200.
@Suite struct DisputePagesTests {
    private func door() throws -> PageDoor {
        let door = try PageDoor(try Desk.disputing())
        let opened = door.post(
            "/cases/C1/disputes/open", "kind=a-to-z-claim&reason=never-arrived&amount=EUR%20200.00&version=1",
            as: .operator, named: "ana")
        #expect(opened.status == 303 && opened.location == "/cases/C1/disputes")
        return door
    }

    private func version(_ door: PageDoor) throws -> String {
        let page = door.get("/cases/C1/disputes").text
        return String(try #require(page.firstMatch(of: #/name="version" value="(\d+)"/#)).1)
    }

    /// Sends a form as somebody who sees the page as it is now.
    private func send(
        _ act: String, _ form: String, to door: PageDoor, as name: String, role: Role = .lead
    ) throws -> PageDoor.Answer {
        door.post("/cases/C1/disputes/\(act)", "\(form)&version=\(try version(door))", as: role, named: name)
    }

    @Test func aCaseLeadsToItsDisputeAndBack() throws {
        let door = try PageDoor(try Desk.disputing())
        #expect(door.get("/cases/C1").text.contains("href=\"/cases/C1/disputes\">Open a dispute"))
        #expect(door.get("/cases/C1/disputes").text.contains("Nothing of this case is disputed."))
        let page = try self.door().get("/cases/C1").text
        #expect(page.contains("Work on the dispute") && page.contains("€200.00"))
        #expect(door.get("/cases/C99/disputes").status == 404)
        #expect(door.get("/cases/--help/disputes").status == 404)
    }

    @Test func theListSaysWhatHappensAtTheDeadline() throws {
        let door = try door()
        let page = door.get("/cases/disputes").text
        #expect(page.contains("1 dispute, the soonest deadline first"))
        #expect(page.contains("the claimant gets everything") && page.contains("lost if nobody acts"))
        #expect(door.get("/cases/disputes?kind=chargeback").text.contains("No dispute matches this filter."))
        #expect(door.get("/cases/disputes?which=waiting").text.contains("flywheel disputes --waiting"))
        #expect(door.get("/cases/disputes?colour=red").text.contains("Not understood and ignored: colour"))
    }

    @Test func onlyWhatTheRulesAllowNowIsOffered() throws {
        let page = try door().get("/cases/C1/disputes").text
        for words in ["Add evidence", "to review, by the respondent (seller)", "Hold money", "Withdraw"] {
            #expect(page.contains(words), "\(words)")
        }
        for act in ["open", "appeal", "release", "pay"] {
            #expect(!page.contains("action=\"/cases/C1/disputes/\(act)\""), "\(act)")
        }
        let own = try #require(page.firstRange(of: "/disputes/decide\"")).upperBound
        let form = page[own...].prefix(upTo: try #require(page[own...].firstRange(of: "</form>")).lowerBound)
        #expect(form.contains("value=\"upheld\"") && !form.contains("value=\"denied\""), "a respondent only gives in")
    }

    @Test func withinTheLimitADecisionIsTakenAndFoundAgain() throws {
        let door = try door()
        let done = try send("decide", "verdict=partly&award=EUR50&because=one+of+four+was+lost", to: door, as: "ana")
        #expect(done.status == 303)
        let page = door.get("/cases/C1/disputes", named: "ana").text
        #expect(page.contains("Decided the dispute of C1."))
        #expect(page.contains("upheld in part, €50.00") && page.contains("one of four was lost"))
        let alike = "kind=a-to-z-claim&reason=never-arrived&amount=EUR%2080.00"
        #expect(door.post("/cases/C2/disputes/open", alike, named: "ana").status == 303)
        let found = door.get("/cases/C2/disputes?words=four", named: "ana").text
        #expect(found.contains("<a href=\"/cases/C1/disputes\" translate=\"no\">C1</a>"))
        #expect(found.contains("<q>one of four was lost</q>"))
        #expect(door.get("/cases/C2/disputes?words=nothing").text.contains("Nothing like it has been decided before."))
    }

    @Test func beyondTheLimitItWaitsAndNobodyAgreesToTheirOwn() throws {
        let door = try door()
        let page = door.get("/cases/C1/disputes", as: .lead, named: "ana").text
        #expect(page.contains("somebody who is senior has to approve"))
        #expect(page.contains("€200.00 is more than the limit of €50.00"))
        #expect(try send("decide", "verdict=upheld&because=it+never+arrived", to: door, as: "ana").status == 303)
        let waiting = door.get("/cases/C1/disputes", named: "ana").text
        #expect(waiting.contains("D1 waits until somebody who is senior approves"))
        let own = try send("review", "decision=D1&verdict=agree&because=as+I+said", to: door, as: "ana")
        #expect(own.status == 403 && own.text.contains("ana proposed it and cannot review it"))
        #expect(own.text.contains("as I said</textarea>"), "what was typed is kept")
        #expect(try send("review", "decision=D1&verdict=agree&because=no+scan", to: door, as: "sue").status == 303)
        let decided = door.get("/cases/C1/disputes").text
        #expect(decided.contains("<bdi>ana</bdi>, <bdi>sue</bdi>") && decided.contains("Record a payment"))
    }

    @Test func aDecisionNeedsItsReasonInWords() throws {
        let door = try door()
        let empty = try send("decide", "verdict=upheld&because=", to: door, as: "sue")
        #expect(empty.status == 422 && empty.text.contains("<title>Error: "))
        let number = try send("decide", "verdict=upheld&because=42", to: door, as: "sue")
        #expect(number.status == 409 && number.text.contains("needs a rationale in words"))
    }

    @Test func twoWhoSawTheSameDoNotDecideTwice() throws {
        let door = try door()
        let seen = try version(door)
        let first = door.post(
            "/cases/C1/disputes/hold",
            "amount=EUR50&rule=a-to-z&reason=claim&until=2026-11-30&then=respondent&because=claim+is+open&version=\(seen)",
            named: "sue")
        #expect(first.status == 303)
        let second = door.post(
            "/cases/C1/disputes/decide", "verdict=upheld&because=it+never+arrived&version=\(seen)", named: "ana")
        #expect(second.status == 409)
        #expect(
            second.text.contains("<bdi>sue</bdi> changed C1") && second.text.contains("it never arrived</textarea>"))
        #expect(
            !second.text.contains("name=\"version\" value=\"\(seen)\""),
            "sent again, it is decided on what is there now")
        #expect(door.desk.dispute(as: "ana", "show", "C1").output.contains("Ruling") == false)
    }

    @Test func whoMayNotDecideCarriesItOnAndIsToldWhy() throws {
        let door = try door()
        let page = door.get("/cases/C1/disputes", as: .operator, named: "ana").text
        #expect(page.contains("Deciding needs a right that your role does not have."))
        #expect(!page.contains("/disputes/decide\"") && !page.contains("/disputes/hold\""))
        let evidence = "type=tracking&reference=1Z999&by=respondent"
        #expect(try send("evidence", evidence, to: door, as: "ana", role: .operator).status == 303)
        #expect(door.get("/cases/C1/disputes").text.contains("1Z999"))
        #expect(
            try send("decide", "verdict=upheld&because=so+it+is", to: door, as: "ana", role: .operator).status == 403)
        #expect(try send("evidence", evidence, to: door, as: "vic", role: .viewer).status == 403)
        let looking = door.get("/cases/C1/disputes", as: .viewer).text
        #expect(!looking.contains("action=\"/cases/C1/disputes"))
    }

    @Test func moneyIsHeldAndReleasedByDecisions() throws {
        let door = try door()
        let hold = "amount=EUR200&rule=a-to-z&reason=claim&until=2026-11-30&then=respondent&because=claim+is+open"
        #expect(try send("hold", hold, to: door, as: "sue").status == 303)
        #expect(door.get("/cases/C1/disputes").text.contains("€200.00 of €200.00 until"))
        let much = try send(
            "release", "hold=1&amount=EUR201&to=respondent&because=paid+twice", to: door, as: "sue")
        #expect(much.status == 409 && much.text.contains("is more than what is held"))
        let release = "hold=1&amount=EUR20&to=respondent&because=paid+twice"
        #expect(try send("release", release, to: door, as: "sue").status == 303)
        #expect(door.get("/cases/C1/disputes").text.contains("€180.00 of €200.00 until"))
    }

    @Test(arguments: ["de", "es", "ja"]) func everyWordIsThereInEveryLanguage(language: String) throws {
        let door = try door()
        let page = door.get("/cases/C1/disputes", in: language).text + door.get("/cases/disputes", in: language).text
        #expect(page.firstMatch(of: #/disputes\.[a-z]+\.[a-z]/#) == nil)
        #expect(!page.contains("lost if nobody acts"))
    }
}
