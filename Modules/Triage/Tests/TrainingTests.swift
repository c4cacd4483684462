import Statistics
import Testing

@testable import Triage

@Suite struct TrainingTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func messagesOfTheSameKindsAreToldApart(seed: UInt64) throws {
        let model = try TriageModel.train(on: Tickets.single(each: 30, seed: seed))
        let others = Tickets.single(each: 20, seed: seed + 100)
        let right = others.count { message in
            model.classify(message.text).best.map { message.labels.contains($0.label) } ?? false
        }
        #expect(right >= others.count * 95 / 100)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func theOrderOfMessagesChangesNothing(seed: UInt64) throws {
        let messages = Tickets.single(each: 12, seed: seed)
        var random = SplitMix64(seed: seed)
        #expect(try TriageModel.train(on: messages) == TriageModel.train(on: messages.shuffled(using: &random)))
    }

    @Test func everyMessageIsJudgedByAModelOfOtherOnes() throws {
        // Of four messages each part has one, so a label that one message expresses in words of its own is unknown to the
        // model that judges it.
        let words = ["apple", "brick", "cloud", "delta", "eagle", "flute", "grape", "hotel"]
        let set = try TrainingSet(words.enumerated().map { LabelledMessage($1, labels: [$0 < 4 ? "one" : "other"]) })
        let judgement = Judgement(Training(set: set, corpus: Corpus(set.texts), options: TrainingOptions()))
        #expect(judgement.unseen.count == 8)
        #expect(Judgement.costs.contains(judgement.cost))
        for (scores, target) in zip(judgement.unseen, set.targets) { #expect(scores[target[0]] < 0.5) }
    }

    @Test func aModelIsNotTriedByTextsThatItHasSeen() throws {
        var random = SplitMix64(seed: 5)
        let letters = (0..<60).map { _ in
            let words = (0..<6).map { _ in
                String((0..<5).map { _ in "abcdefghijklmnop".randomElement(using: &random) ?? "a" })
            }
            return (text: words.joined(separator: " "), label: Bool.random(using: &random) ? "one" : "other")
        }
        let messages = letters.flatMap { letter in
            (0..<10).map { copy in
                LabelledMessage(copy % 2 == 0 ? letter.text : " \(letter.text.uppercased())\n", labels: [letter.label])
            }
        }
        let set = try TrainingSet(messages)
        let judgement = Judgement(Training(set: set, corpus: Corpus(set.texts), options: TrainingOptions()))
        let right = zip(judgement.unseen, set.targets).count { scores, target in
            scores.firstIndex(of: scores.max() ?? 0) == target[0]
        }
        #expect(right < messages.count * 7 / 10, "labels by coin cannot be told")
    }

    @Test func oneKindOfMessageIsNothingToTellApart() {
        let messages = Tickets.single(each: 10, seed: 1).filter { $0.labels == ["refund"] }
        #expect(throws: TrainingError.tooFewLabels(found: 1)) { try TriageModel.train(on: messages) }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func aMessageMayBeAboutTwoThings(seed: UInt64) throws {
        let model = try TriageModel.train(on: Tickets.several(200, seed: seed))
        #expect(model.isMultiLabel)
        let others = Tickets.several(100, seed: seed + 100)
        let right = others.count { message in
            Set(model.classify(message.text).labels.filter { $0.confidence >= 0.5 }.map(\.label)) == message.labels
        }
        #expect(right >= 85)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func messagesAboutOtherThingsAreOutOfScope(seed: UInt64) throws {
        let model = try TriageModel.train(on: Tickets.single(each: 40, seed: seed))
        var random = SplitMix64(seed: seed)
        let foreign = (0..<50).map { _ in model.classify(Tickets.foreign(&random)).scope }
        let known = Tickets.single(each: 15, seed: seed + 100).map { model.classify($0.text).scope }
        let ranking = RankingQuality(
            scores: foreign + known, happened: foreign.map { _ in false } + known.map { _ in true })
        #expect(try #require(ranking).areaUnderCurve > 0.95)
    }

    @Test func messagesWithoutALabelTeachWhatIsOutOfScope() throws {
        var random = SplitMix64(seed: 5)
        let foreign = (0..<40).map { _ in LabelledMessage(Tickets.foreign(&random), labels: []) }
        let model = try TriageModel.train(on: Tickets.single(each: 30, seed: 5) + foreign)
        #expect(model.classify("what a nice recipe").scope < 0.5)
        #expect(model.classify("my refund please, charged twice").scope > 0.9)
    }

    @Test(arguments: [0, 10, 40])
    func oneInTenOfTheJudgedMessagesIsForeign(given: Int) throws {
        var random = SplitMix64(seed: 6)
        let foreign = (0..<given).map { _ in LabelledMessage(Tickets.foreign(&random), labels: []) }
        let judged = try TriageModel.train(on: Tickets.single(each: 40, seed: 6) + foreign).judged
        let count = judged.count(where: \.isForeign)
        #expect(judged.count - count == 160)
        #expect(count == max(given, 17))
        #expect(!judged.contains { $0.isForeign && $0.isRight })
    }

    @Test func messagesWithoutWordsTeachNothing() throws {
        let empty = Tickets.labels.flatMap { label in (0..<5).map { _ in LabelledMessage("...", labels: [label]) } }
        let model = try TriageModel.train(on: empty)
        #expect(model.classify("refund").best == nil)
        #expect(try TriageModel(bytes: model.bytes) == model)
    }

    @Test func aLabelOfThreeMessagesIsNotLearnt() throws {
        let few = (1...3).map { LabelledMessage("invoice number \($0)", labels: ["invoice"]) }
        let model = try TriageModel.train(on: Tickets.single(each: 10, seed: 1) + few)
        #expect(model.labels == Tickets.labels)
    }

    @Test func weightsThatWouldTakeTooManyBytesLeaveSeldomFeaturesOut() throws {
        var options = TrainingOptions()
        options.mostBytes = 16 * 200
        let messages = Tickets.single(each: 20, seed: 2)
        let model = try TriageModel.train(on: messages, options)
        #expect(model.bytes.count < 8_000)
        let right = messages.count { message in
            model.classify(message.text).best.map { message.labels.contains($0.label) } ?? false
        }
        #expect(right > messages.count * 8 / 10)
    }
}
