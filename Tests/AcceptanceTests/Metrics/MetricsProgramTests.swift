import Foundation
import Testing

/// A person asks how the work goes, and takes a number apart to its rows.
@Suite("Metrics through the program") struct MetricsProgramTests {
    @Test("A number of the list is taken apart to the rows that it is made of, and explained")
    func aNumberIsTakenApart() throws {
        let desk = try Desk()
        try desk.run("claim X1", at: "2026-11-20T23:00:00Z")
        try desk.run("close X1 --cause other", at: "2026-11-20T23:30:00Z")
        var healthy = desk.seller
        healthy.issues = []
        try desk.bring(healthy, on: "2026-11-21T14:00:00Z")
        let later = "2026-11-21T20:00:00Z"
        try desk.run("rotate", at: later)

        let config = try desk.program.folder.write(
            "metrics:\n  targets:\n    time-to-own: 1\n    due-met-share: 0.5\n", to: "flywheel.yaml")
        let list = try desk.run("metrics --format json --config", at: later, config).json
        func line(_ key: String) -> JSON { list["items"].items.first { $0["metric"].text == key } ?? JSON(nil) }
        #expect(list["isSimulated"].isTrue == false && list["currency"].text != nil)
        #expect(line("time-to-own")["value"].number == 3 && line("time-to-own")["target"]["state"].text == "missed")
        #expect(line("time-to-resolution")["value"].number == 3.5)
        #expect(line("root-cause-capture")["value"].number == 0, "other says nothing")
        #expect(line("verified-share")["value"].number == 1, "the snapshot after the close has no such problem")
        #expect(line("hero-featured-share")["gap"].text == "not-measured-yet")

        let one = try desk.run("metrics time-to-own --rows --format json", at: later).json
        #expect(one["rows"].items.map { $0["id"].text } == ["X1"])
        #expect(one["rows"].items.map { $0["hours"].number } == [3])
        #expect(try desk.show("X1", at: later)["id"].text == "X1")
        for metric in list["items"].items.compactMap({ $0["metric"].text }) {
            let explained = try desk.program.run("explain", metric)
            #expect(explained.exit == 0 && explained.output.contains("If missed"), "\(metric)")
        }
    }

    @Test("Owners, accounts, workflows and tiers stand beside each other")
    func partsAreCompared() throws {
        let desk = try Desk()
        try desk.run("claim X1", as: "ben", at: "2026-11-20T21:00:00Z")
        try desk.bring(desk.seller, on: "2026-11-21T14:00:00Z")
        try desk.run("rotate", at: "2026-11-21T20:00:00Z")
        for (by, part) in [("owner", "ben"), ("account", "north"), ("workflow", "suppressions")] {
            let table = try desk.run("metrics time-to-own --format json --by \(by)", at: "2026-11-21T20:00:00Z").json
            let row = table["items"].items.first { $0["part"].text == part }
            #expect(row?["value"].number == 1, "\(by)")
        }
        #expect(
            try desk.run("metrics --by tier --format csv", at: "2026-11-21T20:00:00Z").output.contains("open-age-p90"))
    }
}
