import Cases
import Settings

extension DeskPerson {
    private enum Key: String, CaseIterable {
        case name, aliases, sides, languages, skills, groups, roles, cap, shift, level
    }

    /// Reads a person: only the name has to be there.
    init(_ node: SettingsNode, _ names: SettingsNames) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        self.init(try SettingsNode.required(.name, in: section, of: node).text())
        if let node = section[.aliases] { aliases = Set(try node.names()) }
        if let node = section[.sides] { sides = try node.choices(Side.self) }
        if let node = section[.languages] { languages = try node.languages() }
        if let node = section[.skills] { skills = Set(try node.names()) }
        if let node = section[.groups] { groups = Set(try node.names()) }
        if let node = section[.cap] { cap = try node.count(in: 0...1_000) }
        if let node = section[.shift] { shift = try node.name(of: names.calendars) }
        if let node = section[.level] { level = try node.index(in: names.levels) }
        if let node = section[.roles] { roles = Set(try node.names()) }
    }
}

extension RoutingRule {
    private enum Key: String, CaseIterable { case id, when, group, skills, sides, level }

    /// Reads a rule: its `id`, `when` it is meant, and what the cases need of whoever works them.
    init(_ node: SettingsNode, _ names: SettingsNames) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        self.init(try SettingsNode.required(.id, in: section, of: node).text())
        if let node = section[.when] { conditions = try CaseConditions(node) }
        group = try section[.group]?.text()
        if let node = section[.skills] { skills = Set(try node.names()) }
        if let node = section[.sides] { sides = try node.choices(Side.self) }
        if let node = section[.level] { level = try node.index(in: names.levels) }
    }
}
