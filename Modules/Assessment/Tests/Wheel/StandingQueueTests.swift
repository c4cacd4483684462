import Assessment
import FlywheelKit
import Testing

/// When a late queue is one that people cannot keep up with.
@Suite struct StandingQueueTests {
    private func cleared(_ history: WorkHistory) throws -> Yield {
        let resolution = try #require(WheelHealth(of: history).phases.first { $0.phase == .resolution })
        return try #require(resolution.others.first { $0.measure == .cleared })
    }

    @Test func aQueueThatIsWorkedOffEachDayIsCleared() throws {
        var organisation = Organisation()
        organisation.capacity = { _ in 30 }
        #expect(try cleared(organisation.history(seed: 1)).value == 1)
    }

    /// More comes than is done, in order of worth: what is taken is taken soon, and what waits is never worked off.
    @Test func aQueueThatGrowsIsNotHoweverSoonItsFirstRowsAreTaken() throws {
        var organisation = Organisation()
        organisation.capacity = { _ in 9 }
        let history = try organisation.history(seed: 1)
        #expect(try #require(cleared(history).value) < 0.25)
        #expect(WheelHealth(of: history).stall.verdict == .stalled(.noCapacity))
    }

    /// A tenth of the rows is left for good, and all others are taken at once: people have the time and do not want to.
    @Test func rowsThatNobodyEverTakesOnWaitForNoTime() throws {
        var organisation = Organisation()
        organisation.capacity = { _ in 30 }
        var history = try organisation.history(seed: 2)
        for place in history.problems.indices where place.isMultiple(of: 10) {
            history.problems[place].claimed = nil
            history.problems[place].ended = nil
            history.problems[place].closer = nil
            history.problems[place].verdict = nil
            history.problems[place].isVerified = nil
            history.problems[place].verified = nil
            history.problems[place].rankAtClaim = nil
        }
        #expect(try cleared(history).value == 1)
        #expect(WheelHealth(of: history).stall.verdict == .healthy)
    }

    /// Short of people for a year, and then, ten weeks before the end, no longer.
    @Test func whatWasRelievedIsNoStallAnyMore() throws {
        var organisation = Organisation()
        organisation.capacity = { day in day < 32 * 7 ? 9.5 : day < 38 * 7 ? 60 : 20 }
        #expect(WheelHealth(of: try organisation.history(seed: 3)).stall.verdict == .healthy)
    }
}
