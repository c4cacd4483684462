import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension Session {
    /// How old the problems of the best listings become.
    func midday(_ rotation: RotationRecord) throws -> [HabitLine] {
        let tallies = try self.tallies([
            QueueFilter(tier: .a), QueueFilter(tier: .a, actBy: .now(on: clock)),
            QueueFilter(tier: .a, isUnclaimed: true),
        ])
        let currency = rotation.currency
        return [
            line("tier-a", "Tier A", tallies[0], currency), ages(tallies[0]), oldest(tallies[0]),
            line("late", "Late", tallies[1], currency), line("unclaimed", "Unclaimed", tallies[2], currency),
        ] + (try deskMidday())
    }

    private func ages(_ tally: QueueTally) -> HabitLine {
        let spans = zip(QueueTally.ProblemAges.spans, tally.ages.counts).map {
            HabitLine.Part(name: $0.name, count: $1)
        }
        let parts = spans + [HabitLine.Part(name: "not begun", count: tally.ages.notBegun)]
        let words = parts.filter { $0.count > 0 }.map { "\($0.name): \(Numbers.grouped($0.count))" }
        return HabitLine(
            topic: "age", title: "Age", count: tally.count, parts: parts,
            words: words.isEmpty ? "none" : words.joined(separator: ", "),
            command: "flywheel queue --tier A --order oldest")
    }

    private func oldest(_ tally: QueueTally) -> HabitLine {
        guard let oldest = tally.ages.oldest else {
            return HabitLine(
                topic: "oldest", title: "Oldest", count: 0, words: "none", command: "flywheel queue --tier A")
        }
        let owner = oldest.claimedBy.map { ", \($0)" } ?? ", nobody's"
        return HabitLine(
            topic: "oldest", title: "Oldest", count: 1, ids: [oldest.exception.description],
            words: "\(oldest.exception), \(WallClock.span(Int64(oldest.days * 86_400)))\(owner)",
            command: "flywheel show \(oldest.exception)")
    }
}
