import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct RootCausesTests {
    /// Cases that ended in weeks counted back from the one of day 400, each with a cause or none.
    private func cases(_ weeks: [[String?: Int]]) -> [CaseTimeline] {
        let now = Day(epochDays: 400)
        var all: [Case] = []
        for (week, causes) in weeks.enumerated() {
            // 1971-02-01, 396 days in, was a Monday.
            let day = Int64(396 - 7 * (weeks.count - week))
            for (cause, count) in causes {
                for index in 0..<count {
                    let at = day * 24 + Int64(index % 160)
                    all.append(
                        Matters.made(
                            "\(week)\(cause ?? "?")\(index)",
                            [(at, .opened), (at, .state(.solved)), (at, .cause(cause))]))
                }
            }
        }
        return Matters.read(all, at: Int64(now.epochDays) * 24)
    }

    private func found(_ weeks: [[String?: Int]], count: Int = 12) -> RootCauses {
        RootCauses(cases(weeks), weeks: count, now: Matters.day(400), day: Matters.utc)
    }

    @Test func countsByWeekAndTellsHowManyHaveACause() throws {
        let causes = found([["label": 3, nil: 1], ["label": 2, "carrier": 4]], count: 2)
        #expect(causes.weeks.map(\.description) == ["1971-01-18", "1971-01-25"])
        #expect(causes.ended == [4, 6] && causes.stated.part == 9 && causes.stated.whole == 10)
        #expect(causes.causes.map(\.code) == ["label", "carrier"])
        #expect(causes.causes.map(\.counts) == [[3, 2], [0, 4]])
    }

    @Test func theWeekThatIsNotOverIsLeftOut() {
        let late = Matters.made([(397 * 24, .opened), (397 * 24, .state(.solved)), (397 * 24, .cause("label"))])
        let causes = RootCauses(
            Matters.read([late], at: 400 * 24), weeks: 3, now: Matters.day(400), day: Matters.utc)
        #expect(causes.ended == [0, 0, 0] && causes.causes.isEmpty)
    }

    @Test func aCauseThatGrowsIsFoundAndOneThatStaysIsNot() throws {
        let weeks: [[String?: Int]] = (0..<12).map { ["label": 5 + 3 * $0, "carrier": 20, "price": 20] }
        let causes = found(weeks).causes
        let label = try #require(causes.first { $0.code == "label" })
        #expect(label.isTrend && (label.trend?.slope ?? 0) > 0)
        // The others' counts stay, and their shares fall.
        #expect(causes.filter { $0.code != "label" }.allSatisfy { ($0.trend?.slope ?? 0) < 0 })
        let level = found((0..<12).map { _ in ["label": 10, "carrier": 20] }).causes
        #expect(level.allSatisfy { !$0.isTrend })
    }

    @Test func oneTrendOfManyCausesByChanceIsRare() {
        let names = (0..<10).map { "cause \($0)" }
        let wrong = (1...100).count { seed in
            var random = SplitMix64(seed: UInt64(seed))
            let weeks: [[String?: Int]] = (0..<8).map { _ in
                Dictionary(uniqueKeysWithValues: names.map { ($0, random.poisson(6)) })
            }
            return found(weeks, count: 8).causes.contains(where: \.isTrend)
        }
        #expect(wrong <= 12, "\(wrong) of 100")
    }
}
