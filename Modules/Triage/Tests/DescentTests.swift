import Statistics
import Testing

@testable import Triage

@Suite struct DescentTests {
    @Test func theMachineOfTwoMessagesIsTheKnownOne() {
        // Messages of length one without a word in common, and an intercept of one: x·x = 2, x·x' = 1. By symmetry both have
        // the multiplier α with 2α - α - 1 + α/4 = 0 at a cost of 2, so α = 0.8, and the score is 2α - α.
        let corpus = WeightedCorpus(Corpus(["a", "b"]), knowing: [0, 1])
        var descent = DualDescent(cost: 2)
        (descent.passes, descent.tolerance) = (1000, 1e-6)
        let weights = descent.weights(from: corpus, messages: [0, 1], targets: [[0], [1]], labels: 2, seed: 1)
        let scores = weights.scores(of: 0, in: corpus)
        #expect(abs(scores[0] - 0.8) < 1e-4)
        #expect(abs(scores[1] + 0.8) < 1e-4)
        #expect(abs(weights.intercepts[0]) < 1e-4)
    }

    @Test func aSeldomLabelIsMissedAtTheSameCostAsAFrequentOne() {
        // Ten messages of the same words, one of which has the other label: by what errors cost together, both labels are alike.
        let corpus = WeightedCorpus(Corpus(Array(repeating: "parcel", count: 10)), knowing: Array(0..<10))
        var descent = DualDescent(cost: 2)
        (descent.passes, descent.tolerance) = (2000, 1e-6)
        let targets = [[0]] + Array(repeating: [1], count: 9)
        let weights = descent.weights(from: corpus, messages: Array(0..<10), targets: targets, labels: 2, seed: 1)
        // C is 10 for the one message that has label 0 and 2 for the nine that have not; the best constant score s minimises
        // s²/4 + 10·(1 - s)² + 18·(1 + s)², x·x being 2, of which the root is -16/56.5.
        #expect(abs(weights.scores(of: 0, in: corpus)[0] + 16 / 56.5) < 1e-3)
    }

    @Test func wordsAreAsLongAsTheirParts() {
        let corpus = WeightedCorpus(Corpus(["unsubscribe", "my two odd socks"]), knowing: [0, 1])
        for message in 0..<2 {
            var squares = SIMD2<Float>.zero
            for place in corpus.corpus.starts[message]..<corpus.corpus.starts[message + 1] {
                squares[corpus.corpus.blocks[Int(corpus.corpus.features[place])].index] +=
                    corpus.values[place] * corpus.values[place]
            }
            #expect(abs(squares[0] - 0.5) < 1e-5)
            #expect(abs(squares[1] - 0.5) < 1e-5)
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func theOrderOfStepsHardlyMattersInTheEnd(seed: UInt64) {
        let messages = Tickets.single(each: 15, seed: seed)
        let corpus = WeightedCorpus(Corpus(messages.map(\.text)), knowing: Array(messages.indices))
        let targets = messages.map { $0.labels.compactMap(Tickets.labels.firstIndex(of:)) }
        var descent = DualDescent(cost: 2)
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
