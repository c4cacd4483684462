import Settings

extension SettingsNode {
    /// The languages of a list, by their codes, as cases have them: of a locale, `de-DE`, the language counts.
    func languages() throws(ConfigurationError) -> Set<String> { Set(try names().map { DeskTriage.code($0) ?? $0 }) }

    /// What the words of a list stand for.
    func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ type: Choice.Type
    ) throws(ConfigurationError) -> Set<Choice> {
        var choices: Set<Choice> = []
        for item in items { choices.insert(try item.choice(type)) }
        return choices
    }

    /// One of some names.
    func name(of names: [String]) throws(ConfigurationError) -> String {
        try choice(Dictionary(names.map { ($0, $0) }) { first, _ in first })
    }

    /// The place of one of some names among them.
    func index(in names: [String]) throws(ConfigurationError) -> Int {
        try choice(Dictionary(zip(names, names.indices)) { first, _ in first })
    }

    /// Hours as business seconds, half a minute to 10,000 hours.
    func seconds() throws(ConfigurationError) -> Int64 {
        let hours = try value("hours from 0.01 to 10000") { text in
            Double(text).flatMap { (0.01...10_000).contains($0) ? $0 : nil }
        }
        return Int64((hours * 3_600).rounded())
    }

    /// Refuses a name that stands for two things.
    func refuseTwice(_ names: [String]) throws(ConfigurationError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw refused(name, expected: "each name once")
        }
    }

    /// Something that has to be there.
    static func required<Key: RawRepresentable<String>>(
        _ key: Key, in section: [Key: SettingsNode], of node: SettingsNode
    ) throws(ConfigurationError) -> SettingsNode {
        guard let found = section[key] else {
            throw node.refused("nothing", expected: "a \(key.rawValue) in each item")
        }
        return found
    }
}

extension SettingsNode? {
    /// What each item of a list means; nothing where there is no list.
    func items<Value>(
        _ read: (SettingsNode) throws(ConfigurationError) -> Value
    ) throws(ConfigurationError) -> [Value] {
        var values: [Value] = []
        for item in self?.items ?? [] { values.append(try read(item)) }
        return values
    }
}

extension Nearest {
    /// The word that may have been meant, as the end of a sentence.
    static func hint(to text: String, of words: some Sequence<String>) -> String {
        word(to: text, of: words).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
