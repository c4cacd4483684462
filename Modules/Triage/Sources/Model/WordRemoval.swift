/// Finds the words without which a message would be about something else.
///
/// Takes away the word that speaks most for the best label rather than the next one, and again, until the best label is
/// another or no word is left that the model knows. What it takes away are the reasons.
struct WordRemoval: Sendable {
    /// For the words: whether each is taken away, and what it said when it was.
    private var isRemoved: [Bool] = []
    private var weights: [Float] = []

    /// Lists the reasons of a message's best label, by weight; words that stand together are one.
    ///
    /// - Parameter evidence: of the whole message; afterwards of what is left of it.
    mutating func find(
        _ words: MessageWords, _ evidence: inout MessageEvidence, _ logits: inout [Float], _ model: TriageModel,
        into reasons: inout [Reason]
    ) {
        let count = words.words.count
        isRemoved.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        for _ in 0..<count {
            isRemoved.append(false)
            weights.append(0)
        }
        let best = Self.best(of: logits, besides: -1)
        var left = count
        while left > 0, evidence.isAny, Self.best(of: logits, besides: -1) == best {
            let next = Self.best(of: logits, besides: best)
            var (strongest, weight) = (-1, -Float.infinity)
            for word in 0..<count where !isRemoved[word] {
                let said = support(of: word, evidence, for: best, over: next, model)
                if strongest < 0 || said > weight { (strongest, weight) = (word, said) }
            }
            remove(strongest, words, &evidence, model)
            weights[strongest] = weight
            evidence.logits(into: &logits, model)
            left -= 1
        }
        list(words, into: &reasons)
    }

    /// The label of the highest score, another one than the one named.
    private static func best(of logits: [Float], besides other: Int) -> Int {
        var best = other == 0 ? 1 : 0
        for label in logits.indices where label != other && logits[label] > logits[best] { best = label }
        return best
    }

    /// By how much a word and its pairs speak for one label rather than for another.
    private func support(
        of word: Int, _ evidence: MessageEvidence, for best: Int, over next: Int,
        _ model: TriageModel
    ) -> Float {
        var sum: Float = 0
        for place in evidence.wordStarts[word]..<evidence.wordStarts[word + 1] {
            sum += support(by: Int(evidence.features[place]), evidence, for: best, over: next, model)
        }
        // Pairs as they were in the message: those that are no more count nothing, and new ones are few.
        evidence.forEachPair(of: word) { sum += support(by: $0, evidence, for: best, over: next, model) }
        return sum / evidence.length
    }

    private func support(
        by feature: Int, _ evidence: MessageEvidence, for best: Int, over next: Int, _ model: TriageModel
    ) -> Float {
        let (row, slopes) = (feature * model.table.width, model.calibration.slopes)
        let count = evidence.counts[feature]
        let share = Corpus.damped(Int(count)) / Float(max(1, count)) * model.table.scales[feature]
        return share
            * (slopes[best] * Float(model.table.cells[row + best]) - slopes[next] * Float(model.table.cells[row + next]))
    }

    /// Takes a word away; those around it stand together then.
    private mutating func remove(
        _ word: Int, _ words: MessageWords, _ evidence: inout MessageEvidence, _ model: TriageModel
    ) {
        for place in evidence.wordStarts[word]..<evidence.wordStarts[word + 1] {
            evidence.change(Int(evidence.features[place]), by: -1, model)
        }
        evidence.changeStrange(by: -evidence.strange[word], model)
        forEachPair(of: word, words) { evidence.change(hash: $0, by: -1, model) }
        isRemoved[word] = true
        forEachNewPair(without: word, words) { evidence.change(hash: $0, by: $1, model) }
    }

    /// The words left next to a place, -1 where there are none: the two before it and the two after.
    private func neighbours(of word: Int) -> (before: (Int, Int), after: (Int, Int)) {
        let first = left(from: word, by: -1)
        let last = left(from: word, by: 1)
        return ((left(from: first, by: -1), first), (last, left(from: last, by: 1)))
    }

    private func left(from word: Int, by step: Int) -> Int {
        guard word >= 0 else { return -1 }
        var place = word + step
        while place >= 0, place < isRemoved.count, isRemoved[place] { place += step }
        return place < isRemoved.count ? place : -1
    }

    /// The pairs a word is one of.
    private func forEachPair(of word: Int, _ words: MessageWords, _ body: (UInt32) -> Void) {
        let (before, after) = neighbours(of: word)
        words.pair(.pair, before.1, word, body)
        words.pair(.pair, word, after.0, body)
        words.pair(.skip, before.0, word, body)
        words.pair(.skip, word, after.1, body)
    }

    /// The pairs there are once a word is away, and those that are no more.
    private func forEachNewPair(without word: Int, _ words: MessageWords, _ body: (UInt32, Int32) -> Void) {
        let (before, after) = neighbours(of: word)
        words.pair(.skip, before.1, after.0) { body($0, -1) }
        words.pair(.pair, before.1, after.0) { body($0, 1) }
        words.pair(.skip, before.0, after.0) { body($0, 1) }
        words.pair(.skip, before.1, after.1) { body($0, 1) }
    }

    private func list(_ words: MessageWords, into reasons: inout [Reason]) {
        var all: Float = 0
        for weight in weights { all += max(0, weight) }
        var word = 0
        while word < words.words.count {
            defer { word += 1 }
            guard isRemoved[word] else { continue }
            let first = word
            var weight = max(0, weights[word])
            while word + 1 < words.words.count, isRemoved[word + 1] {
                word += 1
                weight += max(0, weights[word])
            }
            reasons.append(
                Reason(
                    utf8: words.words[first].bytes.lowerBound..<words.words[word].bytes.upperBound,
                    weight: all > 0 ? Double(weight / all) : 0))
        }
        reasons.sort { $0.weight > $1.weight }
    }
}
