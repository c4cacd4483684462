import Calendars
import Foundation
import Statistics

/// Plays an invented desk under several ways to decide who works what next, on the same cases, and prints what they cost.
///
/// usage: desk-simulation [SEEDS]
///
/// Each seed makes four weeks of cases; the cost of those that come after the first week is counted until they are solved.
/// Ways are compared seed by seed on the same cases. Intervals hold the mean difference in 95 of 100 (Student's t).
@main enum DeskSimulation {
    static func main() throws {
        let seeds = CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) } ?? 40
        let crew = try Crew()
        print("\(seeds) seeds, \(crew.people.count) people, \(Workload.weeks) weeks, the first not counted; USD a week")
        for load in [0.7, 0.8, 0.9, 0.95] {
            try report("load \(load), 20% of labels wrong", Dials(load: load), seeds, crew)
        }
        for wrong in [0, 0.4, 0.6] {
            try report("load 0.9, \(Int(wrong * 100))% of labels wrong", Dials(wrongLabels: wrong), seeds, crew)
        }
        for error in [1.5, 3.0] {
            try report(
                "load 0.9, 20% of labels wrong, estimates off by a factor of \(Int(exp(error).rounded()))",
                Dials(estimateError: error), seeds, crew)
        }
        try report(
            "load 0.9, labels right, estimates off by a factor of 4", Dials(wrongLabels: 0, estimateError: 1.5), seeds,
            crew)
        try report(
            "load 0.9, every case costs the same a day", Dials(wrongLabels: 0, isUniform: true), seeds, crew)
    }

    private static func report(_ title: String, _ dials: Dials, _ seeds: UInt64, _ crew: Crew) throws {
        var runs: [Policy: [Run]] = [:]
        for seed in 1...seeds {
            let workload = Workload(seed: seed, dials: dials, weeklyHours: crew.weeklyHours)
            for policy in Policy.allCases {
                runs[policy, default: []].append(Run(workload, crew: crew, policy: policy))
            }
        }
        print("\n\(title)")
        print(row("", "loss", "cheap half waits, median and 99 of 100, h", "this module less, 95%", "better in"))
        let ours = runs[.worth, default: []].map(\.loss)
        for policy in Policy.allCases {
            let all = runs[policy, default: []]
            let waits = all.flatMap(\.cheapWaits).sorted()
            let difference = Difference(of: ours, from: all.map(\.loss))
            print(
                row(
                    policy.name, number(mean(all.map(\.loss))),
                    "\(decimal(waits[waits.count / 2])) \(decimal(waits[waits.count * 99 / 100]))",
                    policy == .worth ? "" : difference.text, policy == .worth ? "" : "\(difference.wins) of \(seeds)"))
        }
    }

    private static func row(_ cells: String...) -> String {
        zip(cells, [28, 10, 44, 32, 10]).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined()
    }

    static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    static func number(_ value: Double) -> String { String(format: "%.0f", value) }
    private static func decimal(_ value: Double) -> String { String(format: "%.1f", value) }
}

/// A paired difference of means with its interval.
struct Difference {
    let mean: Double
    let half: Double
    let share: Double
    /// In how many pairs ours is smaller.
    let wins: Int

    init(of ours: [Double], from others: [Double]) {
        let differences = zip(ours, others).map { $0 - $1 }
        let mean = DeskSimulation.mean(differences)
        let square = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let count = Double(differences.count)
        self.mean = mean
        // Student's t at 0.975 by Cornish and Fisher's expansion around the normal quantile, exact to 0.001 from 10 pairs on.
        let z = 1.959964
        let freedom = max(count - 1, 1)
        let t =
            z + (z * z * z + z) / (4 * freedom) + (5 * z * z * z * z * z + 16 * z * z * z + 3 * z)
            / (96 * freedom * freedom)
        half = t * (square / (max(count - 1, 1) * count)).squareRoot()
        share = mean / DeskSimulation.mean(others)
        wins = differences.count { $0 < 0 }
    }

    var text: String {
        let bounds = "\(DeskSimulation.number(mean - half)) to \(DeskSimulation.number(mean + half))"
        return "\(String(format: "%+.1f", share * 100))% (\(bounds))"
    }
}
