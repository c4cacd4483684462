import Statistics
import Testing

@testable import Triage

@Suite struct DescentTests {
    @Test func theMachineOfTwoMessagesIsTheKnownOne() {
        // Messages of length one without a word in common, and an intercept of one: x·x = 2, x·x' = 1. By symmetry both have
        // the multiplier α with 2α - α - 1 + α/4 = 0 at a cost of 2, so α = 0.8, and the score is 2α - α.
        let corpus = WeightedCorpus(Corpus(["a", "b"]), knowing: [0, 1])
        var descent = DualDescent()
        (descent.passes, descent.tolerance) = (1000, 1e-6)
        let weights = descent.weights(from: corpus, messages: [0, 1], targets: [[0], [1]], labels: 2, seed: 1)
        let scores = weights.scores(of: 0, in: corpus)
        #expect(abs(scores[0] - 0.8) < 1e-4)
        #expect(abs(scores[1] + 0.8) < 1e-4)
        #expect(abs(weights.intercepts[0]) < 1e-4)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func theOrderOfStepsHardlyMattersInTheEnd(seed: UInt64) {
        let messages = Tickets.single(each: 15, seed: seed)
        let corpus = WeightedCorpus(Corpus(messages.map(\.text)), knowing: Array(messages.indices))
        let targets = messages.map { $0.labels.compactMap(Tickets.labels.firstIndex(of:)) }
        var descent = DualDescent()
        (descent.passes, descent.tolerance) = (400, 1e-4)
        let one = descent.weights(from: corpus, messages: Array(messages.indices), targets: targets, labels: 4, seed: 1)
        let other = descent.weights(
            from: corpus, messages: Array(messages.indices), targets: targets, labels: 4, seed: 2)
        for message in messages.indices {
            for (a, b) in zip(one.scores(of: message, in: corpus), other.scores(of: message, in: corpus)) {
                #expect(abs(a - b) < 0.01)
            }
        }
    }
}
