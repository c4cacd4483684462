import Calendars
import Settings

extension Component {
    private enum Key: String, CaseIterable { case id, name, since }

    /// Reads `{id: orders, name: Order import, since: 2026-10-01}`.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let id = try node.required(section[.id], "an id in each component").word()
        self.init(
            id: id, name: try section[.name]?.text() ?? id,
            since: try section[.since]?.value("a day such as 2026-10-01") { CivilDate($0)?.daysSinceEpoch })
    }
}

extension ServiceLevel {
    private enum Key: String, CaseIterable {
        case id, title, clock, promise, component, severity, target, window, least
    }

    /// Promises that have to be kept or missed before a share of them is stated, where nobody says.
    private static let leastPromises = 20
    /// Days that a component has to be watched before a share of them is stated, where nobody says.
    private static let leastDays = 7

    /// Reads `{id: answers, title: We answer, clock: first-response, target: 0.95}`.
    init(
        _ node: SettingsNode, names: CommitmentSettings.Names, components: [Component]
    ) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let id = try node.required(section[.id], "an id in each level").word()
        let isUptime = section[.component] != nil
        let most = isUptime ? 28 : 1_000_000
        let least = try section[.least]?.count(in: 1...most) ?? (isUptime ? Self.leastDays : Self.leastPromises)
        let target = try node.required(section[.target], "a target in each level, such as 0.95").tenThousandths()
        self.init(
            id: id, title: try node.required(section[.title], "a title in each level").text(),
            measure: try Self.measure(section, of: node, names, components),
            target: target,
            window: try section[.window]?.choice(Window.self) ?? .calendarMonth, least: least)
    }

    private static func measure(
        _ section: [Key: SettingsNode], of node: SettingsNode, _ names: CommitmentSettings.Names,
        _ components: [Component]
    ) throws(ConfigurationError) -> Measure {
        switch (section[.clock], section[.component]) {
        case (let clock?, nil):
            if let severity = section[.severity] {
                throw severity.refused("severity", expected: "no severity beside a clock")
            }
            return .clock(try clock.name(of: names.clocks), promise: try section[.promise]?.name(of: names.promises))
        case (nil, let node?):
            if let promise = section[.promise] {
                throw promise.refused("promise", expected: "no promise beside a component")
            }
            let id = try node.name(of: components.map(\.id))
            guard components.contains(where: { $0.id == id && $0.since != nil }) else {
                throw node.refused(id, expected: "a component that says since when its incidents are written down")
            }
            return .uptime(component: id, from: try section[.severity]?.choice(Severity.self) ?? .partial)
        case (nil, nil): throw node.refused("nothing", expected: "a clock or a component in each level")
        case (_?, _?): throw node.refused("clock and component", expected: "one of them")
        }
    }
}

extension SettingsNode {
    /// Something that has to be there.
    fileprivate func required(
        _ found: SettingsNode?, _ expected: String
    ) throws(ConfigurationError) -> SettingsNode {
        guard let found else { throw refused("nothing", expected: expected) }
        return found
    }

    /// A share with at most four decimals: rounding a finer one would promise something else.
    fileprivate func tenThousandths() throws(ConfigurationError) -> Int {
        try value("a share from 0 to 1 with at most four decimals, such as 0.9995") { text in
            guard let share = Double(text), 0...1 ~= share else { return nil }
            let parts = (share * 10_000).rounded()
            return abs(share * 10_000 - parts) < 1e-6 ? Int(parts) : nil
        }
    }

    /// A word of a-z, 0-9 and -.
    fileprivate func word() throws(ConfigurationError) -> String {
        try value("a word of a-z, 0-9 and -, at most 40 of them") { text in
            let isWord = text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
            return isWord && 1...40 ~= text.utf8.count ? text : nil
        }
    }

    /// One of some names.
    fileprivate func name(of names: [String]) throws(ConfigurationError) -> String {
        try choice(Dictionary(names.map { ($0, $0) }) { first, _ in first })
    }

    /// Refuses a name that stands for two things.
    func refuseTwice(_ names: [String]) throws(ConfigurationError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw refused(name, expected: "each id once") }
    }
}
