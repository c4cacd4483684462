import Assessment
import FlywheelKit

/// Plain figures of a history, to hold the simulation to what it claims to be.
struct Look {
    let history: WorkHistory
    let problems: [Problem]

    /// Looks at the problems found within a share of the time, 0 to 1.
    init(_ history: WorkHistory, from: Double = 0, to: Double = 1) {
        self.history = history
        let days = history.until.days(since: history.from)
        let span = history.from.advanced(byDays: days * from)..<history.from.advanced(byDays: days * to + 1)
        problems = history.problems.filter { span.contains($0.detected) }
    }

    /// How far down the queue people take rows in the mean, 0 for always the first and 0.5 for any.
    var depth: Double {
        mean(
            problems.compactMap(\.rankAtClaim).filter { $0.waiting > 1 }
                .map { Double($0.place - 1) / Double($0.waiting - 1) })
    }

    /// Share of the worked rows that ended with a cause that says something.
    var captured: Double {
        let ended = problems.filter { $0.ended != nil && $0.claimed != nil }
        return share(of: ended) { $0.cause.map { !["other", "unknown"].contains(history.causes[$0]) } ?? false }
    }

    /// Share of the closes a week old or older that the data confirmed.
    var verified: Double {
        let old = history.until.advanced(byDays: -8)
        return share(of: problems.filter { $0.closer != nil && $0.ended.map { $0 < old } ?? false }) {
            $0.isVerified == true
        }
    }

    /// Share of all rows that the data refuted and that are open.
    var refuted: Double { share(of: problems) { $0.notFixed > 0 && $0.ended == nil } }
    /// Median days from the beginning of a problem until it is seen.
    var detectionDays: Double { median(problems.compactMap { row in row.onset.map { row.detected.days(since: $0) } }) }
    /// Share of rows that repeat an earlier one.
    var repeats: Double { share(of: problems.filter { $0.cause != nil }) { $0.repeatOf != nil } }

    /// The mean number of open rows within a share of the turns.
    func open(_ from: Double, _ to: Double) -> Double {
        let count = Double(history.turns.count)
        return mean(
            history.turns[Int(count * from)..<max(Int(count * to), Int(count * from) + 1)].map { Double($0.open) })
    }

    /// Decisions about the work, later than a share of the time.
    func decisions(after share: Double) -> Int {
        let start = history.from.advanced(byDays: history.until.days(since: history.from) * share)
        return history.decisions.count { $0.kind != .policy && $0.at >= start }
    }

    private func share(of problems: [Problem], where holds: (Problem) -> Bool) -> Double {
        Double(problems.count(where: holds)) / Double(max(1, problems.count))
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    private func median(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.sorted()[values.count / 2] }
}
