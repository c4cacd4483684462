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
        return sum
    }

    private func support(
        by feature: Int, _ evidence: MessageEvidence, for best: Int, over next: Int, _ model: TriageModel
    ) -> Float {
        let (row, slopes) = (feature * model.table.width, model.calibration.slopes)
        let count = evidence.counts[feature]
        let scale = evidence.scales[model.blocks[feature].index]
        let share = Corpus.damped(Int(count)) / Float(max(1, count)) * model.table.scales[feature] * scale
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
        if !evidence.isKnown[word] { evidence.changeStrange(.words, by: -1, model) }
        evidence.changeStrange(.parts, by: -evidence.strangeParts[word], model)
        isRemoved[word] = true
        let (before, after) = (left(from: word, by: -1), left(from: word, by: 1))
        if let pair = words.pair(before, word) { evidence.change(pair: pair, by: -1, model) }
        if let pair = words.pair(word, after) { evidence.change(pair: pair, by: -1, model) }
        if let pair = words.pair(before, after) { evidence.change(pair: pair, by: 1, model) }
    }

    /// The word left next to a place, or where none is left a place outside of the message.
    private func left(from word: Int, by step: Int) -> Int {
        var place = word + step
        while isRemoved.indices.contains(place), isRemoved[place] { place += step }
        return place
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
