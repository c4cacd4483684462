/// A value of a knob, whatever its type: the Codable form of a stage's knobs, member by member.
public enum KnobValue: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// Yes or no.
    case flag(Bool)
    /// A text, or the word of a choice.
    case text(String)
    /// Several of them.
    case list([KnobValue])
    /// Several of them by name.
    case keys([String: KnobValue])
    /// None.
    case nothing
}

extension KnobValue: Codable {
    /// Reads whatever stands there.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([KnobValue].self) {
            self = .list(list)
        } else {
            self = .keys(try container.decode([String: KnobValue].self))
        }
    }

    /// Writes the form that ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .keys(let values): try container.encode(values)
        case .nothing: try container.encodeNil()
        }
    }
}

extension KnobValue: CustomStringConvertible {
    /// The value as a settings file says it.
    public var description: String {
        switch self {
        case .number(let number): Int64(exactly: number)?.description ?? number.description
        case .flag(let flag): flag.description
        case .text(let text): text
        case .list(let list): "[\(list.map(\.description).joined(separator: ", "))]"
        case .keys(let values):
            "{\(values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        case .nothing: "null"
        }
    }
}
