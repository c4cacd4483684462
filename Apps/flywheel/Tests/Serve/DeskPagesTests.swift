import Cases
import FlywheelKit
import People
import Testing
import WebPages

@testable import flywheel

/// What the desk learned of itself, what it writes first, and whose work is looked at.
@Suite struct DeskPagesTests {
    private static let rules = """
        cases:
          promises: [{id: all, firstResponse: 8, resolution: 40}]
          people: [{name: ana}, {name: ben}]
          templates: [{id: goes-on, text: "Case {case} goes on. <b>Soon</b> more."}]
          outreach: [{id: hears-nothing, occasion: open-case, template: goes-on, everyHours: 48}]
        """

    // MARK: The report

    @Test func theReportSaysWhatTheCommandSays() throws {
        let page = try PageDoor(try CasesReportTests().logged()).get("/cases/report")
        #expect(page.status == 200)
        #expect(page.text.contains("63 cases, 3 of them open"))
        // Half of all sixty-three, three of them still open, had ended after 32 hours.
        #expect(page.text.contains("Time to solve</a></th>") && page.text.contains(">32.0 h</td>"))
        #expect(page.text.contains("Passed on</a></th>") && page.text.contains("20 of 6"))
        #expect(page.text.contains("3 cases are open now"), "and the backlog is drawn")
        #expect(page.text.contains("no case names a listing"))
        #expect(page.text.contains("flywheel cases report") && page.text.contains("href=\"/api/v1/cases/report\""))
    }

    @Test func casesAreToldApartByEveryKeyAndSmallPartsAreHidden() throws {
        let door = try PageDoor(try CasesReportTests().logged())
        let urgency = door.get("/cases/report?by=urgency").text
        #expect(urgency.contains("urgent</th>") && urgency.contains("low</th>") && !urgency.contains("Hidden is"))
        #expect(urgency.contains("flywheel cases report --by urgency"))
        #expect(urgency.contains("href=\"/api/v1/cases/report?by=urgency\""))
        let side = door.get("/cases/report?by=side").text
        #expect(side.contains("seller</th>") && side.contains("Hidden is what is of fewer than 5 cases"))
        for key in CohortKey.allCases {
            let page = door.get("/cases/report?by=\(key.rawValue)")
            #expect(page.status == 200 && page.text.contains("<caption id=\"parts\">"), "\(key)")
        }
        #expect(door.get("/cases/report?by=colour").status == 422)
        #expect(door.get("/cases/report?bye=side").text.contains("Not understood and ignored: bye"))
    }

    @Test func aPeriodIsADayAndWhatItLeavesIsSaid() throws {
        let door = try PageDoor(try CasesReportTests().logged())
        #expect(door.get("/cases/report?since=2026-10-01").text.contains("63 cases opened since Oct 1, 2026"))
        let none = door.get("/cases/report?since=2026-11-19").text
        #expect(none.contains("No case was opened since Nov 19, 2026.") && none.contains("value=\"2026-11-19\""))
        let bare = try Desk()
        let file = try bare.write("sku,price\nA,1.00\n", to: "listings-US.csv")
        #expect(bare.run("import", file, "--kind", "catalog/1", "--account", "b").exit == .done)
        #expect(try PageDoor(bare).get("/cases/report").text.contains("Nothing to report of"))
    }

