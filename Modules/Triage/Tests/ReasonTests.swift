import Statistics
import Testing
import Triage

@Suite struct ReasonTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func withoutItsReasonsAMessageIsAboutSomethingElse(seed: UInt64) throws {
        let training = seed.isMultiple(of: 2) ? Tickets.several(150, seed: seed) : Tickets.single(each: 25, seed: seed)
        let model = try TriageModel.train(on: training)
        var random = SplitMix64(seed: seed + 50)
        for _ in 0..<60 {
            let about = [Tickets.labels.randomElement(using: &random), Tickets.labels.randomElement(using: &random)]
            let message = Tickets.text(about: about.compactMap(\.self), &random)
            let found = model.classify(message)
            let rest = model.classify(message.without(found.reasons))
            #expect(!found.reasons.isEmpty, "\(message)")
            #expect(rest.best == nil || rest.best?.label != found.best?.label, "\(message)")
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func theReasonsOfALongMessageSuffice(seed: UInt64) throws {
        let model = try TriageModel.train(on: Tickets.single(each: 25, seed: seed))
        var random = SplitMix64(seed: seed)
        for _ in 0..<8 {
            let about = (0..<30).compactMap { _ in Tickets.labels.randomElement(using: &random) }
            let message = Tickets.text(about: about, &random)
            let found = model.classify(message)
            let rest = model.classify(message.without(found.reasons))
            #expect(rest.best == nil || rest.best?.label != found.best?.label)
        }
    }

    @Test func aReasonIsThePhraseThatWasWritten() throws {
        let model = try TriageModel.train(on: Tickets.single(each: 25, seed: 3))
        let message = "Hello – my NEW lamp has a Faulty Zip, thanks"
        let found = model.classify(message)
        #expect(found.best?.label == "defect")
        #expect(found.reasons.first.map { String($0.text(in: message)) } == "Faulty Zip")
        #expect(found.reasons.map(\.weight) == found.reasons.map(\.weight).sorted(by: >))
        #expect(found.reasons.reduce(0) { $0 + $1.weight } <= 1.000_001)
    }

    @Test func wordsThatNoTrainingMessageHadAreNamed() throws {
        let model = try TriageModel.train(on: Tickets.single(each: 25, seed: 3))
        let message = "refund the Qwxyz"
        let words = model.classify(message).newWords.map { String(decoding: Array(message.utf8)[$0], as: UTF8.self) }
        #expect(words == ["Qwxyz"])
    }

    @Test(arguments: ["", "  \n", "?!.", "xyzzyq"])
    func aMessageWithoutAKnownWordHasNoLabel(message: String) throws {
        let model = try TriageModel.train(on: Tickets.single(each: 10, seed: 3))
        let found = model.classify(message)
        #expect(found.best == nil)
        #expect(found.scope == 0)
        #expect(found.reasons.isEmpty)
    }
}

extension String {
    /// The message without the words of some reasons.
    fileprivate func without(_ reasons: [Reason]) -> String {
        var bytes = Array(utf8)
        for reason in reasons.sorted(by: { $0.utf8.lowerBound > $1.utf8.lowerBound }) {
            bytes.replaceSubrange(reason.utf8, with: [])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
