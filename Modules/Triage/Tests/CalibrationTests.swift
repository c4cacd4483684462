import Statistics
import Testing

@testable import Triage

@Suite struct CalibrationTests {
    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func theTemperatureThatMadeTheLabelsIsFound(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let set = try TrainingSet(Tickets.single(each: 150, seed: 1))
        let scores = set.targets.map { _ in (0..<4).map { _ in Float(random.uniform() * 2 - 1) } }
        let targets = scores.map { scores in
            let odds = Calibration(isMultiLabel: false, slopes: [3, 3, 3, 3], offsets: [0, 0, 0, 0]).odds(of: scores)
            var left = Float(random.uniform())
            return [
                odds.firstIndex {
                    left -= $0; return left < 0
                } ?? 3
            ]
        }
        let fitted = Calibration(scores, targets, set)
        #expect(abs(fitted.slopes[0] - 3) < 0.6)
        #expect(fitted.offsets == [0, 0, 0, 0])
        // A softmax made them, so what it states is what happens.
        #expect(abs(fitted.sureness.slope - 1) < 0.25)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func whatIsStatedIsHowOftenItIsRight(seed: UInt64) throws {
        // The best label is right less often than a softmax with one temperature says where it is sure, and more often where
        // it is not.
        var random = SplitMix64(seed: seed)
        let set = try TrainingSet(Tickets.single(each: 4, seed: 1))
        let scores = (0..<5_000).map { _ in (0..<4).map { _ in Float(random.uniform() * 6 - 3) } }
        let targets = scores.map { scores in
            let softmax = Softmax(scores)
            let isRight = Float(random.uniform()) < Sureness(slope: 0.5, offset: 0.4).probability(of: softmax)
            return [isRight ? softmax.best : (softmax.best + 1 + Int(random.uniform() * 3)) % 4]
        }
        let fitted = Calibration(scores, targets, set)
        let rows = zip(scores, targets).map { scores, target in
            let odds = fitted.odds(of: scores)
            let best = odds.indices.max { odds[$0] < odds[$1] } ?? 0
            return (stated: Double(odds[best]), isTrue: target == [best])
        }
        #expect(try #require(CalibrationError.value(rows)) < 0.03)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func theBestLabelStaysTheBestHoweverLittleItIsTrusted(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let doubt = Sureness(slope: 0.1, offset: -3)
        let calibration = Calibration(
            isMultiLabel: false, slopes: [1, 1, 1], offsets: [0, 0, 0], sureness: doubt)
        for _ in 0..<200 {
            let scores = (0..<3).map { _ in Float(random.uniform() * 40 - 20) }
            let odds = calibration.odds(of: scores)
            #expect(abs(odds.reduce(0, +) - 1) < 1e-5)
            let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
            #expect(odds.allSatisfy { $0 <= odds[best] + 1e-6 }, "\(scores)")
        }
    }

    @Test func theSoftmaxIsTheKnownOne() {
        let calibration = Calibration(isMultiLabel: false, slopes: [2, 2], offsets: [0, 0])
        // 1 / (1 + e⁻²) for scores one apart.
        #expect(abs(calibration.odds(of: [1, 0])[0] - 0.880_797) < 1e-5)
        #expect(abs(calibration.odds(of: [1, 0]).reduce(0, +) - 1) < 1e-6)
    }

    @Test func theLossIsTheKnownOne() {
        let single = Calibration(isMultiLabel: false, slopes: [2, 2], offsets: [0, 0])
        // ln(1 + e⁻²) for the likelier label, and ln(1 + e²) for the other.
        #expect(abs(single.loss(of: [[1, 0], [1, 0]], [[0], [1]]) - (0.126_928 + 2.126_928)) < 1e-4)
        let several = Calibration(isMultiLabel: true, slopes: [2, 2], offsets: [0, 0])
        // Each label by itself: one that is there at 1, and one that is not at 0.
        #expect(abs(several.loss(of: [[1, 0]], [[0]]) - (0.126_928 + 0.693_147)) < 1e-4)
    }

    @Test func theLogisticFitIsTheKnownOne() {
        // Four of five at 1 and one of five at -1: with Platt's targets of 6/7 and 1/7 the log-odds at ±1 are
        // ± ln((0.8·6 + 0.2·1)/(0.2·6 + 0.8·1)) = ± ln 2.5.
        let rows = (0..<5).map { _ in [1.0] } + (0..<5).map { _ in [-1.0] }
        let fit = LogisticFit(rows, happened: [true, true, true, true, false, true, false, false, false, false])
        #expect(abs(fit.coefficients[0] - 0.916_290_7) < 1e-5)
        #expect(abs(fit.coefficients[1]) < 1e-6)
    }

    @Test func aFitToWhatIsPartedWithoutAFaultStaysFinite() {
        let fit = LogisticFit([[-2], [-1], [1], [2]], happened: [false, false, true, true])
        #expect(fit.coefficients.allSatisfy { abs($0) < 5 })
        #expect(fit.coefficients[0] > 0)
    }

    @Test func scopeRisesWithTheBestScore() {
        var random = SplitMix64(seed: 4)
        func scores(_ best: Double) -> [Float] { [Float(best + random.uniform()), 0, Float(-random.uniform())] }
        let curve = ScopeCurve(
            inScope: (0..<200).map { _ in scores(2) }, foreign: (0..<200).map { _ in scores(0) })
        #expect(curve.probability(of: [3, 0, 0]) > 0.9)
        #expect(curve.probability(of: [0.2, 0, 0]) < 0.1)
    }
}

extension Calibration {
    fileprivate func odds(of scores: [Float]) -> [Float] {
        var odds = scores
        probabilities(of: logits(of: scores), into: &odds)
        return odds
    }
}
