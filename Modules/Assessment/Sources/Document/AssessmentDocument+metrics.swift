extension AssessmentDocument.Metric {
    /// A line of the report of metrics.
    public init(_ line: MetricReport.Line) {
        let definition = line.metric.definition
        let value = line.value
        var interval: AssessmentDocument.Interval?
        if let low = value.low, let high = value.high {
            interval = AssessmentDocument.Interval(low: low, high: high, confidence: 0.95)
        }
        self.init(
            key: line.metric.rawValue, title: definition.title, unit: definition.unit.rawValue,
            isLowerBetter: definition.direction == .lower, value: value.value, interval: interval,
            count: value.count, target: line.wanted, reason: value.gap?.reason, weeks: line.weekly.map(\.value))
    }
}
