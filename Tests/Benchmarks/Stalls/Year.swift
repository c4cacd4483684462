import Assessment

/// What was made of one simulated year.
struct Year {
    var scenario: String
    var seed: UInt64
    var diagnosis: String
    /// Whether the course ends where the scenario takes it: at the fifth cycle after all before it, or after a fall for the reason
    /// that it had; where nothing is the matter, without a fall that is not made up for.
    var isCourseRight: Bool
    /// The scenario, the seed, the diagnosis, its confidence, the six yields, the course, its falls, whether that is
    /// right, whether it compounds, what the newest month lacks and what is not known, parted by tabs.
    var line: String

    init(scenario: String, seed: UInt64, health: WheelHealth, reason: CycleRegression.Reason?) {
        self.scenario = scenario
        self.seed = seed
        diagnosis = health.stall.verdict.code
        let course = health.cycle
        isCourseRight =
            switch scenario {
            case "year": course.stage == 5 && course.regression == nil
            case "regressing": course.falls.contains { fall in reason.map(fall.reasons.contains) ?? false }
            default: course.regression == nil
            }
        let yields = health.phases.map { phase in phase.main.value.map { "\(Int(($0 * 100).rounded()))" } ?? "?" }
        let months = health.cycle.months.map { month in month.stage.map(String.init) ?? "?" }.joined()
        let falls = health.cycle.falls.map { fall in
            "\(fall.from)>\(fall.to)\(fall.regained == nil ? "" : " for a time") "
                + fall.reasons.map(\.rawValue).joined(separator: ",") + " ("
                + fall.lost.map { "\($0.kind.rawValue) \($0.value.map { "\($0)" } ?? "?")" }.joined(separator: ",")
                + ")"
        }.joined(separator: " / ")
        let lacking = course.months.last?.conditions.filter { $0.outcome != .met }.map(\.kind.rawValue) ?? []
        line = [
            scenario, "\(seed)", diagnosis, health.stall.confidence.map { "\($0)" } ?? "-",
            yields.joined(separator: " "), months, falls.isEmpty ? "-" : falls, isCourseRight ? "right" : "wrong",
            health.compounding.verdict.rawValue,
            lacking.joined(separator: ","), health.stall.missing.joined(separator: "; "),
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

/// How many years are said to have gone the way they went.
struct CourseTally {
    /// For each scenario that says how it goes, the share of its years of which the course is right.
    let lines: [String]

    init(_ years: [Year]) {
        lines = ["year", "regressing", "healthy"].compactMap { scenario in
            let own = years.filter { $0.scenario == scenario }
            return own.isEmpty ? nil : "course of \(scenario)\t\(own.count(where: \.isCourseRight)) of \(own.count)"
        }
    }
}
