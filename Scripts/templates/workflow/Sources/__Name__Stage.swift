public import FlywheelKit

/// Finds listings of which a large part of what was sold is reported in `__id__/1`.
public struct __Name__Stage: FlywheelStage {
    /// Whole days before today that are looked at.
    static let days = 30

    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "__id__", title: "__Title__",
        inputs: [__Name__Reports.feed.deciding(__Name__Reports.day, __Name__Reports.units)],
        windows: [Sales.units.last(days: days)], kinds: [.largeShare], rootCauses: RootCause.taxonomy,
        writes: [.detect, .exposure, .resolve])

    private let knobs: __Name__Knobs

    /// A stage with these knobs; it has no model.
    public init(knobs: __Name__Knobs, model: NoModel) { self.knobs = knobs }

    /// Reports listings whose share is large. Where sales of some day are unknown, so is the share.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<__Name__Evidence>
    ) {
        let reports = chunk.details(of: __Name__Reports.feed)
        let (days, units) = (reports[__Name__Reports.day], reports[__Name__Reports.units])
        let window = chunk.today.advanced(by: -Self.days)..<chunk.today
        let sales = chunk[Sales.units].last(Self.days)
        for row in chunk.rows {
            let sold = sales.row(row).compactMap(\.self)
            guard sold.count == Self.days else {
                findings.cannotTell(at: row)
                continue
            }
            let reported = reports.range(row).filter { days[$0].map(window.contains) ?? false }.compactMap { units[$0] }
            let evidence = __Name__Evidence(reported: reported.reduce(0, +), sold: sold.reduce(0, +))
            guard Double(evidence.reported) >= knobs.leastUnits, evidence.share >= knobs.share else { continue }
            findings.report(.largeShare, at: row, evidence)
        }
    }

    /// The share that is reported is lost, on every day until the reason is gone.
    public func exposure(of evidence: __Name__Evidence) -> Exposure {
        Exposure(.dailyShare([evidence.share]), fixTakesDays: 7)
    }

    /// A person looks for the reason; no remedy is known that fits all.
    public func resolve(_ evidence: __Name__Evidence) -> Resolution {
        Resolution(
            .ask("\(evidence.reported) of \(evidence.sold) units sold in \(Self.days) days are reported"),
            playbook: Playbook(
                "__id__-reason", title: "Find the reason", minutes: 20,
                steps: [
                    "Read the last ten reports of the listing.",
                    "Compare what they say with its title, images and attributes.",
                    "Correct what is wrong, or take it up with the supplier.",
                ]),
            suggestion: Suggestion(
                "Read the last reports and name what they have in common",
                target: "less than \(Int((knobs.share * 100).rounded())) % of the units sold",
                unknowns: ["how long an order takes to be reported"]))
    }
}
