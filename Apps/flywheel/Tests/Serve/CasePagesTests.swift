import Cases
import People
import Testing

@testable import flywheel

@Suite struct CasePagesTests {
    private static let promises = """
        cases:
          promises:
            - {id: all, firstResponse: 8, resolution: 40}
        """

    private func door() throws -> PageDoor { try PageDoor(try Desk.withCases(Self.promises)) }

    @Test func theInboxSaysWhoWaitsAndByWhen() throws {
        let page = try door().get("/cases")
        #expect(page.status == 200)
        #expect(page.text.contains("Where is order 302-1234567-1234567?"))
        #expect(page.text.contains("2 cases, 1 late, 2 unassigned"))
        #expect(page.text.contains("<tr role=\"row\" id=\"row-C1\" data-row=\"C1\""), "the keys of the queue work here")
        #expect(page.text.contains("First response"))
        #expect(page.text.contains("href=\"/cases/C1\""))
        #expect(page.text.contains("flywheel cases"))
        #expect(page.text.contains("href=\"/api/v1/cases\""))
    }

    /// What a script changes in place stands ready in the page, for every state that a case can come to.
    @Test func theInboxTellsWhatChanged() throws {
        let page = try door().get("/cases").text
        #expect(page.contains("data-of=\"C\" data-events=\"/api/v1/events\""))
        for state in CaseState.allCases { #expect(page.contains("<template data-chip=\"\(state.rawValue)\">")) }
        #expect(page.contains("id=\"row-C1\""))
    }

    @Test func filtersStandInTheAddressAndWhatMeansNothingIsSaid() throws {
        let door = try door()
        #expect(door.get("/cases?state=waiting-on-requester").text.contains("1 case, 0 late"))
        #expect(door.get("/cases?who=mine").text.contains("No case matches this filter"))
        #expect(door.get("/cases?stat=open").text.contains("Not understood and ignored: stat"))
        #expect(door.get("/cases?state=sideways").status == 422)
        #expect(door.get("/cases?save=x").text.contains("Not understood"))
    }

    @Test func aPageOfTheInboxLeadsBackAndSaysWhoseCasesTheyAreWhereThereAreSeveral() throws {
        let desk = try Desk.withCases(Self.promises)
        #expect(!(try PageDoor(desk).get("/cases").text.contains("<bdi>northwind</bdi>")))
        _ = desk.run("import", try desk.tickets(), "--account", "kent", "--marketplace", "US")
        let door = try PageDoor(desk)
        let all = door.get("/cases").text
        #expect(all.contains("<bdi>northwind</bdi>") && all.contains("<bdi>kent</bdi>"))
        #expect(all.contains("name=\"account\""), "and which of them is a choice")
        func link(_ rel: String, of page: String) -> String? {
            page.matches(of: #/href="([^"]+)" rel="(prev|next)"/#).first { $0.2 == rel }
                .map { String($0.1).replacing("&amp;", with: "&") }
        }
        func rows(_ page: String) -> [String] { page.matches(of: #/data-row="(C\d+)"/#).map { String($0.1) } }
        let first = door.get("/cases?limit=1").text
        let second = door.get(try #require(link("next", of: first))).text
        let third = door.get(try #require(link("next", of: second))).text
        #expect(link("prev", of: first) == nil)
        #expect(rows(door.get(try #require(link("prev", of: third))).text) == rows(second))
        #expect(rows(door.get(try #require(link("prev", of: second))).text) == rows(first))
    }

    @Test func aCaseNamesWhatIsOpenAndWhatHappenedInWords() throws {
        let desk = try Desk.withCases(Self.promises)
        #expect(desk.run("cases", "label", "C1", "--intent", "where-is-my-order").exit == .done)
        let page = try PageDoor(desk).get("/cases/C1").text
        #expect(page.contains("where is my order"))
        #expect(page.contains("<bdi>mia</bdi> labelled") && !page.contains("translate=\"no\">labelled"))
    }

    @Test func aCaseShowsThreadClocksAndSuggestion() throws {
        let page = try door().get("/cases/C1")
        #expect(page.status == 200)
        for words in ["What was promised", "Suggestion", "Save draft", "Claim case", "working time used", "Jo 7"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(try door().get("/cases/C99").status == 404)
        #expect(try door().get("/cases/--help").status == 404)
    }

    @Test func withoutTheRightToAnswerNothingPersonalIsShown() throws {
        let door = try door()
        for address in ["/cases", "/cases/C1"] {
            let text = door.get(address, as: .viewer).text
            for words in ["Where is order", "Jo 7", "jo7@", "method=\"post\" action=\"/cases"] {
                #expect(!text.contains(words), "\(address): \(words)")
            }
        }
        #expect(door.get("/cases/C1", as: .viewer).text.contains("needs the right to answer cases"))
        #expect(door.get("/cases?search=order", as: .viewer).status == 403)
        #expect(door.post("/cases/C1/claim", as: .viewer).status == 403)
    }

    @Test func aClaimGoesBackAndCanBeUndone() throws {
        let door = try door()
        let claimed = door.post("/cases/C1/claim")
        #expect(claimed.status == 303)
        #expect(claimed.location == "/cases/C1")
        let page = door.get("/cases/C1")
        #expect(page.text.contains("Claimed C1."))
        #expect(page.text.contains("action=\"/cases/C1/undo\""))
        #expect(!door.get("/cases/C1").text.contains("Claimed C1."), "it is said once")
        #expect(door.post("/cases/C1/undo").status == 303)
        #expect(door.get("/cases/C1").text.contains("Claim case"))
    }

    @Test func whoComesSecondIsToldAndKeepsTheirText() throws {
        let door = try door()
        #expect(door.post("/cases/C1/claim", named: "ben").status == 303)
        let second = door.post("/cases/C1/claim")
        #expect(second.status == 409)
        #expect(second.text.contains("ben"))
        let refused = door.post("/cases/C1/escalate", "reason=Very%20Angry", named: "ben")
        #expect(refused.status == 400 || refused.status == 409)
        #expect(refused.text.contains("value=\"Very Angry\""))
        #expect(refused.text.contains("<title>Error: "))
    }

    @Test func anAnswerIsADraftUntilSomebodyApproves() throws {
        let door = try door()
        _ = door.post("/cases/C1/claim")
        #expect(door.post("/cases/C1/reply", "text=It%20left%20%3Cb%3Etoday%3C%2Fb%3E.").status == 303)
        let page = door.get("/cases/C1").text
        #expect(page.contains("It left &lt;b&gt;today&lt;/b&gt;."))
        #expect(page.contains("draft, not approved"))
        let message = try #require(page.firstRange(of: "name=\"message\" value=\"M"))
        let id = page[message.upperBound...].prefix { $0.isNumber }
        #expect(door.post("/cases/C1/approve", "message=M\(id)").status == 303)
        #expect(door.get("/cases/C1").text.contains("approved, not sent"))
    }

    @Test func aFormCannotBringAFlag() throws {
        let door = try door()
        #expect(door.post("/cases/C1/assign", "to=--as%3Dben").status == 303)
        #expect(door.get("/cases/C1").text.contains("<bdi>--as=ben</bdi>"), "it is a name, and mia gave it")
        #expect(door.post("/cases/--as=ben/claim").status == 404)
        #expect(door.post("/cases/C2/note", "note=--file%3D%2Fetc%2Fpasswd").status == 303)
        #expect(door.get("/cases/C2").text.contains("--file=/etc/passwd"))
    }

    private static let desk = """
        cases:
          checklists:
            - {id: lost, steps: [Ask the carrier, Send another]}
          macros:
            - {id: on-its-way, reply: "Dear {name}, {order} is on its way. {agent}", checklist: lost, state: waiting-on-other}
            - {id: listed, reply: "About {listing}."}
        """

    @Test func aMacroShowsWhatItWouldDoAndDoesAllOrNothing() throws {
        let door = try PageDoor(try Desk.withCases(Self.desk))
        #expect(door.get("/cases/C1").text.contains("action=\"/cases/C1/macro\""))
        let gap = door.get("/cases/C1/macro?apply=listed")
        #expect(gap.status == 409 && gap.text.contains("listed needs what is not known of C1: listing"))
        #expect(door.post("/cases/C1/macro", "apply=listed").status == 409)
        let preview = door.get("/cases/C2/macro?apply=on-its-way")
        #expect(preview.status == 409, "C2 names no order")
        #expect(door.get("/cases/C1/macro?apply=none").status == 404)
        #expect(door.get("/cases/C1/macro?apply=listed", as: .viewer).status == 403)
        #expect(door.post("/cases/C1/start", "of=lost").status == 303)
        let page = door.get("/cases/C1").text
        #expect(page.contains("Ask the carrier") && !page.contains("action=\"/cases/C1/start\""))
        #expect(door.post("/cases/C1/step", "of=lost&done=1").status == 303)
        #expect(door.get("/cases/C1").text.contains("✓ Ask the carrier"))
    }

    @Test func whatAMacroWouldDraftIsWhatItDrafts() throws {
        let configuration = """
            cases:
              macros: [{id: thanks, reply: "Dear {name}, thank you. {agent}", note: Polite one, state: solved}]
            """
        let door = try PageDoor(try Desk.withCases(configuration))
        let preview = door.get("/cases/C1/macro?apply=thanks").text
        #expect(preview.contains("Dear Jo 7, thank you. mia") && preview.contains("Polite one"))
        #expect(!door.get("/cases/C1").text.contains("thank you"), "looking changes nothing")
        let version = try #require(preview.firstMatch(of: #/name="version" value="(\d+)"/#)).1
        #expect(door.post("/cases/C1/note", "note=He+called", named: "ben").status == 303)
        let late = door.post("/cases/C1/macro", "apply=thanks&version=\(version)")
        #expect(late.status == 409 && late.text.contains("ben changed C1"))
        #expect(door.post("/cases/C1/macro", "apply=thanks").status == 303)
        #expect(door.get("/cases/C1").text.contains("Dear Jo 7, thank you. mia"))
    }

    @Test func whatACaseIsAboutIsTakenFromTheSuggestionOrSaidOtherwise() throws {
        let desk = try Desk()
        let tickets = """
            {"tickets": [{"id": 4711, "status": "open", "priority": "high", "subject": "Lamp arrived broken",
             "description": "The lamp of order 305-1120981-2288100 came broken. I want my money back.",
             "created_at": "2026-11-20T09:12:00Z", "updated_at": "2026-11-20T09:12:00Z", "requester_id": 77}],
             "users": [{"id": 77, "name": "Ada", "email": "ada@example.com", "role": "end-user"}]}
            """
        _ = desk.run("import", try desk.write(tickets, to: "tickets.json"), "--account", "northwind")
        let door = try PageDoor(desk)
        let page = door.get("/cases/C1").text
        let offer = try #require(page.firstMatch(of: #/name="intents" value="([^"]+)">\n<button class="plain">Use/#)).1
        #expect(door.post("/cases/C1/use", "intents=\(offer)").status == 303)
        #expect(!door.get("/cases/C1").text.contains("Use suggestion"))
        #expect(door.post("/cases/C1/intents", "intents=gift+wrap").status == 303)
        let otherwise = door.get("/cases/C1").text
        #expect(otherwise.contains("value=\"gift wrap\"") && otherwise.contains("Use suggestion"))
        #expect(door.post("/cases/C1/intents", "intents=").status == 422)
    }

    @Test func casesAreMergedAndTakenOutAgain() throws {
        let door = try door()
        #expect(door.post("/cases/C2/merge", "into=C1").status == 303)
        #expect(door.get("/cases/C1").text.contains("<a href=\"/cases/C2\" translate=\"no\">C2</a>"))
        let merged = door.get("/cases/C2").text
        #expect(merged.contains("Undo merge") && !merged.contains("action=\"/cases/C2/reply\""))
        #expect(door.post("/cases/C1/merge", "into=C1").status == 409)
        #expect(door.post("/cases/C2/unmerge").status == 303)
        #expect(door.get("/cases/C2").text.contains("action=\"/cases/C2/reply\""))
    }

    @Test func severalCasesAreWorkedOnAtOnce() throws {
        let door = try door()
        #expect(door.post("/cases/claim", "id=C1", named: "ben").status == 303)
        let some = door.post("/cases/claim", "id=C1&id=C2&return=%2Fcases%3Fside%3Dbuyer")
        #expect(some.status == 303 && some.location == "/cases?side=buyer")
        let told = door.get("/cases").text
        #expect(told.contains("Claimed C2.") && told.contains("C1 is with ben"))
        #expect(door.post("/cases/claim", "id=C1").status == 409)
        #expect(door.post("/cases/claim", "").status == 422)
        #expect(door.post("/cases/claim", "id=C1", as: .viewer).status == 403)
        let asked = door.post("/cases/assign", "id=C1&id=C2")
        #expect(asked.status == 200 && asked.text.contains("2 cases:") && asked.text.contains("name=\"to\""))
        #expect(door.post("/cases/assign", "id=C1&id=C2&asked=on").status == 422, "it was not said to whom")
        #expect(door.post("/cases/assign", "id=C1&id=C2&asked=on&to=cleo").status == 303)
        #expect(door.get("/cases?owner=cleo").text.contains("2 cases"))
        #expect(door.post("/cases/undo?id=C1&id=C2").status == 303)
        #expect(door.get("/cases?owner=cleo").text.contains("No case matches"))
    }

    @Test func aViewIsKeptForOneselfOrForEverybody() throws {
        let door = try door()
        #expect(door.post("/cases/views", "name=late+ones&query=due-in%3D0%26only%3Ddisputed").status == 303)
        #expect(door.get("/cases?view=late%20ones").text.contains("aria-current=\"page\"><bdi>late ones"))
        #expect(!door.get("/cases", named: "ben").text.contains("late ones"), "it is mia's own")
        #expect(door.post("/cases/views", "name=ours&query=side%3Dbuyer&shared=on").status == 303)
        #expect(door.get("/cases", named: "ben").text.contains("<bdi>ours</bdi>"))
        #expect(door.desk.run("cases", "--view", "ours", "--as", "ben").exit == .done, "it is there in a terminal too")
        #expect(door.get("/cases?view=none").status == 404)
    }

    @Test func disputesAreListed() throws {
        #expect(try door().get("/cases/disputes").text.contains("No dispute is open."))
    }
}
