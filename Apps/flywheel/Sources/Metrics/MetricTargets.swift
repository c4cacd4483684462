import Assessment
import FlywheelKit
import Settings

/// What metrics should be: `metrics: targets:` in flywheel.yaml, each in its unit, amounts in whole units of the currency.
struct MetricTargets {
    private var written: [Metric: Double] = [:]

    private enum File: String, CaseIterable { case metrics }
    private enum Section: String, CaseIterable { case targets }

    /// No targets.
    init() {}

    /// Reads the text of a configuration file, whose other sections are for others.
    init(yaml: String) throws {
        guard let file = try SettingsNode(yaml: yaml)?.entries(),
            let node = file.first(where: { $0.key == File.metrics.rawValue })?.value
        else { return }
        for (key, value) in try node.section(Section.self)[.targets]?.section(Metric.self) ?? [:] {
            written[key] = try value.number(in: Self.range(of: key.definition.unit))
        }
    }

    /// The targets in the units of metrics: amounts in minor units.
    func inUnits(of currency: Currency) -> [Metric: Double] {
        Dictionary(
            uniqueKeysWithValues: written.map { metric, number in
                let scale = metric.definition.unit.isMoney ? Double(currency.minorUnitsPerUnit) : 1
                return (metric, (number * scale).rounded(metric.definition.unit.isMoney))
            })
    }

    private static func range(of unit: MetricUnit) -> ClosedRange<Double> {
        switch unit {
        case .share: 0...1
        case .problemsPerWeek: -1_000_000_000...1_000_000_000
        default: 0...1_000_000_000_000
        }
    }
}

extension Double {
    /// To a whole number, ties to even, where that is wanted.
    fileprivate func rounded(_ isWhole: Bool) -> Double { isWhole ? rounded(.toNearestOrEven) : self }
}
