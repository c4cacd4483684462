import Triage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How well a model tells labelled messages apart, how well its probabilities hold, and how fast it is.
///
/// Prints lines of set, figure and value, parted by tabs. Trainings and messages take one core.
@main enum TriageAccuracy {
    static func main() throws {
        let files = CommandLine.arguments.dropFirst()
        guard !files.isEmpty else { return print("usage: triage-accuracy FILE...") }
        for file in files {
            let set = try LabelledSet(file)
            for line in try figures(of: set).lines { print("\(set.name)\t\(line.name)\t\(line.value)") }
        }
    }

    private static func figures(of set: LabelledSet) throws -> Figures {
        var (figures, judged, isMultiLabel) = (Figures(), [Judgement](), false)
        var point: RiskCoverage.Point?
        let rounds = set.rounds
        for round in rounds {
            let start = processorSeconds()
            let model = try TriageModel.train(on: round.training)
            if rounds.count == 1 {
                figures.add("seconds of training", processorSeconds() - start)
                point = RiskCoverage(model.judged).point(error: 0.05)
                figures.add("megabytes", Double(model.bytes.count) / 1_000_000)
                figures.add("messages a second", speed(of: model, on: round.test))
            }
            isMultiLabel = isMultiLabel || model.isMultiLabel
            var classifier = MessageClassifier(model)
            for message in round.test {
                classifier.classify(message.text)
                judged.append(Judgement(message, classifier.classification))
            }
        }
        if let rank = set.rank {
            figures.addRanked(judged, by: rank)
        } else if isMultiLabel {
            figures.addMulti(judged)
        } else {
            figures.addSingle(judged)
        }
        if let point { figures.addAnswered(judged, from: point.threshold) }
        return figures
    }

    /// Messages a second, with reasons, in the fastest of ten passes.
    private static func speed(of model: TriageModel, on messages: [LabelledMessage]) -> Double? {
        var classifier = MessageClassifier(model)
        let passes = (0..<10).map { _ in
            let start = processorSeconds()
            for message in messages { classifier.classify(message.text) }
            return processorSeconds() - start
        }
        return passes.min().map { Double(messages.count) / $0 }
    }

    /// What this program took of a processor so far: others may use the machine.
    private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
