import Statistics

extension Dials {
    /// The dials of an organisation in which nothing is the matter, each somewhere between its bounds.
    static func ordinary(_ chance: inout SplitMix64) -> Dials {
        let queue = chance.draw(0.8...0.98)
        let rest = (0..<3).map { _ in chance.draw(0.1...1) }
        return Dials(
            arrivalsPerWeek: chance.drawByMagnitude(5...400),
            endingAlone: chance.draw(0.05...0.2),
            repeating: chance.draw(0.06...0.18),
            repeatsAfterDays: chance.draw(12...40),
            growth: chance.draw(0...0.4),
            lagDays: chance.draw(0.15...0.7),
            turnsPerWeek: [5, 7, 7, 14][chance.below(4)],
            foundByPeople: chance.draw(0...0.12),
            foundAfterDays: chance.draw(2...6),
            load: chance.draw(0.45...0.8),
            order: [queue] + rest.map { $0 / rest.reduce(0, +) * (1 - queue) },
            routed: chance.draw(0.5...1),
            byPlaybook: chance.draw(0.6...0.95),
            stepsDone: chance.draw(0.75...1),
            pace: 1,
            captured: chance.draw(0.84...0.98),
            vanishing: chance.draw(0...0.5),
            fixing: chance.draw(0.88...0.98),
            complete: chance.draw(0.85...1),
            weeksToComplete: nil,
            leftRefuted: chance.draw(0...0.1),
            weeksToDecision: chance.draw(1...3.5),
            prevention: chance.draw(0.5...0.85),
            tuning: chance.draw(0.1...0.25),
            tunes: chance.draw(0.3...0.7))
    }

    /// Rows taken in the queue's order to a share, the rest in others.
    mutating func takeInOrder(_ share: Double, _ chance: inout SplitMix64) {
        let rest = (0..<3).map { _ in chance.exponential() + 0.02 }
        order = [share] + rest.map { $0 / rest.reduce(0, +) * (1 - share) }
    }
}
