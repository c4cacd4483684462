extension TriageModel {
    /// Learns from messages that people labelled.
    ///
    /// A message without labels is one about nothing the desk knows: it teaches what is out of scope. Every message is
    /// also judged by a model that did not see it; what comes of that calibrates the model and is kept in ``judged``.
    /// - Throws: ``TrainingError`` if there is nothing to tell apart.
    public static func train(
        on messages: [LabelledMessage], _ options: TrainingOptions = TrainingOptions()
    ) throws(TrainingError) -> TriageModel {
        let set = try TrainingSet(messages)
        let width = LinearWeights.width(labels: set.labels.count)
        let corpus = Corpus(set.texts).limited(to: max(1, options.mostBytes / width))
        let training = Training(set: set, corpus: corpus, options: options)
        let judgement = Judgement(training)
        let judged = JudgedMessages(training, judgement)
        let weighted = WeightedCorpus(corpus, knowing: Array(set.targets.indices))
        let weights = training.weights(from: weighted, messages: Array(set.targets.indices), cost: judgement.cost)
        return TriageModel(
            labels: set.labels, isMultiLabel: set.isMultiLabel,
            judged: judged.all,
            vocabulary: corpus.vocabulary, blocks: corpus.blocks, importance: weighted.importance,
            strangeness: weighted.strangeness, table: WeightTable(weights, importance: weighted.importance),
            calibration: judgement.calibration, scope: judged.scope)
    }
}
