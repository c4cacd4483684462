import Assessment
import People
import Testing
import WebPages

@testable import flywheel

@Suite struct WheelPagesTests {
    /// Ten weeks of an invented organisation.
    private func simulated() throws -> PageDoor {
        let desk = try Desk()
        let run = desk.run("simulate", "--scenario", "year", "--seed", "7", "--weeks", "10")
        #expect(run.exit == .done, "\(run.errors)")
        return try PageDoor(desk)
    }

    @Test func whoSeesNoCauseIsToldSo() throws {
        let page = try PageDoor(Desk.rotated(without: ["orders"])).get("/wheel/causes")
        #expect(page.status == 200 && page.text.contains("No close names a root cause yet."))
    }

    @Test func aDecisionIsRegisteredOnItsPageAndALinkFillsInTheForm() throws {
        let door = try PageDoor(try Desk.rotated())
        let empty = door.get("/wheel/decisions").text
        #expect(empty.contains("Nothing has been decided yet.") && empty.contains("<details open>"))
        let looked = door.get("/wheel/decisions", as: .viewer).text
        #expect(!looked.contains("<details"), "who may not decide is not asked")
        let link = "decisions add prevention image --workflow suppressions --metric repeat-rate --evidence X1,X2"
        let address = try #require(TodayPage.address(of: "flywheel \(link)"))
        let filled = door.get(address.text).text
        #expect(filled.contains("value=\"image\"") && filled.contains("value=\"X1,X2\""), "\(address.text)")
        #expect(filled.contains("<option value=\"prevention\" selected>"))
        let open = try #require(TodayPage.address(of: "flywheel decisions add handoff SUBJECT"))
        #expect(!door.get(open.text).text.contains("SUBJECT"))

        #expect(door.post("/wheel/decisions", "kind=rule&subject=look-first", as: .operator).status == 403)
        let refused = door.post("/wheel/decisions", "kind=prevention&subject=Bad+Word&review-days=7")
        #expect(refused.status == 422 && refused.text.contains("value=\"Bad Word\""), "\(refused.status)")
        #expect(refused.text.contains("id=\"field-subject-fault\""))
        let days = door.post("/wheel/decisions", "kind=prevention&subject=image&review-days=900")
        #expect(days.text.contains("id=\"field-review-days-fault\""))
        let evidence = door.post("/wheel/decisions", "kind=prevention&subject=image&evidence=X12%2C+nonsense")
        #expect(evidence.status == 422 && evidence.text.contains("id=\"field-evidence-fault\""))
        let sent =
            "kind=prevention&subject=image&workflow=suppressions&metric=repeat-rate&evidence=X1%2C+x2&review-days=7"
        #expect(door.post("/wheel/decisions", sent).location == "/wheel/decisions/D1")
        let kept = door.get("/wheel/decisions/D1").text
        #expect(kept.contains("suppressions image") && kept.contains("Registered D1.") && kept.contains("/x/X2"))
        #expect(!door.get("/wheel/decisions").text.contains("<details open>"))
    }

    @Test func theSixOfHealthStandFirst() throws {
        let wheel = try simulated().get("/wheel").text
        let shown = wheel.matches(of: #/<figcaption><b><a href="\/wheel\/metrics\/([a-z0-9-]+)"/#)
            .map { String($0.1) }
        #expect(shown.count == 12)
        let known = Metric.ofHealth.map(\.rawValue).filter(shown.contains)
        #expect(Array(shown.prefix(known.count)) == known && known.count > 3, "\(shown)")
    }

    @Test func theWheelAssessmentsAndWhatStandsBehindThem() throws {
        let door = try simulated()
        let wheel = door.get("/wheel").text
        #expect(wheel.contains("Simulated: seed 7"))
        for words in ["Visibility", "Better performance", "Metrics", "Time to own"] {
            #expect(wheel.contains(words), "\(words)")
        }
        let metric = door.get("/wheel/metrics/time-to-own").text
        #expect(metric.contains("Records it rests on"))
        #expect(metric.contains("href=\"/x/X"))
        #expect(door.get("/wheel/metrics/no-such").status == 404)
        #expect(door.get("/wheel/metrics/open-exposure").text.contains("<h2>By workflow</h2>"))
        #expect(!door.get("/wheel/metrics/coverage").text.contains("<h2>By workflow</h2>"))
        #expect(wheel.contains("href=\"/wheel/causes\""))
        let causes = door.get("/wheel/causes").text
        for words in [
            "Last 4 weeks", "The 4 weeks before", "Came back", "Revenue at risk cleared", "href=\"/x/X", "<svg",
        ] {
            #expect(causes.contains(words), "\(words)")
        }
        let thresholds = door.get("/wheel/thresholds").text
        let start = try #require(thresholds.firstRange(of: "href=\"/wheel/thresholds/"))
        let knob = thresholds[start.upperBound...].prefix { $0 != "\"" }
        #expect(door.get("/wheel/thresholds/\(knob)").text.contains("How has it moved in these weeks?"))
        #expect(door.get("/wheel/thresholds/no.such").status == 404)
        #expect(door.get("/wheel/decisions").status == 200)
        #expect(door.get("/wheel/decisions/D9999").status == 404)
        #expect(door.get("/plan/orders").text.contains("A simulation has no stock"))

        #expect(door.get("/assessment").text.contains("No assessment has been made yet."))
        #expect(door.post("/assessment", as: .operator).status == 403)
        #expect(door.post("/assessment").location == "/assessment/A1")
        let assessment = door.get("/assessment/A1").text
        for words in ["Maturity and connections", "What to invest in next", "Checks", "Made assessment A1."] {
            #expect(assessment.contains(words), "\(words)")
        }
        #expect(door.get("/assessment/A1..A1").text.contains("Both say the same."))
        #expect(door.get("/assessment/A9").status == 404)
    }
}
