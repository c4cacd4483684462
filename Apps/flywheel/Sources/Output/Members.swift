import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The members of a record's JSON in their order, each described once: its values, its schema and the columns of its rows
/// follow from that.
///
///     static let members: Members<Self> = [
///         "id": .value(\.id), "state": .word(\.state), "refused": .value(\.refused),
///         "steps": .list(\.steps, ["title": .value(\.title), "done": .value(\.isDone)]),
///     ]
struct Members<Record>: ExpressibleByDictionaryLiteral, Sendable {
    private let all: [(key: String, member: Member<Record>)]

    private init(all: [(key: String, member: Member<Record>)]) { self.all = all }

    init(dictionaryLiteral members: (String, Member<Record>)...) {
        all = members.map { (key: $0.0, member: $0.1) }
    }

    /// What a schema says of it.
    var shape: Shape { .record(all.map { Shape.Field(key: $0.key, shape: $0.member.shape) }) }

    /// The record as JSON.
    @Sendable func json(_ record: Record) -> JSON {
        .object(all.map { JSON.Member(key: $0.key, value: $0.member.json(record)) })
    }

    /// The columns of rows by their flattened names.
    var columns: [String] { shape.columns }

    /// The members of a part as those of the whole.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Record) -> Members<Whole> {
        Members<Whole>(
            all: all.map { key, member in (key: key, member: Member<Whole>(member.shape) { member.json(part($0)) }) })
    }

    /// The members of the one, and behind them those of the other.
    static func + (first: Members, second: Members) -> Members { Members(all: first.all + second.all) }

    subscript(key: String) -> Member<Record>? { all.first { $0.key == key }?.member }
}

/// A member of a record's JSON: what stands in it, and what the schema says of that.
struct Member<Record>: Sendable {
    let shape: Shape
    let json: @Sendable (Record) -> JSON

    init(_ shape: Shape, _ json: @escaping @Sendable (Record) -> JSON) {
        self.shape = shape
        self.json = json
    }

    /// A value whose type says how it is written.
    static func value<Value: JSONValue>(_ value: @escaping @Sendable (Record) -> Value) -> Member {
        Member(Value.shape) { value($0).json }
    }

    /// One of a type's words.
    static func word<Word: JSONWord>(
        _ word: @escaping @Sendable (Record) -> Word
    ) -> Member {
        Member(.word(Word.allCases.map(\.rawValue))) { .text(word($0).rawValue) }
    }

    /// One of a type's words, or null.
    static func word<Word: JSONWord>(
        _ word: @escaping @Sendable (Record) -> Word?
    ) -> Member {
        Member(.maybe(.word(Word.allCases.map(\.rawValue)))) { .text(word($0)?.rawValue) }
    }

    /// One of a type's words, as stores keep them.
    static func word<Word: JSONWord>(
        of type: Word.Type, _ word: @escaping @Sendable (Record) -> String
    ) -> Member {
        .word(of: Word.allCases.map(\.rawValue), word)
    }

    /// One of these words.
    static func word(of words: [String], _ word: @escaping @Sendable (Record) -> String) -> Member {
        Member(.word(words)) { .text(word($0)) }
    }

    /// Words of a type.
    static func words<Word: JSONWord>(
        _ words: @escaping @Sendable (Record) -> [Word]
    ) -> Member {
        Member(.list(.word(Word.allCases.map(\.rawValue)))) { .texts(words($0).map(\.rawValue)) }
    }

    /// How many there are of each of a type's words.
    static func counts<Word: JSONWord>(
        _ counts: @escaping @Sendable (Record) -> [Word: Int]
    ) -> Member {
        let words = Array(Word.allCases)
        return Member(.record(words.map { Shape.Field(key: $0.rawValue, shape: .integer) })) { record in
            .object(words.map { JSON.Member(key: $0.rawValue, value: .count(counts(record)[$0] ?? 0)) })
        }
    }

    /// A sum in minor units; the amount is null where it is not known.
    static func money(
        _ sum: @escaping @Sendable (Record) -> (minorUnits: Int64?, currency: Currency)
    ) -> Member {
        Member(.money) { .money(sum($0).minorUnits, sum($0).currency) }
    }

    /// A sum in minor units without its currency, or null.
    static func amount(
        _ sum: @escaping @Sendable (Record) -> (minorUnits: Int64?, currency: Currency)
    ) -> Member {
        Member(.maybe(.decimal)) { .amount(sum($0).minorUnits, sum($0).currency) }
    }

    /// A share, or another number, to 0.0001.
    static func share(_ value: @escaping @Sendable (Record) -> Double) -> Member {
        Member(.number) { .share(value($0)) }
    }

    /// A share, or another number, to 0.0001, or null.
    static func share(_ value: @escaping @Sendable (Record) -> Double?) -> Member {
        Member(.maybe(.number)) { .share(value($0)) }
    }

    /// An object of further members of the same record.
    static func part(_ members: Members<Record>) -> Member { Member(members.shape, members.json) }

    /// An object of what belongs to the record, or null.
    static func maybe<Part>(_ part: @escaping @Sendable (Record) -> Part?, _ members: Members<Part>) -> Member {
        Member(.maybe(members.shape)) { part($0).map(members.json) ?? .null }
    }

    /// An object for each thing that belongs to the record.
    static func list<Part>(
        _ parts: @escaping @Sendable (Record) -> [Part], _ members: Members<Part>
    ) -> Member {
        Member(.list(members.shape)) { .array(parts($0).map(members.json)) }
    }
}

extension Shape {
    /// The flattened names of what has one cell in a row; lists of records have none.
    var columns: [String] { columns("") }

    private func columns(_ name: String) -> [String] {
        switch self {
        case .record(let fields): fields.flatMap { $0.shape.columns(name.isEmpty ? $0.key : "\(name).\($0.key)") }
        case .maybe(let shape): shape.columns(name)
        case .list(.record): []
        default: [name]
        }
    }
}
