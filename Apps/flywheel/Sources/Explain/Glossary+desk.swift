import Cases

extension Glossary {
    /// What the figures of the desk's report mean.
    static let desk: [Entry] =
        DeskMetric.allCases.map { metric in
            let found = metric.definition
            return Entry(
                metric.rawValue,
                "\(found.title.capitalizedFirst): \(found.formula). Window: \(found.window). Unit: \(found.unit). "
                    + "\(found.censoring.capitalizedFirst).", "flywheel cases report")
        }
}
