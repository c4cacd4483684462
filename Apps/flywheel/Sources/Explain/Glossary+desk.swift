import Cases

extension Glossary {
    /// What the figures of the desk's report mean.
    static let desk: [Entry] =
        DeskMetric.allCases.map { metric in
            let found = metric.definition
            return Entry(
                metric.rawValue,
                "\(found.title.capitalizedFirst): \(found.formula). Window: \(found.window). Unit: \(found.unit). "
                    + "\(found.censoring.capitalizedFirst).", "flywheel cases report", names: names(of: metric))
        } + [
            Entry(
                "side",
                "Who a case is with on a marketplace of two sides: a buyer, or a seller. Promises, routes and the report of "
                    + "the desk may tell them apart.", "flywheel cases report --by side", names: ["buyer", "seller"]),
            Entry(
                "cohort",
                "Cases with something in common, such as side, channel, language or topic. The report of the desk says its "
                    + "figures of each.", "flywheel cases report --by topic"),
        ]

    /// What the trade calls a figure.
    private static func names(of metric: DeskMetric) -> [String] {
        switch metric {
        case .disputesWon: ["win rate"]
        case .sentiment: ["sentiment"]
        case .escalated: ["escalation"]
        case .firstContact: ["first contact resolution"]
        case .repeatContact: ["repeat contact rate"]
        default: []
        }
    }
}
