/// What the features of one message add up to, and how that changes when words are left out.
struct MessageEvidence: Sendable {
    /// Of each word, whether it was in the training.
    private(set) var isKnown: [Bool] = []
    /// The features of each word, those of word `i` in `wordStarts[i]..<wordStarts[i + 1]`.
    private(set) var features: [Int32] = []
    private(set) var wordStarts: [Int] = []
    /// Of each word, how many of its features the model does not know.
    private(set) var strange: [Int32] = []
    /// Of each word, the feature it makes with the next word, and with the one after that; -1 where the model knows none.
    private(set) var pairs: [Int32] = []
    private(set) var skips: [Int32] = []
    /// How often each feature of the model occurs, and which do.
    private(set) var counts: [Int32]
    private var present: [Int32] = []
    /// Σ value·weight of each label, and Σ value², of the values before their length is made one.
    private var sums: [Float]
    private var squares: Float = 0
    /// How many occurrences of known features there are.
    private var occurrences = 0

    init(_ model: TriageModel) {
        counts = Array(repeating: 0, count: model.importance.count)
        sums = Array(repeating: 0, count: model.table.width)
    }

    /// Whether the message has anything that the model knows.
    var isAny: Bool { occurrences > 0 }

    /// What a row of weights is divided by: the length of the message's values.
    var length: Float { max(squares, .leastNormalMagnitude).squareRoot() }

    /// Takes the next message.
    mutating func read(_ words: MessageWords, _ model: TriageModel) {
        for feature in present { counts[Int(feature)] = 0 }
        present.removeAll(keepingCapacity: true)
        isKnown.removeAll(keepingCapacity: true)
        features.removeAll(keepingCapacity: true)
        wordStarts.removeAll(keepingCapacity: true)
        strange.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        skips.removeAll(keepingCapacity: true)
        (squares, occurrences) = (0, 0)
        for label in sums.indices { sums[label] = 0 }
        for word in words.words {
            isKnown.append(true)
            wordStarts.append(features.count)
            strange.append(0)
            words.forEachFeature(of: word) { hash in
                guard let feature = model.vocabulary.number(of: hash) else {
                    strange[strange.count - 1] += 1
                    if hash == word.hash { isKnown[isKnown.count - 1] = false }
                    return
                }
                features.append(Int32(feature))
                count(feature)
            }
        }
        wordStarts.append(features.count)
        for word in words.words.indices {
            pairs.append(-1)
            words.pair(.pair, word, word + 1) { pairs[word] = feature(of: $0, model) }
            skips.append(-1)
            words.pair(.skip, word, word + 2) { skips[word] = feature(of: $0, model) }
        }
        for count in strange { changeStrange(by: count, model) }
        for feature in present { weigh(Int(feature), from: 0, to: counts[Int(feature)], model) }
    }

    /// Calls with each feature that a word makes with another one of the whole message.
    func forEachPair(of word: Int, _ body: (Int) -> Void) {
        func call(_ features: [Int32], _ first: Int) {
            if first >= 0, features[first] >= 0 { body(Int(features[first])) }
        }
        call(pairs, word)
        call(pairs, word - 1)
        call(skips, word)
        call(skips, word - 2)
    }

    /// Counts a pair of words; its feature, or -1.
    private mutating func feature(of hash: UInt32, _ model: TriageModel) -> Int32 {
        guard let feature = model.vocabulary.number(of: hash) else {
            changeStrange(by: 1, model)
            return -1
        }
        count(feature)
        return Int32(feature)
    }

    /// The calibrated score of every label.
    func logits(into logits: inout [Float], _ model: TriageModel) {
        let inverse = isAny ? 1 / length : 0
        for label in logits.indices {
            let score = model.table.intercepts[label] + sums[label] * inverse
            logits[label] = model.calibration.slopes[label] * score + model.calibration.offsets[label]
        }
    }

    /// Adds or takes away features that the model does not know.
    mutating func changeStrange(by change: Int32, _ model: TriageModel) {
        squares += Float(change) * model.strangeness * model.strangeness
    }

    /// Adds or takes away occurrences of a feature by its hash.
    mutating func change(hash: UInt32, by change: Int32, _ model: TriageModel) {
        if let feature = model.vocabulary.number(of: hash) {
            self.change(feature, by: change, model)
        } else {
            changeStrange(by: change, model)
        }
    }

    /// Adds or takes away occurrences of a feature.
    mutating func change(_ feature: Int, by change: Int32, _ model: TriageModel) {
        let before = counts[feature]
        if before == 0 { present.append(Int32(feature)) }
        counts[feature] = before + change
        occurrences += Int(change)
        weigh(feature, from: before, to: before + change, model)
    }

    private mutating func count(_ feature: Int) {
        if counts[feature] == 0 { present.append(Int32(feature)) }
        counts[feature] += 1
        occurrences += 1
    }

    /// Moves the sums by a feature that occurs more or less often.
    private mutating func weigh(_ feature: Int, from before: Int32, to after: Int32, _ model: TriageModel) {
        let (old, new) = (Corpus.damped(Int(before)), Corpus.damped(Int(after)))
        let importance = model.importance[feature]
        squares += (new * new - old * old) * importance * importance
        let (factor, width) = ((new - old) * model.table.scales[feature], model.table.width)
        // Raw buffers: this loop is half of the time of a message.
        model.table.cells.withUnsafeBufferPointer { cells in
            let row = cells.extracting(feature * width..<(feature + 1) * width)
            sums.withUnsafeMutableBufferPointer { sums in
                for label in 0..<width { sums[label] += factor * Float(row[label]) }
            }
        }
    }
}
