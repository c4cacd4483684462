import Imports

/// The people and groups that a file names beside its tickets, by their numbers.
struct Directory {
    /// A person.
    struct Person {
        var correspondent: Correspondent
        /// Whether they are of the desk; nil where the file does not say.
        var isAgent: Bool?
        /// The language they use, as the source writes it.
        var locale: String?
    }

    private(set) var people: [String: Person] = [:]
    private(set) var groups: [String: String] = [:]
    /// Names of states, priorities and other lists, by list and number.
    private(set) var words: [String: [String: String]] = [:]

    mutating func add(_ person: Person) {
        if let code = person.correspondent.code { people[code] = person }
    }

    mutating func add(group: String, named name: String) { groups[group] = name }

    mutating func add(_ word: String, number: String, to list: String) { words[list, default: [:]][number] = word }

    /// A person by their number; only the number where the file does not tell more.
    func person(_ code: String?) -> Person? {
        guard let code else { return nil }
        return people[code] ?? Person(correspondent: Correspondent(code: code))
    }

    /// What a person is called, else their number.
    func name(of code: String?) -> String? {
        guard let code else { return nil }
        return people[code]?.correspondent.name ?? code
    }

    /// What a group is called, else its number.
    func group(_ code: String?) -> String? { code.map { groups[$0] ?? $0 } }
}
