import Cases
import FlywheelKit
import Testing

/// What must hold for every case, whatever its log, promises and calendars.
@Suite struct ClockPropertyTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func clocksAgreeWithLookingAtEveryMinute(seed: UInt64) throws {
        let sample = try SlowClocks(seed: seed)
        let (readings, counted) = (sample.readings(), sample.counted())
        for kind in ClockReading.Kind.allCases {
            #expect(readings.filter { $0.kind == kind } == counted.filter { $0.kind == kind })
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func timeNeverTakesBackWhatWasUsedOrMendsWhatWasBreached(seed: UInt64) throws {
        let sample = try SlowClocks(seed: seed)
        // The same promise all the time: another one may be kinder.
        let promises = Promises(
            [PromiseRule(sample.promises[0])], calendars: sample.calendars)
        var matter = Case(source: "test", code: "\(seed)", account: "north")
        for event in sample.matter.events {
            if case .promise = event.what { continue }
            matter.add(event)
        }
        var before: [ClockReading] = []
        for step in 0..<40 {
            let now = Instant(seconds: sample.now.seconds - 120_000 + Int64(step) * 6_000)
            let after = promises.readings(of: matter, at: now).filter { $0.kind == .firstResponse }
            for (old, new) in zip(before, after) {
                #expect((new.used ?? 0) >= (old.used ?? 0))
                #expect(old.state != .breached || new.state == .breached)
                #expect((new.used ?? 0) <= (new.age ?? 0))
            }
            before = after
        }
    }
}
