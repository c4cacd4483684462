import Statistics

/// Messages in an order of their own, so that theirs decides nothing, with their labels as numbers.
struct TrainingSet {
    /// The labels that have enough messages, in the order of their letters.
    let labels: [String]
    /// Of each message the numbers of its labels; none if it is about nothing that can be learnt.
    let targets: [[Int]]
    let texts: [String]

    init(_ messages: [LabelledMessage]) throws(TrainingError) {
        let sorted = messages.map { (text: $0.text, labels: $0.labels.sorted()) }.sorted {
            $0.text == $1.text ? $0.labels.lexicographicallyPrecedes($1.labels) : $0.text < $1.text
        }
        var counts: [String: Int] = [:]
        for message in sorted { for label in message.labels { counts[label, default: 0] += 1 } }
        labels = counts.filter { $0.value >= TrainingOptions.fewestMessages }.keys.sorted()
        guard labels.count > 1 else { throw .tooFewLabels(found: labels.count) }
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        targets = sorted.map { message in message.labels.compactMap { numbers[$0] } }
        texts = sorted.map(\.text)
    }

    /// What it holds, as it is.
    init(labels: [String], targets: [[Int]], texts: [String]) {
        (self.labels, self.targets, self.texts) = (labels, targets, texts)
    }

    /// Whether a message has several labels.
    var isMultiLabel: Bool { targets.contains { $0.count > 1 } }

    /// In which of some parts each message is, so that every label is spread over all of them. Equal texts are in one: a model
    /// that has seen a form letter is not tried by it.
    func parts(_ count: Int, seed: UInt64) -> [Int] {
        var random = SplitMix64(seed: seed)
        var parts = [Int](repeating: 0, count: targets.count)
        let copies = Dictionary(grouping: texts.indices) {
            texts[$0].lowercased().split(whereSeparator: \.isWhitespace)
        }
        let firsts = copies.values.map { $0[0] }.sorted()
        let groups = Dictionary(grouping: firsts) { targets[$0].first ?? -1 }
        var partOfFirst: [Int: Int] = [:]
        for label in -1..<labels.count {
            for first in (groups[label] ?? []).shuffled(using: &random) {
                partOfFirst[first] = partOfFirst.count % count
            }
        }
        for messages in copies.values {
            for message in messages { parts[message] = partOfFirst[messages[0]] ?? 0 }
        }
        return parts
    }
}
