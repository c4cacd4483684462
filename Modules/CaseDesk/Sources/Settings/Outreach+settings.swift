import Cases
import Settings

extension OutreachTemplate {
    private enum Key: String, CaseIterable { case id, text }

    /// Reads a template: its `id` and its `text`, one for all languages or one for each.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let id = try SettingsNode.required(.id, in: section, of: node).text()
        let text = try SettingsNode.required(.text, in: section, of: node)
        var texts: [String: String] = [:]
        if text.holdsKeys {
            for (language, text) in try text.entries() {
                texts[language == "other" ? "" : language] = try Self.checked(text)
            }
        } else {
            texts[""] = try Self.checked(text)
        }
        guard let template = OutreachTemplate(id: id, texts: texts) else {
            throw node.refused(id, expected: "a text in at least one language")
        }
        self = template
    }

    private static func checked(_ node: SettingsNode) throws(ConfigurationError) -> String {
        let text = try node.text()
        if let unknown = unknown(in: text).first {
            let fields = Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
            throw node.refused("{\(unknown)}", expected: "one of \(fields)")
        }
        return text
    }
}

extension OutreachRule {
    private enum Key: String, CaseIterable {
        case id, occasion, template, intents, leastChance, everyHours, mostAWeek, sendsByItself
    }

    /// Reads a rule: its `id`, its `occasion`, the name of its `template`, and its limits.
    init(_ node: SettingsNode, templates: [String]) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        self.init(
            id: try SettingsNode.required(.id, in: section, of: node).text(),
            occasion: try SettingsNode.required(.occasion, in: section, of: node).choice(Occasion.self),
            template: try SettingsNode.required(.template, in: section, of: node).name(of: templates),
            intents: Set(try section[.intents]?.names() ?? []),
            leastChance: try section[.leastChance]?.number(in: 0...1) ?? 0.3,
            everyHours: try section[.everyHours]?.number(in: 1...10_000),
            mostAWeek: try section[.mostAWeek]?.count(in: 1...100) ?? 3,
            sendsByItself: try section[.sendsByItself]?.choice(["yes": true, "no": false, "true": true, "false": false])
                ?? false)
    }
}
