import BenchmarkScores
import Statistics
import Testing

@Suite struct AccuracyTests {
    static let forecast = [10.0, 12, 8, 0, 5]
    static let actual = [8.0, 15, 8, 0, 0]

    /// By hand: the errors are 2, −3, 0, 0 and 5.
    @Test func measuresAgreeWithHandwork() throws {
        #expect(Accuracy.meanAbsoluteError(of: Self.forecast, against: Self.actual) == 2)
        #expect(Accuracy.meanSquaredError(of: Self.forecast, against: Self.actual) == 7.6)
        #expect(Accuracy.bias(of: Self.forecast, against: Self.actual) == 0.8)
        let percentage = try #require(Accuracy.symmetricPercentageError(of: Self.forecast, against: Self.actual))
        #expect(abs(percentage - (400.0 / 18 + 600.0 / 27 + 0 + 0 + 200) / 5) < 1e-9)
        let loss = try #require(Accuracy.pinballLoss(of: Self.forecast, level: 0.9, against: Self.actual))
        #expect(abs(loss - (0.2 + 2.7 + 0.5) / 5) < 1e-12)
        #expect(Accuracy.coverage(from: [8, 16, 0], to: [9, 17, 9], of: [8.0, 15, 9]) == 2.0 / 3)
    }

    @Test func nothingIsMeasuredOfNothing() {
        let none: [Double] = []
        #expect(Accuracy.meanAbsoluteError(of: none, against: none) == nil)
        #expect(Accuracy.symmetricPercentageError(of: none, against: none) == nil)
        #expect(Accuracy.coverage(from: none, to: none, of: none) == nil)
        #expect(ErrorScale(training: [1, 3])?.meanAbsoluteScaledError(of: none, against: none) == nil)
    }

    /// By hand: at lag 1 the differences are 2, −1 and 4, at lag 2 they are 1 and 3.
    @Test func scaleIsTheNaiveErrorOfTheTraining() throws {
        let training = [1.0, 3, 2, 6]
        let scale = try #require(ErrorScale(training: training))
        #expect(scale.meanAbsolute == 7.0 / 3 && scale.meanSquared == 7)
        #expect(scale.rootMeanSquaredScaledError(of: [9], against: [2.0]) == 7.0.squareRoot())
        #expect(scale.meanAbsoluteScaledError(of: [9], against: [2.0]) == 3)
        let seasonal = try #require(ErrorScale(training: training, season: 2))
        #expect(seasonal.meanAbsolute == 2 && seasonal.meanSquared == 5)
    }

    @Test func constantAndShortTrainingsHaveNoScale() {
        #expect(ErrorScale(training: [4, 4, 4, 4]) == nil)
        #expect(ErrorScale(training: [4]) == nil)
        #expect(ErrorScale(training: [4, 5], season: 2) == nil)
        #expect(ErrorScale(training: [1, 2, 1, 2], season: 2) == nil)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func scaledErrorsKnowNoUnits(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (training, forecast, actual) = (
            (0..<30).map { _ in random.normal() }, (0..<8).map { _ in random.normal() },
            (0..<8).map { _ in random.normal() }
        )
        let factor = 0.001 + 1_000 * random.uniform()
        let (one, other) = try (
            #require(ErrorScale(training: training)), #require(ErrorScale(training: training.map { $0 * factor }))
        )
        let error = try #require(one.rootMeanSquaredScaledError(of: forecast, against: actual))
        let scaled = try #require(
            other.rootMeanSquaredScaledError(of: forecast.map { $0 * factor }, against: actual.map { $0 * factor }))
        #expect(abs(scaled / error - 1) < 1e-9)
    }

    @Test(arguments: [0.1, 0.5, 0.9]) func pinballLossIsLeastAtTheQuantile(level: Double) throws {
        var random = SplitMix64(seed: 7)
        let sample = (0..<2001).map { _ in random.normal() }
        let quantile = try #require(Robust.quantile(of: sample, level))
        func loss(_ value: Double) throws -> Double {
            try #require(
                Accuracy.pinballLoss(of: sample.map { _ in value }, level: level, against: sample))
        }
        let least = try loss(quantile)
        #expect(try loss(quantile - 0.1) > least)
        #expect(try loss(quantile + 0.1) > least)
    }
}
