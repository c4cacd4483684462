import FlywheelKit
import Foundation
import Statistics
import Testing

/// What all products of an account do together moves the forecast of each, and is named there.
@Suite("Planning: what all products do") struct CommonCoursePlanningTests {
    private static let (today, days, skus) = ("2026-11-20", 380, 24)

    /// Listings that scatter about a rate, which a course multiplies.
    private func look(_ course: (Int) -> Double) throws -> (mean: Double, method: String) {
        var random = SplitMix64(seed: 11)
        let names = (0..<Self.skus).map { "MUG-\($0)" }
        let day = try #require(Day(Self.today))
        let rows = names.map { name in
            (1...Self.days).reversed().map { ago in
                "\(day.advanced(by: -ago)),\(name),\(random.poisson(2 * course(ago)))\n"
            }.joined()
        }
        let listings =
            "sku,title,price,status,quantity,fulfillment-channel\n"
            + names.map { "\($0),Item \($0),20.00,Active,,AMAZON_NA\n" }.joined()
        let reports = try DailyReports()
        _ = try reports.queue(
            on: Self.today, after: ["listings.csv": listings, "sales.csv": "day,sku,units\n" + rows.joined()])
        let run = try reports.program.run(
            "forecast", "MUG-3", "--format", "json", "--as-of", "\(Self.today)T20:00:00Z")
        let week = try run.json["weeks"].items.first { $0["mean"].number != nil }
        return (try #require(week?["mean"].number), try #require(try run.json["method"].text))
    }

    @Test("A trade that fades lowers each forecast by the factor that it names; a steady one leaves it")
    func fades() throws {
        let fading = try look { 0.6 + 0.4 * Double($0) / 380 }
        let match = try #require(fading.method.firstMatch(of: /times ([0-9.]+) in the coming week/))
        let factor = try #require(Double(match.1))
        #expect((0.8..<0.99).contains(factor), "\(fading.method)")

        let steady = try look { _ in 1 }
        let same = steady.method.firstMatch(of: /times ([0-9.]+) in the coming week/).flatMap { Double($0.1) } ?? 1
        #expect(abs(same - 1) < 0.03, "\(steady.method)")
        #expect(fading.mean < 0.8 * steady.mean, "\(fading.mean) beside \(steady.mean)")
    }
}
