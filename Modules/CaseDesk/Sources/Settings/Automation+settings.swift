import Cases
import Settings

extension Automation {
    private enum Key: String, CaseIterable { case intents, audited }

    /// Reads `{intents: [where-is-my-order], audited: 0.1}`: the intents to decide about, and the share of decisions that is left
    /// to people all the same.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let intents = Set(try SettingsNode.required(.intents, in: section, of: node).names())
        self.init(intents, audited: try section[.audited]?.number(in: 0...1) ?? Automation().audited)
    }
}
