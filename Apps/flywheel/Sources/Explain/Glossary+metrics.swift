import Assessment

extension Glossary {
    /// What the metrics of the wheel mean.
    static let metrics: [Entry] =
        Metric.allCases.map { metric in
            let found = metric.definition
            return Entry(
                metric.rawValue,
                "\(found.title.capitalizedFirst): \(found.formula). Counts: \(found.scope). Window: \(found.window). "
                    + "Unit: \(found.unit.rawValue), the \(found.direction.rawValue) the better. "
                    + "\(found.censoring.capitalizedFirst). If missed: \(found.trigger). Mind: \(found.caveat).",
                "flywheel metrics \(metric.rawValue)", names: [found.title] + names(of: metric))
        }

    /// What the trade calls a metric.
    private static func names(of metric: Metric) -> [String] {
        switch metric {
        case .exposureCleared: ["throughput", "revenue at risk cleared"]
        case .repeatRate30: ["repeat rate", "repeat issue rate"]
        case .repeatRate90: ["repeat rate"]
        case .backlogAge: ["aging", "ageing"]
        default: []
        }
    }
}
