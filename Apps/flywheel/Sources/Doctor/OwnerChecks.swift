import FlywheelHost
import FlywheelRuntime
import FlywheelStore

/// What `doctor` finds about who answers for what: lines of `owners:` that mean nothing, people whom they name and who cannot
/// be given work, and what is theirs all the same.
struct OwnerChecks {
    private let policy: WorkPolicy
    private let store: any Store
    private let roster: Roster
    /// The accounts that files came in of.
    private let accounts: [String]

    init(_ policy: WorkPolicy, of store: any Store) throws {
        self.policy = policy
        self.store = store
        roster = Roster(try store.people())
        accounts = try store.imports().accounts.sorted()
    }

    /// Those, or that all is well.
    func checks() throws -> [Check] {
        let found = idleRules + policy.rules.indices.flatMap(checks(ofRule:)) + (try holders())
        let count = policy.rules.count
        let all = count == 0 ? "no rules: rows belong to whoever claims them" : Numbers.count(count, "rule")
        return found.isEmpty ? [.ok("owners", all)] : found
    }

    private static func look(_ finding: String, _ help: String) -> Check { .look("owners", finding, help: help) }

    private static let lines = "change owners: in flywheel.yaml"

    private var idleRules: [Check] {
        policy.idleRules.map { rule, behind in
            Self.look(
                "line \(rule) never answers: line \(behind) matches all that it does",
                "put the more special line first under owners: in flywheel.yaml")
        }
    }

    private func checks(ofRule place: Int) -> [Check] {
        let (rule, line) = (policy.rules[place], place + 1)
        let unknown = accounts.isEmpty ? [] : rule.accounts.filter { !accounts.contains($0) }.sorted()
        let slips = unknown.map {
            Self.look("line \(line): no file came in of an account \"\($0)\" yet", Self.lines)
        }
        return slips + [check(ofOwner: rule, line)].compactMap(\.self)
    }

    private func check(ofOwner rule: WorkPolicy.Rule, _ line: Int) -> Check? {
        let (name, word) = (rule.owner, rule.owner.shellWord)
        let names = "line \(line) names \(name), who"
        guard !roster.isEmpty else { return nil }
        guard roster.knows(name) else {
            return Self.look("\(names) is nobody at the server", "\(Self.lines), or flywheel people add \(word)")
        }
        guard !roster.isKeptOut(name) else {
            return Self.look(
                "\(names) is kept out: its rows stay with nobody", "\(Self.lines), or flywheel people enable \(word)")
        }
        let hidden = (rule.accounts.isEmpty ? accounts : rule.accounts.sorted()).filter {
            roster.obstacle(for: name, account: $0) != nil
        }
        guard !hidden.isEmpty else { return nil }
        return Self.look(
            "\(names) may not know of \(hidden.joined(separator: ", ")): rows of it stay with nobody",
            "name an owner for it first under owners: in flywheel.yaml, or flywheel people role \(word) ROLE --accounts NAMES"
        )
    }

    /// Whoever has something that they will never see, or whom nobody here knows.
    private func holders() throws -> [Check] {
        guard !roster.isEmpty else { return [] }
        let holdings = try Holdings(in: store)
        return holdings.names.flatMap { name -> [Check] in
            let (pieces, hand) = (holdings[name], "flywheel people hand \(name.shellWord) --to NAME")
            guard roster.knows(name) else {
                return [Self.look("\(name) is nobody at the server, and has \(pieces.words)", hand)]
            }
            guard !roster.isKeptOut(name) else {
                return [Self.look("\(name) is kept out, and has \(pieces.words)", hand)]
            }
            let hidden = Dictionary(grouping: pieces, by: \.account).filter {
                roster.obstacle(for: name, account: $0.key) != nil
            }
            return hidden.sorted { $0.key < $1.key }.map { account, pieces in
                Self.look(
                    "\(name) may not know of \(account), and has \(pieces.words) of it",
                    "\(hand) --account \(account.shellWord)")
            }
        }
    }
}
