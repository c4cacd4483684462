import Foundation
import Testing

/// Demand that left the forecast behind is a row of the queue, until the forecast has caught up with it.
@Suite("Planning: drift and variance") struct DriftAndVarianceTests {
    private func rows(_ reports: DailyReports, _ day: String, _ units: [Int]) throws -> [JSON] {
        let files = [
            "listings.csv": DailyReports.listings("PAN-28", units: 900),
            "sales.csv": try DailyReports.sales("PAN-28", before: day, units),
        ]
        return try reports.queue(on: day, after: files).filter { $0["workflow"].text == "forecasting" }
    }

    private func week(_ reports: DailyReports, _ day: String) throws -> Double {
        let run = try reports.program.run("forecast", "PAN-28", "--format", "json", "--as-of", "\(day)T20:00:00Z")
        return try #require(try run.json["weeks"].items.first { $0["mean"].number != nil }?["mean"].number)
    }

    @Test("A level that shifted opens a row and is the new forecast; the row goes once the level is what was expected")
    func shift() throws {
        let reports = try DailyReports()
        let before = Array(repeating: 8, count: 120)
        #expect(try rows(reports, "2026-07-01", before).isEmpty)
        #expect(abs(try week(reports, "2026-07-01") - 56) < 1)

        let fallen = before + Array(repeating: 2, count: 16)
        let found = try rows(reports, "2026-07-17", fallen)
        #expect(found.map { $0["kind"].text } == ["demand-shift"])
        let row = try #require(found.first)
        // Midnight where the marketplace is.
        #expect(row["began"].text == "2026-07-01T07:00:00Z")
        // It is nothing that somebody loses by leaving the row open.
        #expect(row["atRisk"].amount == 0)
        #expect(abs(try week(reports, "2026-07-17") - 14) < 7)

        let settled = fallen + Array(repeating: 2, count: 150)
        #expect(!(try rows(reports, "2026-12-14", settled)).contains { $0["kind"].text == "demand-shift" })
        #expect(abs(try week(reports, "2026-12-14") - 14) < 1)
        let id = try #require(row["id"].text)
        #expect(try reports.show(id, on: "2026-12-14")["state"].text == "cleared")
    }

    @Test("Forecasts that keep being too low open a row that says by how much; it goes once they are right")
    func bias() throws {
        let reports = try DailyReports()
        // 2.8 % more each week, up to twelve a day: never a jump, and always above a mean of the past.
        let growing = Self.whole((1...200).reversed().map { 12 * pow(1.028, -Double($0) / 7) })
        let found = try rows(reports, "2026-11-20", growing)
        #expect(found.map { $0["kind"].text } == ["forecast-bias"])
        let id = try #require(found.first?["id"].text)
        let explained = try reports.program.run(
            "forecast", "PAN-28", "--format", "json", "--as-of", "2026-11-20T20:00:00Z")
        let bias = try explained.json["bias"]
        let (sold, forecast) = (try #require(bias["sold"].number), try #require(bias["forecast"].number))
        let weeks = Int(try #require(bias["weeks"].number))
        #expect(sold == Double(growing.suffix(7 * weeks).reduce(0, +)))
        #expect(sold > 1.15 * forecast)

        let settled = growing + Array(repeating: 12, count: 28)
        #expect(try rows(reports, "2026-12-18", settled).isEmpty)
        #expect(try reports.show(id, on: "2026-12-18")["state"].text == "cleared")
    }

    @Test("A season that came six weeks early opens a row that says so; it goes when it is news no more")
    func season() throws {
        let reports = try DailyReports()
        // One peak eight weeks ago, and the one before it 46 weeks earlier.
        func peak(_ daysAgo: Double) -> Double { 15 * exp(-daysAgo * daysAgo / 441) }
        let daily = (1...728).reversed().map { day -> Double in
            let daysAgo = Double(day)
            return 6 + peak(daysAgo - 56) + peak(daysAgo - 378)
        }
        let peaks = Self.whole(daily)
        let found = try rows(reports, "2026-10-02", peaks)
        #expect(found.map { $0["kind"].text } == ["season-change"])
        let id = try #require(found.first?["id"].text)
        let shown = try reports.program.run("show", id, "--as-of", "2026-10-02T20:00:00Z").output
        #expect(shown.contains("weeks earlier than"), "\(shown)")

        let later = peaks + Array(repeating: 6, count: 56)
        #expect(!(try rows(reports, "2026-11-27", later)).contains { $0["kind"].text == "season-change" })
        #expect(try reports.show(id, on: "2026-11-27")["state"].text == "cleared")
    }

    /// Whole units with the same sums.
    private static func whole(_ daily: [Double]) -> [Int] {
        var rest = 0.5
        return daily.map { units in
            rest += units
            defer { rest -= rest.rounded(.down) }
            return Int(rest)
        }
    }
}
