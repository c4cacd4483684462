import Statistics
import Testing

@Suite struct TrackingSignalTests {
    @Test func isTheSumOfErrorsInMeanAbsoluteDeviations() {
        var signal = TrackingSignal()
        #expect(signal.value == 0)
        for error in [2.0, -1, 3, 4] { signal.add(error: error) }
        #expect(signal.sum == 8)
        #expect(signal.deviation == 2.5)
        #expect(signal.value == 3.2)
    }

    @Test func smoothsTheDeviationOnceThereAreEnoughErrors() {
        var signal = TrackingSignal(smoothing: 0.5)
        for error in [2.0, 2, -4, 0] { signal.add(error: error) }
        // 2, 2, then half of the way to 4, then half of the way to 0.
        #expect(signal.deviation == 1.5)
        #expect(signal.value == 0)
    }

    @Test func growsByOneWithEachErrorOfAForecastThatIsAlwaysTooLow() {
        var signal = TrackingSignal()
        for count in 1...20 {
            signal.add(error: 7)
            #expect(abs(signal.value - Double(count)) < 1e-12)
        }
    }

    /// Why an alarm needs more than the limit of 4 alone.
    @Test func wandersBeyondFourWithoutAnyBias() {
        var random = SplitMix64(seed: 4)
        var beyond = [0, 0]
        for _ in 0..<2_000 {
            var signal = TrackingSignal()
            for count in 1...26 {
                signal.add(error: random.normal())
                if abs(signal.value) > 4, count == 4 || count == 26 { beyond[count / 26] += 1 }
            }
        }
        #expect(beyond[0] < 200)
        #expect((800...1_200).contains(beyond[1]), "\(beyond)")
    }
}
