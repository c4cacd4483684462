extension MaturityModel {
    /// What is wrong with it, each in a sentence; none of a model that can be used.
    public var faults: [String] {
        levelFaults + checkFaults + windowFaults
    }

    private var levelFaults: [String] {
        var faults: [String] = []
        if levels.map(\.number) != Array(1...max(levels.count, 1)) {
            faults.append("levels are numbered \(levels.map(\.number)), expected 1, 2, 3 and so on")
        }
        for level in levels where !(1...5).contains(level.cmmi) {
            faults.append("level \(level.number) has cmmi \(level.cmmi), expected 1 to 5")
        }
        for level in levels.dropFirst() where !checks.contains(where: { $0.level == level.number }) {
            faults.append("level \(level.number) has no check, so everything would pass it")
        }
        return faults
    }

    private var checkFaults: [String] {
        var faults: [String] = []
        var seen: Set<String> = []
        for check in checks {
            if !seen.insert(check.id).inserted { faults.append("check \(check.id) stands there twice") }
            if check.level < 2 || check.level > levels.count {
                faults.append("check \(check.id) is of level \(check.level), expected 2 to \(max(levels.count, 2))")
            }
            if check.measure.isShare, !(0...1).contains(check.limit) {
                faults.append("check \(check.id) has the limit \(check.limit), expected a share from 0 to 1")
            }
            if check.minimumEvents < 1 {
                faults.append("check \(check.id) wants \(check.minimumEvents) events, expected 1 or more")
            }
            if !(check.effortHours >= 0 && check.effortHours.isFinite) {
                faults.append("check \(check.id) takes \(check.effortHours) hours, expected 0 or more")
            }
        }
        return faults
    }

    private var windowFaults: [String] {
        var faults: [String] = []
        if windowDays < 7 { faults.append("windowDays is \(windowDays), expected 7 or more") }
        if decisionDays < windowDays {
            faults.append("decisionDays is \(decisionDays), expected windowDays, \(windowDays), or more")
        }
        if !(0...1).contains(leastKnownShare) {
            faults.append("leastKnownShare is \(leastKnownShare), expected a share from 0 to 1")
        }
        if connections.steps.map(\.level) != [3, 4, 5] {
            faults.append("connections.steps reach \(connections.steps.map(\.level)), expected 3, 4 and 5")
        }
        return faults
    }
}
