import Cases
import Settings

extension PromiseRule {
    private enum Key: String, CaseIterable {
        case id, when, firstResponse, update, resolution, calendar, counting, pauses, reopening
    }

    /// Reads a promise: its `id`, `when` it is meant, its hours, its calendar, from when an update counts, the states that
    /// pause it and what reopening does.
    init(_ node: SettingsNode, _ names: SettingsNames) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let id = try SettingsNode.required(.id, in: section, of: node).text()
        var promise = Promise(id: id, calendar: try section[.calendar]?.name(of: names.calendars) ?? "office")
        promise.firstResponse = try section[.firstResponse]?.seconds()
        promise.update = try section[.update]?.seconds()
        promise.resolution = try section[.resolution]?.seconds()
        guard promise.firstResponse != nil || promise.update != nil || promise.resolution != nil else {
            throw node.refused(id, expected: "hours for firstResponse, update or resolution")
        }
        if let node = section[.counting] { promise.updateMode = try node.choice(Promise.UpdateMode.self) }
        if let node = section[.pauses] { promise.pausing = try Self.pauses(node) }
        if let node = section[.reopening] { promise.reopening = try node.choice(Promise.Reopening.self) }
        var conditions = CaseConditions()
        if let node = section[.when] { conditions = try CaseConditions(node) }
        self.init(promise, for: conditions)
    }

    /// Clocks stop by themselves in states that end a case, and a promise that paused on new cases would never begin.
    private static func pauses(_ node: SettingsNode) throws(ConfigurationError) -> Set<CaseState> {
        let states = try node.choices(CaseState.self)
        for state in states where state.isDone || state == .new {
            throw node.refused(state.rawValue, expected: "open, waiting-on-requester, waiting-on-other or on-hold")
        }
        return states
    }
}
