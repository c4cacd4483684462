public import Cases
import Settings

/// An answer that is used again and again, with what else it does; all of it happens, or nothing.
public struct Macro: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// What the desk writes, by ISO 639 code of the language; the text under `""` is for every other.
    public private(set) var replies: [String: String] = [:]
    /// What only the desk sees; `nil` where nothing is written down.
    public private(set) var note: String?
    /// Where the case comes to stand, with a reply once that is written; `nil` where it stays, and waits once it was answered.
    public private(set) var state: CaseState?
    /// The group that gets it; `nil` where it stays.
    public private(set) var group: String?
    /// Labels it gets.
    public private(set) var tags: [String] = []
    /// The checklist it gets; `nil` where it gets none.
    public private(set) var checklist: String?

    private enum Key: String, CaseIterable { case id, reply, note, state, group, tags, checklist }

    /// Reads a macro: its `id`, and at least one thing that it does.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        id = try SettingsNode.required(.id, in: section, of: node).text()
        if let node = section[.reply] { replies = try Self.replies(node) }
        note = try section[.note]?.text()
        state = try section[.state]?.choice(CaseState.self)
        group = try section[.group]?.text()
        tags = try section[.tags]?.names() ?? []
        checklist = try section[.checklist]?.text()
        guard section.count > 1 else { throw node.refused(id, expected: "something that it does, such as a reply") }
    }

    /// A text for every language, or one for each.
    private static func replies(_ node: SettingsNode) throws(ConfigurationError) -> [String: String] {
        guard node.holdsKeys else { return ["": try node.text()] }
        var replies: [String: String] = [:]
        for (language, text) in try node.entries() {
            replies[language == "other" ? "" : language] = try text.text()
        }
        return replies
    }
}

/// Steps that a kind of case needs, in order.
public struct Checklist: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// The cases that get it by themselves; `nil` where only people and macros give it.
    public let conditions: CaseConditions?
    /// What is to be done, in words.
    public let steps: [String]

    private enum Key: String, CaseIterable { case id, when, steps }

    /// Reads a checklist: its `id` and its `steps`.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        id = try SettingsNode.required(.id, in: section, of: node).text()
        steps = try SettingsNode.required(.steps, in: section, of: node).names()
        conditions = try section[.when].map { node throws(ConfigurationError) in try CaseConditions(node) }
    }
}
