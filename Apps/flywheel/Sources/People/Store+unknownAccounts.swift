import FlywheelStore
import Settings

extension Store {
    /// Those of the accounts somebody may know of that no file came in of, by their names; none in a store without files. They
    /// may still come, or be slips: whoever is held to them sees nothing.
    func unknownAccounts(_ scope: [String]?) throws -> [String] {
        guard let scope, !scope.isEmpty else { return [] }
        let known = try imports().accounts
        return known.isEmpty ? [] : scope.filter { !known.contains($0) }
    }

    /// The same in words.
    func warnings(ofAccounts scope: [String]?) throws -> [String] {
        let unknown = try unknownAccounts(scope)
        guard !unknown.isEmpty else { return [] }
        let known = try imports().accounts
        return unknown.map { name in
            let near = Nearest.word(to: name, of: known).map { "; did you mean \"\($0)\"?" } ?? ""
            return "no file came in of an account \"\(name)\" yet" + near
        }
    }
}
