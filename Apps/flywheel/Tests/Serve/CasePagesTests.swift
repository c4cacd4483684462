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
        #expect(page.text.contains("2 cases, 1 late, 2 nobody has"))
        #expect(page.text.contains("First answer"))
        #expect(page.text.contains("href=\"/cases/C1\""))
        #expect(page.text.contains("flywheel cases"))
        #expect(page.text.contains("href=\"/api/v1/cases\""))
    }

    @Test func filtersStandInTheAddressAndWhatMeansNothingIsSaid() throws {
        let door = try door()
        #expect(door.get("/cases?state=waiting-on-requester").text.contains("1 case, 0 late"))
        #expect(door.get("/cases?who=mine").text.contains("No case matches this filter"))
        #expect(door.get("/cases?stat=open").text.contains("Not understood, and left out: stat"))
        #expect(door.get("/cases?state=sideways").status == 422)
        #expect(door.get("/cases?save=x").text.contains("Not understood"))
    }

    @Test func aCaseShowsThreadClocksAndSuggestion() throws {
        let page = try door().get("/cases/C1")
        #expect(page.status == 200)
        for words in ["What was promised", "Suggestion", "Keep draft", "Claim case", "working time used", "Jo 7"] {
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

    @Test func disputesAreListed() throws {
        #expect(try door().get("/cases/disputes").text.contains("No dispute is open."))
    }
}
