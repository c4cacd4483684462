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
        ]
    }

    private static let limits: [(name: String, days: Double)] = [
        ("under 1 d", 1), ("1 to 3 d", 3), ("3 to 7 d", 7), ("7 d and more", .infinity),
    ]

    /// Days since a problem began, or was first seen where nothing says when it did; predicted ones have not begun.
    private func age(of exception: ExceptionRecord) -> Double? {
        exception.state == .predicted ? nil : now.days(since: exception.onset ?? exception.detected)
    }

    private func ages(_ tally: QueueTally) -> HabitLine {
        let ages = tally.exceptions.compactMap(age)
        var parts: [HabitLine.Part] = []
        var from = -Double.infinity
        for (name, days) in Self.limits {
            parts.append(HabitLine.Part(name: name, count: ages.count { $0 >= from && $0 < days }))
            from = days
        }
        parts.append(HabitLine.Part(name: "not begun", count: tally.count - ages.count))
        let words = parts.filter { $0.count > 0 }.map { "\($0.name): \(Numbers.grouped($0.count))" }
        return HabitLine(
            topic: "age", title: "Age", count: tally.count, parts: parts,
            words: words.isEmpty ? "none" : words.joined(separator: ", "),
            command: "flywheel queue --tier A --order oldest")
    }

    private func oldest(_ tally: QueueTally) -> HabitLine {
        let begun = tally.exceptions.compactMap { exception in age(of: exception).map { (exception, $0) } }
        guard let (exception, days) = begun.max(by: { $0.1 < $1.1 }) else {
            return HabitLine(
                topic: "oldest", title: "Oldest", count: 0, words: "none", command: "flywheel queue --tier A")
        }
        let owner = exception.claimedBy.map { ", \($0)" } ?? ", nobody's"
        return HabitLine(
            topic: "oldest", title: "Oldest", count: 1, ids: [exception.id.description],
            words: "\(exception.id), \(WallClock.span(Int64(days * 86_400)))\(owner)",
            command: "flywheel show \(exception.id)")
    }
}
