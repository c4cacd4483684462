import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Testing

/// What one workflow knows another uses, and misses without coming to harm.
@Suite("Planning: signals") struct SignalTests {
    private static let suppressed = """
        sku,status,reason,issue,since
        LAMP-3,Search Suppressed,Missing info,'[main_image]' is required but not supplied.,2026-11-08

        """
    /// Five a day, and nothing from the day on which nobody could find it.
    private static let units = Array(repeating: 5, count: 120) + Array(repeating: 0, count: 12)

    @Test("Days on which a listing was suppressed are left out of its forecast, and named")
    func masked() throws {
        func look(_ suppressed: String) throws -> JSON {
            let reports = try DailyReports()
            _ = try reports.queue(
                on: "2026-11-20",
                after: [
                    "listings.csv": DailyReports.listings("LAMP-3", units: 900), "suppressed.csv": suppressed,
                    "sales.csv": try DailyReports.sales("LAMP-3", before: "2026-11-20", Self.units),
                ])
            return try reports.program.run("forecast", "LAMP-3", "--format", "json", "--as-of", "2026-11-20T20:00:00Z")
                .json
        }
        func week(_ answer: JSON) throws -> Double {
            try #require(answer["weeks"].items.first { $0["mean"].number != nil }?["mean"].number)
        }
        let masked = try look(Self.suppressed)
        #expect(abs(try week(masked) - 35) < 1)
        let runs = masked["leftOut"].items.filter { $0["cause"].text == "suppressed" }
        #expect(runs.map { $0["from"].text } == ["2026-11-08"] && runs.map { $0["to"].text } == ["2026-11-19"])
        let unmasked = try look("sku,status,reason,issue,since\n")
        #expect(unmasked["leftOut"].items.isEmpty)
        #expect(try week(unmasked) < 20)
    }

    @Test(
        "Without the workflow that publishes a signal its readers still run, on what they see themselves",
        arguments: [
            ("", ["search-suppressed", "stock-out"]), ("forecasting", ["search-suppressed", "stock-out"]),
            // Nobody says why nothing sells any more, so it looks like demand that fell.
            ("suppressions", ["demand-shift"]), ("inventory", ["search-suppressed"]),
        ])
    func removed(workflow: String, kinds: [String]) throws {
        let house = try House(House.workflows.filter { $0.manifest.id != workflow })
        for (name, text) in [
            ("listings", DailyReports.listings("LAMP-3")), ("stock", DailyReports.stock("LAMP-3", 60)),
            ("suppressed", Self.suppressed),
            ("sales", try DailyReports.sales("LAMP-3", before: "2026-11-20", Self.units)),
        ] {
            try house.bring(text, as: name)
        }
        try house.rotate()
        let found = try house.queue().map(\.exception.fingerprint.kind).sorted()
        #expect(found == kinds)
    }
}
