import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What waits for work and is somebody's: open exceptions and cases, by person.
struct Holdings {
    private static let page = 4_096

    /// One of them.
    struct Piece {
        /// Which it is.
        enum ID {
            case exception(ExceptionID)
            case `case`(CaseID)

            var text: String {
                switch self {
                case .exception(let id): id.description
                case .case(let id): id.description
                }
            }
        }

        let id: ID
        let account: String
        /// Why it is theirs.
        let way: Way
    }

    /// How something came to be somebody's.
    enum Way: String, CaseIterable {
        case claimed, assigned
        /// A rule names them.
        case routed
        /// A case that they have.
        case `case`
    }

    private var pieces: [String: [Piece]] = [:]

    /// What there is in a store, of one person or of everybody.
    init(of name: String? = nil, in store: any Store) throws(StoreError) {
        try addExceptions(of: name, in: store)
        try addCases(of: name, in: store)
    }

    /// Everybody who has something, by name.
    var names: [String] { pieces.keys.sorted() }

    /// What somebody has.
    subscript(name: String) -> [Piece] { pieces[name] ?? [] }

    private mutating func addExceptions(of name: String?, in store: any Store) throws(StoreError) {
        var last = ExceptionID(0)
        while true {
            let page = try store.exceptions(listed: .unfinished, of: nil, after: last, limit: Self.page)
            for exception in page where exception.state.isOpen {
                guard let holder = exception.responsible, name == nil || holder == name else {
                    continue
                }
                let way: Way = exception.claimedBy != nil ? .claimed : exception.assignedBy != nil ? .assigned : .routed
                pieces[holder, default: []].append(
                    Piece(id: .exception(exception.id), account: exception.fingerprint.subject.account, way: way))
            }
            guard page.count == Self.page, let end = page.last?.id else { return }
            last = end
        }
    }

    private mutating func addCases(of name: String?, in store: any Store) throws(StoreError) {
        var query = CaseQuery()
        query.isDone = false
        query.isOwned = true
        if let name { query.owners = [name] }
        while true {
            let page = try store.caseRecords(query, limit: Self.page)
            for record in page {
                guard let owner = record.owner else { continue }
                pieces[owner, default: []].append(
                    Piece(id: .case(record.id), account: record.key.account, way: .case))
            }
            guard page.count == Self.page, let end = page.last else { return }
            query.after = CaseCursor(of: end, in: query.order)
        }
    }
}

extension [Holdings.Piece] {
    /// How many there are of a kind.
    func count(_ way: Holdings.Way) -> Int { count { $0.way == way } }

    /// "12 rows (3 claimed, 5 assigned, 4 by rules) and 2 cases".
    var words: String {
        let (rows, cases) = (count { $0.way != .case }, count(.case))
        let ways = [(Holdings.Way.claimed, "claimed"), (.assigned, "assigned"), (.routed, "by rules")]
        let parts = ways.compactMap { way, word in count(way) > 0 ? "\(Numbers.grouped(count(way))) \(word)" : nil }
        let detail = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
        let words = [
            rows > 0 ? Numbers.count(rows, "row") + detail : nil, cases > 0 ? Numbers.count(cases, "case") : nil,
        ].compactMap(\.self)
        return words.isEmpty ? "nothing" : words.joined(separator: " and ")
    }
}
