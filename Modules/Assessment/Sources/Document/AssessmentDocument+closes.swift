extension AssessmentDocument {
    /// What the data say of what people close, as a sentence; `nil` where they have judged nothing. A wheel may turn through all
    /// its phases on closes that mend nothing, and no other part of an assessment says so of all workflows together.
    public var closes: String? {
        let found = { (metric: Assessment.Metric) in metrics.first { $0.key == metric.rawValue } }
        guard let confirmed = found(.verifiedShare), let share = confirmed.value else { return nil }
        let words = "the data confirmed \(percent(share)) of \(confirmed.count) closes"
        guard let failed = found(.notFixedRate)?.value, failed > 0 else { return words }
        return "\(words), and refuted some of \(percent(failed)) of the problems that they judged"
    }
}
