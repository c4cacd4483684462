import Calendars
import FlywheelKit
import Settings

/// What a value of a request has to be. The description says it, and requests are held to it by the same words, so that
/// nothing is refused as malformed that the description allows.
indirect enum ValueRule: Hashable, Sendable {
    case flag
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    /// One of these words.
    case words([String])
    /// Any text that is not empty.
    case text
    /// A text that an expression (ECMA-262, without lookarounds) matches as a whole, and how people are told so.
    case pattern(String, example: String)
    /// A day, `2026-11-20`.
    case day
    /// A day, or a moment of RFC 3339.
    case moment
    /// One of these words, or what another rule says.
    case either([String], ValueRule)

    /// An id with its letter in front.
    static func id(_ letter: String) -> ValueRule { .pattern("^\(letter)[1-9][0-9]{0,17}$", example: "\(letter)12") }
}

extension ValueRule {
    /// The rule as a JSON Schema.
    var schema: JSON {
        switch self {
        case .flag: ["type": "boolean"]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .number(let range):
            ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
        case .words(let words): ["type": "string", "enum": .texts(words)]
        case .text: ["type": "string", "minLength": 1]
        case .pattern(let pattern, _): ["type": "string", "pattern": .text(pattern)]
        case .day: ["type": "string", "format": "date"]
        case .moment: ["anyOf": [ValueRule.day.schema, ["type": "string", "format": "date-time"]]]
        case .either(let words, let other): ["anyOf": [ValueRule.words(words).schema, other.schema]]
        }
    }

    /// The rule as people are told it.
    var expectation: String {
        switch self {
        case .flag: "true or false"
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .words(let words): words.joined(separator: ", ")
        case .text: "a text"
        case .pattern(_, let example): example
        case .day: "a day such as 2026-11-27"
        case .moment: "2026-11-20T16:05:00Z or 2026-11-20"
        case .either(let words, let other): "\(words.joined(separator: ", ")) or \(other.expectation)"
        }
    }

    /// What stands for a value on the command line; `nil` where it is not what it has to be.
    ///
    /// - Parameter isText: whether the value stands in an address, where numbers and booleans are texts as well.
    func word(in value: JSON, isText: Bool) -> String? {
        if case .text(let text) = value { return word(in: text, isText: isText) }
        return switch (self, value) {
        case (.flag, .bool(let flag)): flag ? "true" : "false"
        case (.integer(let range), .integer(let number)) where range.contains(number): String(number)
        // JSON Schema calls 12.0 an integer.
        case (.integer(let range), .number(let number)):
            Int64(exactly: number).flatMap { range.contains($0) ? String($0) : nil }
        case (.number(let range), .integer(let number)) where range.contains(Double(number)): String(number)
        case (.number(let range), .number(let number)) where range.contains(number): "\(number)"
        case (.either(_, let other), _): other.word(in: value, isText: isText)
        default: nil
        }
    }

    private func word(in text: String, isText: Bool) -> String? {
        let fits =
            switch self {
            case .flag: isText && ["true", "false"].contains(text)
            case .integer(let range): isText && Int64(text).map(range.contains) ?? false
            case .number(let range): isText && Double(text).map(range.contains) ?? false
            case .words(let words): words.contains(text)
            case .text: !text.isEmpty
            case .pattern(let pattern, _): Self.matches(pattern, text)
            case .day: Day(text) != nil
            case .moment: (try? Moment(argument: text)) != nil
            case .either(let words, let other): words.contains(text) || other.word(in: text, isText: isText) != nil
            }
        return fits ? text : nil
    }

    /// By code points, as JSON Schema counts, and not by what people see as characters.
    private static func matches(_ pattern: String, _ text: String) -> Bool {
        guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
        return text.wholeMatch(of: expression) != nil
    }
}
