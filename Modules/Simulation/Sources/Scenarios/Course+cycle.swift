import Statistics

extension Course {
    /// The five stages of the cycle: one queue worked by hand; order from revenue at risk; causes recorded and prevented;
    /// thresholds tuned, detection faster; a larger catalogue with the same people.
    static func cycle(_ ordinary: Dials, _ chance: inout SplitMix64) -> [Phase] {
        var dials = ordinary
        dials.load = chance.draw(0.93...1.02)
        dials.takeInOrder(chance.draw(0.05...0.3), &chance)
        dials.captured = chance.draw(0.3...0.55)
        dials.repeating = chance.draw(0.22...0.32)
        dials.weeksToDecision = nil
        dials.lagDays = chance.draw(1.3...2.4)
        dials.turnsPerWeek = 5 + 2 * chance.below(2)
        dials.growth = chance.draw(0.02...0.1)
        var phases = [Phase(from: 0, dials: dials)]

        dials.takeInOrder(chance.draw(0.93...0.99), &chance)
        dials.captured = chance.draw(0.5...0.65)
        dials.pace = chance.draw(1.05...1.12)
        phases.append(Phase(from: 0.2, dials: dials))

        dials.captured = chance.draw(0.9...0.98)
        dials.weeksToDecision = chance.draw(0.6...1)
        dials.tunes = 0
        dials.growth = chance.draw(0.15...0.3)
        phases.append(Phase(from: 0.4, dials: dials))

        dials.tunes = 0.8
        dials.tuning = chance.draw(0.25...0.4)
        dials.turnsPerWeek = 7 * (1 + chance.below(2))
        phases.append(Phase(from: 0.6, dials: dials))

        dials.growth = chance.draw(0.5...0.9)
        phases.append(Phase(from: 0.8, dials: dials))
        return phases
    }

    /// The cycle up to its second, third or fourth stage, and then what takes it back.
    static func regress(_ ordinary: Dials, _ chance: inout SplitMix64) -> [Phase] {
        let all = cycle(ordinary, &chance)
        let reached = 2 + chance.below(3)
        let fallsAt = chance.draw(0.5...0.62)
        var phases = Array(all.prefix(reached))
        for number in phases.indices { phases[number].from = fallsAt * Double(number) / Double(reached) }
        var fallen = phases[reached - 1].dials
        var event: Event?
        switch chance.below(3) {
        case 0:
            event = .departure
            fallen.captured = chance.draw(0.2...0.45)
            fallen.weeksToDecision = nil
        case 1: event = .flood(chance.draw(3...5))
        default: fallen.order = all[0].dials.order
        }
        phases.append(Phase(from: fallsAt, dials: fallen, event: event))
        return phases
    }
}
