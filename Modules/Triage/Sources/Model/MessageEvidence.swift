/// What the features of one message add up to, and how that changes when words are left out.
struct MessageEvidence: Sendable {
    /// Of each word, whether it was in the training.
    private(set) var isKnown: [Bool] = []
    /// Each word that is known and the parts of it that are, those of word `i` in `wordStarts[i]..<wordStarts[i + 1]`.
    private(set) var features: [Int32] = []
    private(set) var wordStarts: [Int] = []
    /// Of each word, how many of its parts the model does not know.
    private(set) var strangeParts: [Int32] = []
    /// Of each word, the feature it makes with the next word; -1 where the model knows none.
    private(set) var pairs: [Int32] = []
    /// How often each feature of the model occurs, and which do.
    private(set) var counts: [Int32]
    private var present: [Int32] = []
    /// Σ value·weight of each label, of one block after the other, and Σ value² of each block, of the values before their
    /// length is made one.
    private var sums: [Float]
    private var squares: SIMD2<Float> = .zero
    /// How many occurrences of known features each block has.
    private var occurrences: SIMD2<Int32> = .zero

    init(_ model: TriageModel) {
        counts = Array(repeating: 0, count: model.importance.count)
        sums = Array(repeating: 0, count: model.table.width * FeatureBlock.count)
    }

    /// Whether the message has anything that the model knows.
    var isAny: Bool { occurrences != .zero }

    /// What a row of weights is multiplied with, by its block: what makes both blocks equally long, and the message one.
    /// Of a block without features that the model knows, sums and squares are no more than what rounding left.
    var scales: SIMD2<Float> {
        (1 / (Float(FeatureBlock.count) * squares).squareRoot()).replacing(with: 0, where: occurrences .== 0)
    }

    /// Takes the next message.
    mutating func read(_ words: MessageWords, _ model: TriageModel) {
        for feature in present { counts[Int(feature)] = 0 }
        present.removeAll(keepingCapacity: true)
        isKnown.removeAll(keepingCapacity: true)
        features.removeAll(keepingCapacity: true)
        wordStarts.removeAll(keepingCapacity: true)
        strangeParts.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        (squares, occurrences) = (.zero, .zero)
        for label in sums.indices { sums[label] = 0 }
        for word in words.words {
            wordStarts.append(features.count)
            isKnown.append(add(word.hash, model))
            if isKnown.last == false { changeStrange(.words, by: 1, model) }
            var strange: Int32 = 0
            words.forEachPart(of: word) { if !add($0, model) { strange += 1 } }
            strangeParts.append(strange)
            changeStrange(.parts, by: strange, model)
        }
        wordStarts.append(features.count)
        for word in words.words.indices {
            pairs.append(words.pair(word, word + 1).map { feature(ofPair: $0, model) } ?? -1)
        }
        for feature in present { weigh(Int(feature), from: 0, to: counts[Int(feature)], model) }
    }

    /// Counts a word or a part of it; whether the model knows it.
    private mutating func add(_ hash: UInt32, _ model: TriageModel) -> Bool {
        guard let feature = model.vocabulary.number(of: hash) else { return false }
        features.append(Int32(feature))
        count(feature, model)
        return true
    }

    /// Calls with each feature that a word makes with another one of the whole message.
    func forEachPair(of word: Int, _ body: (Int) -> Void) {
        if pairs[word] >= 0 { body(Int(pairs[word])) }
        if word > 0, pairs[word - 1] >= 0 { body(Int(pairs[word - 1])) }
    }

    /// Counts a pair of words; its feature, or -1.
    private mutating func feature(ofPair hash: UInt32, _ model: TriageModel) -> Int32 {
        guard let feature = model.vocabulary.number(of: hash) else {
            changeStrange(.words, by: 1, model)
            return -1
        }
        count(feature, model)
        return Int32(feature)
    }

    /// The calibrated score of every label.
    func logits(into logits: inout [Float], _ model: TriageModel) {
        let (scales, width) = (scales, model.table.width)
        for label in logits.indices {
            let score = model.table.intercepts[label] + sums[label] * scales[0] + sums[width + label] * scales[1]
            logits[label] = model.calibration.slopes[label] * score + model.calibration.offsets[label]
        }
    }

    /// Adds or takes away features that the model does not know.
    mutating func changeStrange(_ block: FeatureBlock, by change: Int32, _ model: TriageModel) {
        squares[block.index] += Float(change) * model.strangeness * model.strangeness
    }

    /// Adds or takes away a pair of words by its hash.
    mutating func change(pair hash: UInt32, by change: Int32, _ model: TriageModel) {
        if let feature = model.vocabulary.number(of: hash) {
            self.change(feature, by: change, model)
        } else {
            changeStrange(.words, by: change, model)
        }
    }

    /// Adds or takes away occurrences of a feature.
    mutating func change(_ feature: Int, by change: Int32, _ model: TriageModel) {
        let before = counts[feature]
        if before == 0 { present.append(Int32(feature)) }
        counts[feature] = before + change
        occurrences[model.blocks[feature].index] += change
        weigh(feature, from: before, to: before + change, model)
    }

    private mutating func count(_ feature: Int, _ model: TriageModel) {
        if counts[feature] == 0 { present.append(Int32(feature)) }
        counts[feature] += 1
        occurrences[model.blocks[feature].index] += 1
    }

    /// Moves the sums by a feature that occurs more or less often.
    private mutating func weigh(_ feature: Int, from before: Int32, to after: Int32, _ model: TriageModel) {
        let (old, new) = (Corpus.damped(Int(before)), Corpus.damped(Int(after)))
        let importance = model.importance[feature]
        let block = model.blocks[feature].index
        squares[block] += (new * new - old * old) * importance * importance
        let (factor, width) = ((new - old) * model.table.scales[feature], model.table.width)
        // Raw buffers: this loop is half of the time of a message.
        model.table.cells.withUnsafeBufferPointer { cells in
            let row = cells.extracting(feature * width..<(feature + 1) * width)
            sums.withUnsafeMutableBufferPointer { sums in
                let sums = sums.extracting(block * width..<(block + 1) * width)
                for label in 0..<width { sums[label] += factor * Float(row[label]) }
            }
        }
    }
}
