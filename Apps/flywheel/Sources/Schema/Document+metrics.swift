extension Document {
    /// What is written of the wheel's metrics.
    static let metrics = [MetricsAnswer.document, MetricAnswer.document, MetricComparisonAnswer.document]
}
