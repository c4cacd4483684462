import People
import Testing

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
        for words in ["Last 4 weeks", "The 4 weeks before", "Came back", "Exposure cleared", "href=\"/x/X", "<svg"] {
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
