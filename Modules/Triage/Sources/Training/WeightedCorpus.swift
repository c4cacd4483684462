#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A corpus whose features are weighed by how rare they are among some of its messages. The words of every message have
/// the same length as its parts, and both together length one.
///
/// What a model does not know counts in the length, so a message of which it knows half scores lower than the half alone:
/// that tells messages about other things from those it knows.
struct WeightedCorpus {
    let corpus: Corpus
    /// The weight of each feature; zero if none of those messages has it, as if it were not known.
    let importance: [Float]
    /// The weight a feature has in the length of a message that the model does not know.
    let strangeness: Float
    /// The value of each feature of each message, beside ``Corpus/features``.
    let values: [Float]

    /// Weighs by ln((1 + n) / (1 + d)) + 1, n messages of which d have the feature. Source: F. Pedregosa et al.,
    /// "Scikit-learn: machine learning in Python", JMLR 12 (2011), whose smoothing this is.
    init(_ corpus: Corpus, knowing messages: [Int]) {
        self.corpus = corpus
        let all = Float(messages.count)
        let strangeness = logf(1 + all) + 1
        importance = corpus.messageCounts(in: messages).map { count in
            count == 0 ? 0 : logf((1 + all) / (1 + Float(count))) + 1
        }
        var values = corpus.frequencies
        for message in 0..<corpus.count {
            let places = corpus.starts[message]..<corpus.starts[message + 1]
            var squares = corpus.dropped[message] * (strangeness * strangeness)
            for place in places {
                let feature = Int(corpus.features[place])
                let weight = importance[feature]
                let length = values[place] * (weight > 0 ? weight : strangeness)
                squares[corpus.blocks[feature].index] += length * length
                values[place] *= weight
            }
            let lengths = (Float(FeatureBlock.count) * squares).squareRoot()
            for place in places { values[place] /= lengths[corpus.blocks[Int(corpus.features[place])].index] }
        }
        (self.values, self.strangeness) = (values, strangeness)
    }
}
