#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The messages of a training as counts of features: sparse rows, one a message.
struct Corpus {
    /// Which features there are.
    private(set) var vocabulary = Vocabulary()
    /// What each feature belongs to.
    private(set) var blocks: [FeatureBlock] = []
    /// Of each message, its features in rising order and how often each occurs, damped as 1 + ln n.
    private(set) var features: [Int32] = []
    private(set) var frequencies: [Float] = []
    /// Of each message the squares of what was left out of each block of it by ``limited(to:)``.
    private(set) var dropped: [SIMD2<Float>] = []
    /// Where each message begins in those, and the end of the last.
    private(set) var starts = [0]

    /// How many messages there are.
    var count: Int { starts.count - 1 }

    init(_ texts: [String]) {
        var words = MessageWords()
        var found: [Int32] = []
        for text in texts {
            words.read(text)
            found.removeAll(keepingCapacity: true)
            for (index, word) in words.words.enumerated() {
                found.append(number(of: word.hash, .words))
                words.forEachPart(of: word) { found.append(number(of: $0, .parts)) }
                if let pair = words.pair(index, index + 1) { found.append(number(of: pair, .words)) }
            }
            found.sort()
            append(found)
        }
    }

    /// In how many of some messages each feature occurs.
    func messageCounts(in messages: some Sequence<Int>) -> [Int32] {
        var counts = [Int32](repeating: 0, count: vocabulary.hashes.count)
        for message in messages {
            for feature in features[starts[message]..<starts[message + 1]] { counts[Int(feature)] += 1 }
        }
        return counts
    }

    /// The same messages with only the features that occur in most messages, `most` of them.
    func limited(to most: Int) -> Corpus {
        let counts = messageCounts(in: 0..<count)
        guard counts.count > most else { return self }
        // By hash among equals, so that the order of messages decides nothing.
        let kept = counts.indices.sorted {
            (counts[$1], vocabulary.hashes[$0]) < (counts[$0], vocabulary.hashes[$1])
        }.prefix(most)
        var corpus = self
        (corpus.vocabulary, corpus.blocks) = (Vocabulary(), kept.map { blocks[$0] })
        var numbers = [Int32](repeating: -1, count: counts.count)
        for feature in kept { numbers[feature] = Int32(corpus.vocabulary.number(adding: vocabulary.hashes[feature])) }
        (corpus.features, corpus.frequencies, corpus.starts) = ([], [], [0])
        for message in 0..<count {
            for place in starts[message]..<starts[message + 1] {
                let feature = Int(features[place])
                guard numbers[feature] >= 0 else {
                    corpus.dropped[message][blocks[feature].index] += frequencies[place] * frequencies[place]
                    continue
                }
                corpus.features.append(numbers[feature])
                corpus.frequencies.append(frequencies[place])
            }
            corpus.starts.append(corpus.features.count)
        }
        return corpus
    }

    private mutating func number(of hash: UInt32, _ block: FeatureBlock) -> Int32 {
        let number = vocabulary.number(adding: hash)
        if number == blocks.count { blocks.append(block) }
        return Int32(number)
    }

    private mutating func append(_ sorted: [Int32]) {
        var place = 0
        while place < sorted.count {
            let feature = sorted[place]
            var end = place
            while end < sorted.count, sorted[end] == feature { end += 1 }
            features.append(feature)
            frequencies.append(Self.damped(end - place))
            place = end
        }
        starts.append(features.count)
        dropped.append(.zero)
    }

    /// How much an occurrence more says: 1 + ln n. Source: C. Manning, P. Raghavan and H. Schütze, "Introduction to
    /// Information Retrieval", 2008, section 6.4.1.
    static func damped(_ count: Int) -> Float { count <= 1 ? Float(count) : 1 + logf(Float(count)) }
}
