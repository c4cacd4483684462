/// What models made of messages that they had not seen, and what that says of scope.
struct JudgedMessages {
    /// What tells messages in scope from foreign ones.
    let scope: ScopeCurve
    /// Every message of the training, and messages about labels that a model was not told of, so many that one in ten is
    /// foreign.
    let all: [JudgedMessage]

    init(_ training: Training, _ judgement: Judgement) {
        let (set, calibration) = (training.set, judgement.calibration)
        let logits = judgement.unseen.map(calibration.logits)
        let (known, strangers) = (
            logits.indices.filter { !set.targets[$0].isEmpty }, logits.indices.filter { set.targets[$0].isEmpty }
        )
        let trial = training.foreignTrial(judgement)
        let scope = ScopeCurve(
            inScope: trial.inScope.isEmpty ? known.map { logits[$0] } : trial.inScope,
            foreign: trial.foreign + strangers.map { logits[$0] })
        func judge(_ logits: [Float], _ targets: [Int]) -> JudgedMessage? {
            var odds = logits
            calibration.probabilities(of: logits, into: &odds)
            guard let best = logits.indices.max(by: { logits[$0] < logits[$1] }) else { return nil }
            return JudgedMessage(
                label: set.labels[best], certainty: Double(odds[best]) * scope.probability(of: logits),
                isRight: targets.contains(best), isForeign: targets.isEmpty)
        }
        let foreign = Training.share(of: trial.foreign, besides: known.count, and: strangers.count)
        all = logits.indices.compactMap { judge(logits[$0], set.targets[$0]) } + foreign.compactMap { judge($0, []) }
        self.scope = scope
    }
}
