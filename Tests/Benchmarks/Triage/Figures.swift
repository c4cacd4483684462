import Statistics
import Triage

/// The figures of a set, each with its name.
struct Figures {
    private(set) var lines: [(name: String, value: Double)] = []

    mutating func add(_ name: String, _ value: Double?) {
        if let value { lines.append((name, value)) }
    }

    /// Of messages with one label each, and of some about none that the model knows.
    mutating func addSingle(_ judged: [Judgement]) {
        let known = judged.filter { !$0.truth.isEmpty }
        let foreign = judged.filter(\.truth.isEmpty)
        let rows = known.map { (stated: $0.labels.first?.confidence ?? 0, isTrue: $0.isRight) }
        add("accuracy", Self.share(of: known, \.isRight))
        add("macro F1", Self.scores(known) { Set($0.labels.prefix(1).map(\.label)) }.macro)
        add("calibration error", CalibrationError.value(rows))
        if !foreign.isEmpty { addScope(known, foreign) }
    }

    /// Of messages with any number of labels.
    mutating func addMulti(_ judged: [Judgement]) {
        let scores = Self.scores(judged, \.chosen)
        add("micro F1", scores.micro)
        add("macro F1", scores.macro)
        add("exact set", Self.share(of: judged) { $0.chosen == $0.truth })
        let rows = judged.flatMap { message in
            message.labels.map { (stated: $0.confidence, isTrue: message.truth.contains($0.label)) }
        }
        add("calibration error", CalibrationError.value(rows))
    }

    /// How many of the messages with a label are in the first part of a queue ranked by it.
    mutating func addRanked(_ judged: [Judgement], by label: String) {
        let scores = judged.map { $0.confidence(in: label) }
        add(
            "area under curve",
            RankingQuality(scores: scores, happened: judged.map { $0.truth.contains(label) })?.areaUnderCurve)
        let queue = judged.indices.sorted { scores[$0] > scores[$1] }.map { judged[$0].truth.contains(label) }
        for budget in [10, 20, 30, 50] {
            let first = queue.prefix(queue.count * budget / 100)
            let found = Double(first.count(where: \.self))
            add("recall in first \(budget) %", found / Double(queue.count(where: \.self)))
            add("precision in first \(budget) %", found / Double(first.count))
        }
    }

    /// What answering the surest share of known messages does to them and to foreign ones.
    private mutating func addScope(_ known: [Judgement], _ foreign: [Judgement]) {
        let all = known + foreign
        add(
            "scope area under curve",
            RankingQuality(scores: all.map(\.certainty), happened: all.map { !$0.truth.isEmpty })?.areaUnderCurve)
        let sorted = known.map(\.certainty).sorted(by: >)
        for share in [95, 90, 85, 80, 70] {
            let threshold = sorted[sorted.count * share / 100 - 1]
            let answered = known.filter { $0.certainty >= threshold }
            add("accuracy at \(share) % answered", Self.share(of: answered, \.isRight))
            add("rejected at \(share) % answered", Self.share(of: foreign) { $0.certainty < threshold })
        }
    }

    /// What comes of a threshold that the training alone set for at most 5 % wrong answers.
    mutating func addAnswered(_ judged: [Judgement], from threshold: Double) {
        let known = judged.filter { !$0.truth.isEmpty }
        add("answered by own threshold", Self.share(of: known) { $0.certainty >= threshold })
        add("accuracy of those", Self.share(of: known.filter { $0.certainty >= threshold }, \.isRight))
        add("foreign ones rejected", Self.share(of: judged.filter(\.truth.isEmpty)) { $0.certainty < threshold })
    }

    static func share(of judged: [Judgement], _ isSo: (Judgement) -> Bool) -> Double? {
        judged.isEmpty ? nil : Double(judged.count(where: isSo)) / Double(judged.count)
    }

    /// F1 over all labels together, and its mean over the labels.
    private static func scores(
        _ judged: [Judgement], _ chosen: (Judgement) -> Set<String>
    ) -> (micro: Double, macro: Double) {
        var counts: [String: (hits: Int, stated: Int, true: Int)] = [:]
        for message in judged {
            let stated = chosen(message)
            for label in stated.union(message.truth) {
                var count = counts[label] ?? (0, 0, 0)
                if stated.contains(label), message.truth.contains(label) { count.hits += 1 }
                if stated.contains(label) { count.stated += 1 }
                if message.truth.contains(label) { count.true += 1 }
                counts[label] = count
            }
        }
        func score(_ hits: Int, _ stated: Int, _ truth: Int) -> Double { 2 * Double(hits) / Double(stated + truth) }
        let all = counts.values.reduce((0, 0, 0)) { ($0.0 + $1.hits, $0.1 + $1.stated, $0.2 + $1.true) }
        // A label that no message has counts in the total alone.
        let real = counts.values.filter { $0.true > 0 }
        return (
            score(all.0, all.1, all.2),
            real.reduce(0) { $0 + score($1.hits, $1.stated, $1.true) } / Double(real.count)
        )
    }
}
