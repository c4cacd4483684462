import FlywheelWeb
import HTTPTypes

/// The part of a list that a request asks for. Commands print lists whole; over the API every list comes in parts, with how
/// many rows there are and where the next part begins. What grows with the store is read in parts: see ``PartedCommand``.
struct ListPage {
    let limit: Int
    let cursor: String?

    /// What a request may give, beside what the command takes.
    static let parameters: [Operation.Parameter] = [
        .init(
            limitName, in: .query, "Rows at most.",
            schema: JSON.object(limitRule.schema.members + [.init(key: "default", value: .integer(preset))]).line),
        .init(cursorName, in: .query, "Where to go on, as an earlier answer says.", schema: cursorRule.schema.line),
    ]

    private static let (limitName, cursorName) = ("limit", "cursor")
    private static let (limitRule, cursorRule) = (ValueRule.integer(1...1_000), ValueRule.text)
    private static let preset: Int64 = 100

    /// - Parameter given: what the request gives; what is taken from it is not the command's.
    init(taking given: inout [APIInput.Given]) throws(Problem) {
        let limit = try Self.word(Self.limitName, Self.limitRule, &given)
        self.limit = limit.flatMap { Int($0) } ?? Int(Self.preset)
        cursor = try Self.word(Self.cursorName, Self.cursorRule, &given)
    }

    /// - Parameter request: one whose address says nothing else.
    init(_ request: WebRequest) throws(Problem) {
        var given = APICommand.given(inQueryOf: request)
        try self.init(taking: &given)
        guard let other = given.first else { return }
        throw Problem(
            .badRequest, "unknown-parameter", "there is no parameter \"\(other.name)\" here, expected limit, cursor",
            place: other.place)
    }

    private static func word(
        _ name: String, _ rule: ValueRule, _ given: inout [APIInput.Given]
    ) throws(Problem) -> String? {
        guard let index = given.firstIndex(where: { $0.name == name }) else { return nil }
        let found = given.remove(at: index)
        guard let word = rule.word(in: found.value, isText: true) else {
            throw Problem(
                .badRequest, "usage", "\"\(name)\" is \(found.value.line), expected one value, \(rule.expectation)",
                place: found.place)
        }
        return word
    }

    /// The part of an answer's list, with how many rows there are in all.
    ///
    /// - Parameter names: the columns by which a row is known in its list; the first where none are given.
    func part(of answer: any Answer, named names: [String] = []) throws(Diagnostic) -> JSON {
        let document = answer.json
        guard let key = answer.listKey, case .array(let rows) = document[key] else { return document }
        let names = names.isEmpty ? Array(answer.columns.prefix(1)) : names
        let part = try ListPart(Self.named(rows, by: names), behind: cursor, limit: limit, name: \.name)
        let members = document.members.map { member in
            member.key == key ? JSON.Member(key: key, value: .array(part.rows.map(\.row))) : member
        }
        return Self.document(members, part.matching, next: part.next)
    }

    /// A document that holds a part of its list.
    static func document(_ members: [JSON.Member], _ matching: ListCount, next: String?) -> JSON {
        .object(members + place.json((matching, next)).members)
    }

    /// How many rows there are, and where the next part begins.
    private static let place: Members<(matching: ListCount, next: String?)> = [
        "matching": .value { $0.matching }, "nextCursor": .value { $0.next },
    ]

    /// Each row with a name that no other has: where several are called the same, they are counted.
    private static func named(_ rows: [JSON], by columns: [String]) -> [(row: JSON, name: String)] {
        var seen: [String: Int] = [:]
        return rows.map { row in
            let name = Records.values(of: row, columns: columns).map(Records.text(of:)).joined(separator: "/")
            let count = seen[name, default: 0] + 1
            seen[name] = count
            return (row, count == 1 ? name : "\(name)/\(count)")
        }
    }

    /// The schema of a list's document as it comes in parts.
    static func schema(of document: JSON) -> JSON { ["allOf": [document, place.shape.json]] }
}
