import Statistics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct SurvivalTests {
    /// By numpy from the definition, with a mean of 10 days and a weight of 8.
    @Test func agreesWithTheDefinition() {
        let survival = Survival(priorMeanDays: 10, record: SurvivalRecord(RecordCurveTests.golden))
        let fresh = [1, 0.8825799562858451, 0.7715450523055013, 0.7225969061195199, 0.616537705739186]
        let older = [1, 0.8532249453573064, 0.7941739716872492, 0.7392098657422345]
        #expect(zip(survival.probabilities(age: 0, horizon: 5), fresh).allSatisfy { isClose($0, $1) })
        #expect(zip(survival.probabilities(age: 3, horizon: 4), older).allSatisfy { isClose($0, $1) })
        #expect(isClose(survival.expectedDays(age: 3, horizon: 30), 9.961457542814195))
    }

    @Test(arguments: [0, 1, 20, 729, 730, Int.max]) func withoutDataItForgetsTheAge(age: Int) {
        let probabilities = Survival(priorMeanDays: 6).probabilities(age: age, horizon: 30)
        for (ahead, probability) in probabilities.enumerated() {
            #expect(isClose(probability, exp(-Double(ahead) / 6)))
        }
    }

    @Test func aHorizonCountsToday() {
        let survival = Survival(priorMeanDays: 6)
        #expect(survival.probabilities(age: 4, horizon: 0).isEmpty)
        #expect(survival.probabilities(age: 4, horizon: 1) == [1])
        #expect(survival.expectedDays(age: 4, horizon: 1) == 1)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func muchDataTendsToTheRecordAlone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let observations = randomObservations(20_000, &random)
        let estimate = try #require(DurationCurve(days: observations))
        let probabilities = Survival(priorMeanDays: 60, record: SurvivalRecord(observations)).probabilities(
            age: 2, horizon: 12)
        for (ahead, probability) in probabilities.enumerated() {
            let expected = estimate.survival(at: Double(2 + ahead)) / estimate.survival(at: 2)
            #expect(isClose(probability, expected, relative: 0.02), "ahead \(ahead)")
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func probabilitiesNeverRise(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let survival = Survival(
            priorMeanDays: random.powerOfTen(-2...4), record: SurvivalRecord(randomObservations(30, &random)),
            priorWeight: random.powerOfTen(-3...3))
        let age = Int(20 * random.uniform())
        let probabilities = survival.probabilities(age: age, horizon: 90)
        #expect(probabilities.count == 90 && probabilities[0] == 1)
        #expect(probabilities.allSatisfy { (0...1).contains($0) })
        #expect(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 >= $1 })
        #expect((1...90).contains(survival.expectedDays(age: age, horizon: 90)))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func aHeavierPriorPullsHarder(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let record = SurvivalRecord(randomObservations(50, &random))
        let prior = Survival(priorMeanDays: 90).expectedDays(age: 0, horizon: 30)
        let distances = [1.0, 8, 100, 1e6].map { weight in
            abs(
                prior
                    - Survival(priorMeanDays: 90, record: record, priorWeight: weight).expectedDays(age: 0, horizon: 30)
            )
        }
        #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 >= $1 }, "\(distances)")
    }
}