    @Test func disputesSurveysCausesAndReviewsStandInTheReport() throws {
        let desk = try Desk.disputing()
        let opened = ["--kind", "refund-request", "--reason", "not-as-sold", "--amount", "EUR 20", "--as", "ana"]
        #expect(desk.run(["disputes", "open", "C1"] + opened).exit == .done)
        let decided = desk.run("disputes", "decide", "C1", "upheld", "--because", "the photo shows it", "--as", "ana")
        #expect(decided.exit == .done, "\(decided.errors)")
        #expect(desk.run("cases", "review", "C2", "--verdict", "fair<b>", "--as", "sue").exit != .done)
        #expect(desk.run("cases", "review", "C2", "--verdict", "fair", "--as", "sue").exit == .done)
        #expect(desk.run("cases", "escalate", "C2", "--reason", "over-limit", "--as", "ana").exit == .done)
        let gap = ["--tag", "limit-too-low", "--gap", "refund-limit", "--as", "sue"]
        #expect(desk.run(["cases", "audit", "C2"] + gap).exit == .done)
        let page = try PageDoor(desk).get("/cases/report").text
        for words in [
            "How disputes ended", "Kind: refund request", "Reason: <bdi>not-as-sold</bdi>", "<bdi>fair</bdi>",
            "<bdi>refund-limit</bdi>", "nobody has decided", "not known: 0 cases were looked at by two",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    /// Figures are shown by the names they have in the domain, in every language.
    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func everyFigureHasAName(locale: PageLocale) {
        let reader = Reader(locale: locale, zone: "UTC", asOf: Scene.asOf, formToken: nil)
        for metric in DeskMetric.allCases {
            #expect(!reader.name(of: metric).markup.contains("lang=\"en\""), "\(metric)")
        }
        for thing in SupportAssociation.confounders {
            #expect(!reader.said(thing).markup.contains("lang=\"en\""), "\(thing)")
        }
    }

    @Test(arguments: ["de", "es", "ja"]) func thePagesSpeakOneLanguage(language: String) throws {
        let desk = try CasesReportTests().logged()
        _ = try desk.write(Self.rules, to: "flywheel.yaml")
        let door = try PageDoor(desk)
        #expect(door.post("/cases/outreach/propose").status == 303)
        let addresses =
            CohortKey.allCases.map { "/cases/report?by=\($0.rawValue)" }
            + ["/cases/promises", "/cases/outreach?state=any", "/cases/outreach/O1", "/cases/sample?week=2026-10-21"]
        for address in addresses {
            let page = door.get(address, in: language)
            #expect(page.status == 200, "\(address)")
            #expect(!page.text.contains("lang=\"en\""), "\(address)")
            #expect(page.text.firstMatch(of: #/[> ](desk|cases)\.[a-z]+\.?[a-z]/#) == nil, "\(address)")
        }
    }

    // MARK: Who may

    @Test func whoMayNotAnswerIsNotOfferedWhatIsNotForThem() throws {
        let door = try PageDoor(try Desk.withCases(Self.rules))
        let inbox = door.get("/cases", as: .operator).text
        for page in ["report", "outreach", "sample", "promises", "disputes"] {
            #expect(inbox.contains("href=\"/cases/\(page)\""), "\(page)")
        }
        let looking = door.get("/cases", as: .viewer).text
        for page in ["report", "outreach", "sample"] {
            #expect(!looking.contains("href=\"/cases/\(page)\""), "\(page)")
            #expect(door.get("/cases/\(page)", as: .viewer).status == 403, "\(page)")
        }
        #expect(door.get("/cases/promises", as: .viewer).status == 200)
        #expect(door.post("/cases/outreach/propose", as: .viewer).status == 403)
        #expect(door.post("/cases/outreach/approve", "id=O1", as: .viewer).status == 403)
    }

    // MARK: Outreach

    @Test func aMessageIsProposedReadAndApproved() throws {
        let door = try PageDoor(try Desk.withCases(Self.rules))
        #expect(door.get("/cases/outreach").text.contains("No message waits to be decided or sent."))
        #expect(door.post("/cases/outreach/propose").status == 303)
        let list = door.get("/cases/outreach").text
        #expect(list.contains("Proposed 1 message.") && list.contains("Case C1 goes on"))
        #expect(list.contains("href=\"/cases/outreach/O1\"") && list.contains("flywheel outreach"))
        let message = door.get("/cases/outreach/O1").text
        #expect(message.contains("Case 7 goes on. &lt;b&gt;Soon&lt;/b&gt; more."), "what would be sent, as text")
        #expect(message.contains("flywheel outreach show O1") && message.contains("href=\"/api/v1/outreach/O1\""))
        let done = door.post("/cases/outreach/approve", "id=O1&return=/cases/outreach/O1")
        #expect(done.status == 303 && done.location == "/cases/outreach/O1")
        let approved = door.get("/cases/outreach/O1").text
        #expect(approved.contains("Approved O1.") && approved.contains("<bdi>mia</bdi>"))
        #expect(!approved.contains("action=\"/cases/outreach/approve\""), "what is approved can only be refused")
        #expect(door.post("/cases/outreach/approve", "id=O1").status == 409)
        #expect(door.post("/cases/outreach/refuse", "id=O1").status == 303)
        #expect(door.get("/cases/outreach?state=refused").text.contains("1 message"))
        #expect(door.get("/cases/outreach").text.contains("No message waits"))
    }

    @Test func ofSeveralMessagesTheOneThatIsRefusedKeepsNobodyFromTheRest() throws {
        let desk = try Desk.withCases(Self.rules)
        let door = try PageDoor(desk)
        #expect(door.post("/cases/outreach/propose").status == 303)
        #expect(door.post("/cases/outreach/approve", "id=O1&id=O99").status == 303)
        let page = door.get("/cases/outreach").text
        #expect(page.contains("Approved O1.") && page.contains("there is no message O99"))
        #expect(door.post("/cases/outreach/approve", "").status == 422)
        #expect(door.post("/cases/outreach/approve", "id=--help").status == 422)
        #expect(door.get("/cases/outreach/O99").status == 404 && door.get("/cases/outreach/--help").status == 404)
        #expect(door.get("/cases/outreach?state=sideways").status == 422)
        #expect(
            desk.run("outreach", "show", "O1", "--format", "table").output.contains("Case 7 goes on."),
            "the command says it too")
    }

    @Test func withoutRulesNothingIsOfferedToBeProposed() throws {
        let page = try PageDoor(try Desk.withCases()).get("/cases/outreach").text
        #expect(page.contains("has no rules for outreach yet") && !page.contains("/cases/outreach/propose"))
    }

    // MARK: Promises and the sample

    @Test func promisesAreToldClockByClock() throws {
        let door = try PageDoor(try Desk.withCases(Self.rules))
        let page = door.get("/cases/promises").text
        #expect(page.contains("<bdi>all</bdi>") && page.contains("First response") && page.contains("Resolution"))
        #expect(page.contains("flywheel sla status") && page.contains("href=\"/api/v1/promises/attainment\""))
        #expect(door.get("/cases/promises?since=2026-11-01").text.contains("those over since Nov 1, 2026"))
        #expect(try PageDoor(try Desk.withCases()).get("/cases/promises").text.contains("No promise was made"))
    }

    @Test func aWeeksSampleLeadsToItsCases() throws {
        let door = try PageDoor(try CasesReportTests().logged())
        let page = door.get("/cases/sample?week=2026-10-21&reviewer=ana&reviewer=ben").text
        #expect(page.contains("Week of Oct 19, 2026: 60 cases ended, 0 escalated"))
        #expect(page.contains("at random") && page.contains("<bdi>ana</bdi>"))
        #expect(page.contains("flywheel cases sample --week 2026-10-21 --reviewer ana --reviewer ben"))
        let ids = Set(page.matches(of: #/href="\/cases\/(C\d+)"/#).map { String($0.1) })
        let run = door.desk.run(
            "cases", "sample", "--week", "2026-10-21", "--reviewer", "ana", "--reviewer", "ben", "--format", "csv")
        #expect(!ids.isEmpty && ids.allSatisfy { run.output.contains("\($0),") }, "\(ids)")
        #expect(door.get("/cases/sample?week=2026-10-21").text.contains("Nobody is named who reviews"))
        #expect(door.get("/cases/sample?week=2026-01-05").text.contains("in the week of Jan 5, 2026"))
    }

    @Test func whatIsFoundIsKeptOnTheCaseThatTheSampleLeadsTo() throws {
        let door = try PageDoor(try CasesReportTests().logged())
        let page = door.get("/cases/C1", named: "ana").text
        #expect(
            page.contains("action=\"/cases/C1/review\"") && !page.contains("/cases/C1/audit"), "nobody escalated it")
        #expect(door.post("/cases/C1/review", "verdict=good", named: "ana").status == 303)
        #expect(door.get("/cases/C1", named: "ana").text.contains("Kept your review of C1."))
        #expect(door.get("/cases/report").text.contains("good</bdi>"))
        #expect(door.post("/cases/C1/review", "verdict=", named: "ana").status == 422)
        #expect(door.post("/cases/C63/claim", named: "ben").status == 303)
        let own = door.post("/cases/C63/review", "verdict=good", named: "ben")
        #expect(own.status == 409 && own.text.contains("value=\"good\""), "one's own work, and what was typed is kept")
        #expect(door.post("/cases/C63/escalate", "reason=over-limit", named: "ben").status == 303)
        #expect(door.get("/cases/C63", named: "ana").text.contains("action=\"/cases/C63/audit\""))
        #expect(door.post("/cases/C63/audit", "tag=limit-too-low&gap=refund-limit", named: "ana").status == 303)
        #expect(door.get("/cases/report").text.contains("refund-limit"))
        #expect(door.post("/cases/C1/review", "verdict=good", as: .viewer).status == 403)
    }
}
