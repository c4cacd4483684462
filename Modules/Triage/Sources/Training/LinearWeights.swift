/// A weight for every feature and label, and one for every label alone: what a message's values are multiplied with.
struct LinearWeights {
    /// How many labels a row has room for: a multiple of sixteen, so that rows are added in whole registers.
    let width: Int
    /// Rows by feature.
    var rows: [Float]
    /// One a label.
    var intercepts: [Float]

    init(features: Int, labels: Int) {
        width = Self.width(labels: labels)
        rows = Array(repeating: 0, count: features * width)
        intercepts = Array(repeating: 0, count: width)
    }

    static func width(labels: Int) -> Int { (labels + 15) / 16 * 16 }

    /// The score of every label for a message, the width of a row of them.
    func scores(of message: Int, in weighted: WeightedCorpus) -> [Float] {
        var sums = intercepts
        for place in weighted.corpus.starts[message]..<weighted.corpus.starts[message + 1] {
            let (value, row) = (weighted.values[place], Int(weighted.corpus.features[place]) * width)
            for label in 0..<width { sums[label] += value * rows[row + label] }
        }
        return sums
    }
}
