import FlywheelKit

/// Reads 104 weeks of history: the last quarter against the same weekdays two years before.
struct TwoYearDecline: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var unitsThen, unitsNow: Int }

    static let quarter = 91
    static let declining = FindingKind("declining", title: "selling less than half", effortHours: 2, lastsDays: 90)
    static let manifest = StageManifest(
        id: "mini-decline", title: "Declining listings", inputs: [DailySales.feed.deciding(DailySales.units)],
        windows: [Sales.units.last(days: 728)], kinds: [declining])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let history = chunk[Sales.units].last(728)
        guard history.days.count == 728 else { return }
        for row in chunk.rows {
            let units = history.row(row)
            guard let then = sum(units.prefix(Self.quarter)), let now = sum(units.suffix(Self.quarter)),
                now * 2 < then
            else { continue }
            findings.report(Self.declining, at: row, Evidence(unitsThen: then, unitsNow: now))
        }
    }

    /// A sum with an unknown day in it is unknown.
    private func sum(_ units: some Sequence<Int?>) -> Int? {
        units.reduce(0) { sum, day in sum.flatMap { sum in day.map { sum + $0 } } }
    }
}
