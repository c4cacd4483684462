import Statistics

extension Plan {
    /// The ways of working of the five stages in order, as far as one of them.
    ///
    /// One queue and an order of one's own; the order of the queue; causes and what prevents them; tuned detection; more
    /// with the same people.
    static func stages(
        to top: Int, within share: Double, of weeks: Int, _ ordinary: Practice, _ chance: inout SplitMix64
    ) -> (phases: [Phase], steps: [Course.Step]) {
        var practice = ordinary
        practice.wilful = chance.between(0.75, 1)
        practice.order = chance.one(of: [.arrival, .loudest, .any])
        practice.load = chance.between(0.55, 0.68)
        practice.capture = chance.between(0.25, 0.5)
        practice.changesWork = false
        practice.prevents = false
        practice.turnsPerDay = 1
        practice.foundByPeople = chance.between(0.2, 0.3)
        practice.noise = chance.between(0.12, 0.2)
        var phases = [Phase(week: 0, practice: practice)]
        var steps = [Course.Step(week: 0, stage: 1)]
        for stage in 2...top {
            switch stage {
            case 2: practice.wilful = chance.between(0.01, 0.05)
            case 3:
                practice.capture = chance.between(0.9, 0.98)
                practice.prevents = true
                practice.decisiveness = 0.9
            case 4:
                practice.changesWork = true
                practice.isTuned = true
                practice.turnsPerDay = 4
                practice.foundByPeople = chance.between(0.02, 0.06)
                practice.stumblingDays = 1.5
                practice.noise = chance.between(0.03, 0.06)
            default: practice.automation = max(practice.automation, 0.55)
            }
            // Evenly within the share, and up to a twentieth of it early or late.
            let turn = Double(stage - 1) / Double(max(top - 1, 1)) + chance.between(-0.05, 0.05)
            let week = max(phases.count, Int(Double(weeks) * share * min(turn, 1)))
            phases.append(Phase(week: week, practice: practice))
            steps.append(Course.Step(week: week, stage: stage))
        }
        return (phases, steps)
    }
}
