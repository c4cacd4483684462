/// What a part of a JSON document is made of, as far as the program's documents go.
indirect enum Shape: Hashable, Sendable {
    case text
    /// One of these words.
    case word([String])
    /// An exact decimal number, as text.
    case decimal
    /// A moment, RFC 3339 in UTC.
    case instant
    case flag
    case integer
    case number
    case list(Shape)
    case record([Field])
    /// The shape, or null where it is not known or does not apply.
    case maybe(Shape)

    /// A member of an object. All are there, in this order, but for those that may be left out.
    struct Field: Hashable, Sendable {
        let key: String
        let shape: Shape
        /// Whether it is left out where it says nothing, as in messages; documents have all of theirs.
        var mayBeLeftOut = false
    }
}

extension Shape: ExpressibleByDictionaryLiteral {
    /// An object's members in their order.
    init(dictionaryLiteral fields: (String, Shape)...) {
        self = .record(fields.map { Field(key: $0.0, shape: $0.1) })
    }

    /// A sum of money; the amount is null when it is not known.
    static let money: Shape = ["amount": .maybe(.decimal), "currency": .text]
    /// A sum of money that is known.
    static let knownMoney: Shape = ["amount": .decimal, "currency": .text]
    /// What something is about.
    static let subject: Shape = ["kind": .text, "account": .text, "marketplace": .text, "code": .text]
}

extension Shape {
    /// The shape as a JSON Schema (draft 2020-12, core and validation). Further members are allowed: new ones may come
    /// within a version.
    var json: JSON {
        switch self {
        case .text: ["type": "string"]
        case .word(let words): ["type": "string", "enum": .texts(words)]
        case .decimal: ["type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"]
        case .instant: ["type": "string", "format": "date-time"]
        case .flag: ["type": "boolean"]
        case .integer: ["type": "integer"]
        case .number: ["type": "number"]
        case .list(let items): ["type": "array", "items": items.json]
        case .record(let fields):
            [
                "type": "object",
                "properties": .object(fields.map { JSON.Member(key: $0.key, value: $0.shape.json) }),
                "required": .texts(fields.filter { !$0.mayBeLeftOut }.map(\.key)),
            ]
        case .maybe(let shape): .object(shape.json.members.map(\.orNull))
        }
    }
}

extension JSON.Member {
    /// The member of a schema, where null is allowed as well.
    fileprivate var orNull: JSON.Member {
        switch (key, value) {
        case ("type", let type): JSON.Member(key: key, value: [type, "null"])
        case ("enum", .array(let words)): JSON.Member(key: key, value: .array(words + [.null]))
        default: self
        }
    }
}
