import Calendars
import Testing

/// What must hold for every calendar, whatever its zone, hours, holidays and pauses.
@Suite struct BusinessPropertyTests {
    @Test(arguments: 1...90 as ClosedRange<UInt64>)
    func countingAgreesWithLookingAtEveryMinute(seed: UInt64) throws {
        let sample = try RandomCalendar(seed: seed)
        let (calendar, start, end) = (sample.calendar, sample.start, sample.end)
        #expect(calendar.businessSeconds(from: start, to: end) == sample.countedSeconds(from: start, to: end))
        #expect(
            calendar.businessSeconds(from: start, to: end, pauses: sample.pauses)
                == sample.countedSeconds(from: start, to: end, pauses: sample.pauses))
        for minute in stride(from: start, to: end, by: 2_220) {
            #expect(calendar.isOpen(at: minute + 30) == sample.isOpen(minute + 30))
        }
    }

    @Test(arguments: 1...90 as ClosedRange<UInt64>)
    func untilWorkIsDueItsSecondsPassAndNotBefore(seed: UInt64) throws {
        let sample = try RandomCalendar(seed: seed)
        var random = SplitMix(seed: seed)
        for pauses in [[], sample.pauses] {
            for _ in 0..<20 {
                let seconds = Int64.random(in: 1...400_000, using: &random)
                let due = try #require(
                    sample.calendar.due(after: sample.start, businessSeconds: seconds, pauses: pauses))
                #expect(sample.calendar.businessSeconds(from: sample.start, to: due, pauses: pauses) == seconds)
                #expect(
                    sample.calendar.businessSeconds(from: sample.start, to: due - 1, pauses: pauses) == seconds - 1)
            }
        }
    }

    @Test(arguments: 1...90 as ClosedRange<UInt64>)
    func businessTimeAddsUpAndNeverRunsBackwardsOrFasterThanTime(seed: UInt64) throws {
        let sample = try RandomCalendar(seed: seed)
        var random = SplitMix(seed: seed)
        let cuts = (0..<20).map { _ in Int64.random(in: sample.start...sample.end, using: &random) }.sorted()
        var previous: Int64 = 0
        for cut in cuts {
            let before = sample.calendar.businessSeconds(from: sample.start, to: cut, pauses: sample.pauses)
            let after = sample.calendar.businessSeconds(from: cut, to: sample.end, pauses: sample.pauses)
            let whole = sample.calendar.businessSeconds(from: sample.start, to: sample.end, pauses: sample.pauses)
            #expect(before + after == whole)
            #expect((previous...cut - sample.start).contains(before))
            previous = before
        }
    }

    @Test(arguments: 1...90 as ClosedRange<UInt64>)
    func dueTimesAreInTheOrderOfTheirWorkAndOfTheirStarts(seed: UInt64) throws {
        let sample = try RandomCalendar(seed: seed)
        var random = SplitMix(seed: seed)
        var (previousByWork, previousByStart) = (sample.start, sample.start)
        for step in Int64(0)..<40 {
            let byWork = try #require(
                sample.calendar.due(after: sample.start, businessSeconds: step * 5_000, pauses: sample.pauses))
            let start = sample.start + step * 7_000 + Int64.random(in: 0..<7_000, using: &random)
            let byStart = try #require(
                sample.calendar.due(after: start, businessSeconds: 20_000, pauses: sample.pauses))
            #expect(byWork >= previousByWork)
            #expect(byStart >= previousByStart)
            (previousByWork, previousByStart) = (byWork, byStart)
        }
    }

    @Test(arguments: 1...90 as ClosedRange<UInt64>)
    func theNextOpeningIsOpenAndNothingBeforeItIs(seed: UInt64) throws {
        let sample = try RandomCalendar(seed: seed)
        for minute in stride(from: sample.start, to: sample.end, by: 5_460) {
            let opening = try #require(sample.calendar.nextOpening(after: minute))
            #expect(sample.calendar.isOpen(at: opening))
            #expect(sample.calendar.businessSeconds(from: minute, to: opening) == 0)
        }
    }
}
