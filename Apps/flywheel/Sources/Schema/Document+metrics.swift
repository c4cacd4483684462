extension Document {
    /// What is written of the wheel's metrics.
    static let metrics = [
        Document("metrics", "Every metric of the wheel over the newest weeks.", MetricsAnswer.shape),
        Document("metric", "What a metric means, how it went, and what it rests on.", MetricAnswer.shape),
        Document("metric-comparison", "Metrics part by part.", MetricComparisonAnswer.shape),
    ]
}
