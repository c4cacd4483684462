import Assessment
import FlywheelKit
import Testing

/// When little is decided, and when that may be chance.
@Suite struct DecisionPaceTests {
    private func decided(_ decides: @escaping @Sendable (Int) -> Bool, weeks: Int = 52) throws -> (Yield, String) {
        var organisation = Organisation()
        organisation.weeks = weeks
        organisation.decides = decides
        let health = WheelHealth(of: try organisation.history(seed: 1))
        let phase = try #require(health.phases.first { $0.phase == .betterDecisions })
        return (phase.main, health.stall.verdict.code)
    }

    @Test func oneAMonthIsAllThatIsAskedFor() throws {
        let (pace, verdict) = try decided { $0 % 28 == 20 }
        #expect(try #require(pace.value) > 0.9 && verdict == "healthy")
    }

    /// Five on one day are one evening's meeting.
    @Test func decisionsOfOneWeekCountOnce() throws {
        let (once, _) = try decided { $0 % 70 == 21 }
        let (often, _) = try decided { (21..<26).contains($0 % 70) }
        #expect(once.value == often.value && once.interval == often.interval)
    }

    /// Nine in a year, none of them in three of its months: the pace holds over the year.
    @Test func aQuarterWithoutOneIsChance() throws {
        let (pace, verdict) = try decided { day in day % 28 == 20 && !(200..<290).contains(day) }
        #expect(verdict == "healthy" && pace.weeks.count == 52)
    }

    /// One every fortnight, and then none for five months.
    @Test func aSilenceThatIsLongForItsPaceIsAStall() throws {
        let (pace, verdict) = try decided { day in day % 14 == 13 && day < 214 }
        #expect(verdict == "no-decision" && pace.value == 0)
    }

    @Test func elevenWeeksWithoutOneSayNothing() throws {
        let (pace, verdict) = try decided({ _ in false }, weeks: 11)
        #expect(pace.value == nil && verdict == "inconclusive")
        #expect(pace.unknown?.hasSuffix("and it takes 12") == true)
    }
}
