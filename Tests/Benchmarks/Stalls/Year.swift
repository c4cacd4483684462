import Assessment

/// What was made of one simulated year.
struct Year {
    var scenario: String
    var seed: UInt64
    var diagnosis: String
    /// The scenario, the seed, the diagnosis, its confidence, the six yields, the course and what it fell by, parted by tabs.
    var line: String

    init(scenario: String, seed: UInt64, health: WheelHealth) {
        self.scenario = scenario
        self.seed = seed
        diagnosis = health.stall.verdict.code
        let yields = health.phases.map { phase in phase.main.value.map { "\(Int(($0 * 100).rounded()))" } ?? "?" }
        let months = health.cycle.months.map { month in month.stage.map(String.init) ?? "?" }.joined()
        let fall = health.cycle.regression.map { fall in
            "\(fall.from)>\(fall.to) " + fall.reasons.map(\.rawValue).joined(separator: ",") + " ("
                + fall.lost.map { "\($0.kind.rawValue) \($0.value.map { "\($0)" } ?? "?")" }.joined(separator: ",")
                + ")"
        }
        line = [
            scenario, "\(seed)", diagnosis, health.stall.confidence.map { "\($0)" } ?? "-",
            yields.joined(separator: " "), months, fall ?? "-", health.compounding.verdict.rawValue,
            health.stall.missing.joined(separator: "; "),
        ].joined(separator: "\t")
    }
}

/// Scenarios against diagnoses.
struct Confusion {
    private let years: [Year]

    init(_ years: [Year]) { self.years = years }

    /// The table, and for each scenario that names a diagnosis the share of its years that got it.
    var lines: [String] {
        let scenarios = years.map(\.scenario).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let codes = Stall.allCases.map(\.rawValue) + ["healthy", "inconclusive"]
        var lines = ["", (["scenario"] + codes + ["right"]).joined(separator: "\t")]
        var (right, all) = (0, 0)
        for scenario in scenarios {
            let own = years.filter { $0.scenario == scenario }
            let counts = codes.map { code in own.count { $0.diagnosis == code } }
            guard codes.contains(scenario) else {
                lines.append(([scenario] + counts.map(String.init) + ["-"]).joined(separator: "\t"))
                continue
            }
            let hits = own.count { $0.diagnosis == scenario }
            (right, all) = (right + hits, all + own.count)
            lines.append(([scenario] + counts.map(String.init) + ["\(hits) of \(own.count)"]).joined(separator: "\t"))
        }
        return lines + ["", "right\t\(right) of \(all)"]
    }
}
