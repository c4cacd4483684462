import Foundation
import Testing

/// What the desk sees coming, and what it writes before anybody asks, through the program.
@Suite("Proactive") struct ProactiveTests {
    private static func moment(_ hours: Double) -> String {
        Date(timeIntervalSince1970: 1_795_204_800 + hours * 3_600).ISO8601Format()
    }

    /// Two hundred orders of the last weeks, of which one in four was handed over late and came late, and three on their way.
    private static func shop(rules: String = "") throws -> Program {
        let program = try Program()
        try program.folder.write(
            (past + [
                "LATE,\(moment(-220)),\(moment(-28)),\(moment(-190)),,shipped,49.90",
                "SLOW,\(moment(-96)),\(moment(96)),,,unshipped,80.00",
                "FINE,\(moment(-96)),\(moment(96)),\(moment(-76)),,shipped,80.00",
            ]).joined(separator: "\n") + "\n", to: "shipments.csv")
        try program.folder.write(rules, to: "flywheel.yaml")
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
        let run = try program.start(["import", "shipments.csv"] + place + ["--at", moment(-2)]).finish()
        #expect(run.exit == 0, "\(run.errors)")
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    /// The headings, and the orders of the last weeks.
    private static var past: [String] {
        var rows = ["order id,purchased,promised,shipped,delivered,status,value"]
        for number in 0..<200 {
            let bought = -1_400 + Double(number) * 5
            let isSlow = number % 4 == 0
            let shipped = bought + (isSlow ? 130 : 20)
            rows.append(
                "P\(number),\(moment(bought)),\(moment(bought + 192)),\(moment(shipped)),\(moment(shipped + 80)),delivered,30"
            )
        }
        return rows
    }

    private static let rules = """
        cases:
          calendars:
            day: {zone: UTC, hours: {mon: 09:00-18:00, tue: 09:00-18:00, wed: 09:00-18:00, thu: 09:00-18:00, fri: 09:00-18:00}}
          sendingHours: day
          templates:
            - id: late
              text: "Order {order}, promised for {promised}, is running late. We write again on {next}."
          outreach:
            - {id: late, occasion: late-order, template: late, everyHours: 48, leastChance: 0.5}
        """

    @Test("Orders going late are predicted by how earlier ones fared, and turn active once they are late")
    func lateOrders() throws {
        let program = try Self.shop()
        let rows = try program.run("queue", "--workflow", "deliveries", "--format", "json").json["items"].items
        let states = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["subject"]["code"].text ?? "", $0["state"].text ?? "") })
        #expect(states == ["LATE": "active", "SLOW": "predicted"])
        let slow = try #require(rows.first { $0["subject"]["code"].text == "SLOW" })
        let chance = try #require(slow["probability"].number)
        #expect(chance > 0.8 && slow["atRisk"].amount.map { $0 < 80 } == true)
        #expect(
            try program.run("show", try #require(slow["id"].text), "--format", "table").output
                .contains("50 of 50 earlier orders that were as far came late"))
        let id = slow["id"].text
        #expect(try program.run("rotate", "--as-of", Self.moment(99)).exit == 0)
        // The facts are four days old then: nothing opens, closes or comes true on them.
        let later = try program.run("queue", "--workflow", "deliveries", "--format", "json").json["items"].items
        #expect(later.first { $0["id"].text == id }?["state"].text == "predicted")
    }

    @Test("Messages are proposed by rule, approved by a person, kept to sending hours, and never state the chance")
    func outreach() throws {
        let program = try Self.shop(rules: Self.rules)
        // Friday evening, after the hours in which messages go out.
        let proposed = try program.run("outreach", "propose", "--format", "json").json["items"].items
        #expect(Set(proposed.compactMap { $0["about"].text }) == ["LATE", "SLOW"])
        #expect(proposed.allSatisfy { $0["sendAfter"].text == "2026-11-23T09:00:00Z" }, "\(proposed)")
        #expect(try program.run("outreach", "propose", "--format", "json").json["items"].items.isEmpty)
        let ids = proposed.compactMap { $0["id"].text }
        #expect(try program.run("outreach", "approve", ids[0]).exit == 0)
        #expect(
            try program.run("outreach", "write", "--output", "now.csv", "--format", "table").output.contains("due now"))
        let monday = ["--as-of", "2026-11-23T09:30:00Z"]
        let run = try program.start(["outreach", "write", "--output", "monday.csv"] + monday).finish()
        #expect(run.exit == 0, "\(run.errors)")
        let file = try String(contentsOfFile: "\(program.folder.path)/monday.csv", encoding: .utf8)
        #expect(file.split(separator: "\r\n").count == 2, "only what a person approved")
        #expect(file.contains("is running late. We write again on 2026-11-25"))
        #expect(!file.contains("0.8") && !file.contains("%"))
        // As a crash leaves it between the store's word and the file's name.
        let folder = program.folder.path
        try FileManager.default.moveItem(atPath: "\(folder)/monday.csv", toPath: "\(folder)/.monday.csv.1.part")
        let next = try program.start(["outreach", "write", "--output", "tuesday.csv"] + monday).finish()
        #expect(next.exit == 0 && next.errors.contains("finished \(folder)/monday.csv"), "\(next.errors)")
        #expect(try String(contentsOfFile: "\(folder)/monday.csv", encoding: .utf8) == file)
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/tuesday.csv"), "nothing is written twice")
        let again = try program.start(["outreach", "write", "--output", "monday.csv"] + monday).finish()
        #expect(again.exit != 0, "a file that may wait to be sent is not overwritten")
    }

    @Test("Messages end with what they are about")
    func outreachStops() throws {
        let program = try Self.shop(rules: Self.rules)
        let proposed = try program.run("outreach", "propose", "--format", "json").json["items"].items
        let ids = proposed.compactMap { $0["id"].text }
        #expect(try program.start(["outreach", "approve"] + ids).finish().exit == 0)
        let arrived = [
            "LATE,\(Self.moment(-220)),\(Self.moment(-28)),\(Self.moment(-190)),\(Self.moment(1)),delivered,49.90",
            "SLOW,\(Self.moment(-96)),\(Self.moment(96)),\(Self.moment(0)),\(Self.moment(2)),delivered,80.00",
        ]
        try program.folder.write((Self.past + arrived).joined(separator: "\n") + "\n", to: "arrived.csv")
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
        let at = ["--at", Self.moment(3), "--as-of", Self.moment(3)]
        let run = try program.start(["import", "arrived.csv"] + place + at).finish()
        #expect(run.exit == 0, "\(run.errors)")
        #expect(try program.run("rotate", "--as-of", Self.moment(4)).exit == 0)
        let written = try program.start(
            ["outreach", "write", "--output", "monday.csv", "--format", "json", "--as-of", "2026-11-23T09:30:00Z"]
        ).finish()
        #expect(try written.json["items"].items.isEmpty)
        let states = try program.run("outreach", "list", "--state", "any", "--format", "json").json["items"].items
        #expect(states.allSatisfy { $0["state"].text == "over" })
    }
}
