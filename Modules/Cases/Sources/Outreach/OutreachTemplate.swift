/// A message that the desk writes first, in the languages it has it in.
public struct OutreachTemplate: Hashable, Sendable {
    /// What may stand in a text in braces, `{order}`. The chance that was foreseen is not among them: it is never told.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// The number of the order.
        case order
        /// The number of the case, as who asked knows it: that of the ticket.
        case `case`
        /// The day that was promised.
        case promised
        /// When the next message comes.
        case next
    }

    /// Its name.
    public let id: String
    /// The texts by ISO 639 code; the one under `""` is for every other language.
    public let texts: [String: String]

    /// A template; `nil` where it has no text, or one names what is no ``Field``.
    public init?(id: String, texts: [String: String]) {
        guard !texts.isEmpty, texts.values.allSatisfy({ Self.unknown(in: $0).isEmpty }) else { return nil }
        self.id = id
        self.texts = texts
    }

    /// What stands in braces in a text and is no ``Field``.
    public static func unknown(in text: String) -> [String] {
        parts(of: text).compactMap { if case .field(let name) = $0, Field(rawValue: name) == nil { name } else { nil } }
    }

    /// The language a party is written to in: their own where there is a text in it, else the one for all others.
    public func language(for party: String?) -> String? {
        if let party, texts[party] != nil { return party }
        return texts[""] == nil ? nil : ""
    }

    /// The text with its fields filled in; `nil` where there is none in that language, or a field it names has no value.
    public func text(in language: String, filling values: [Field: String]) -> String? {
        guard let text = texts[language] else { return nil }
        var filled = ""
        for part in Self.parts(of: text) {
            switch part {
            case .text(let words): filled += words
            case .field(let name):
                guard let value = Field(rawValue: name).flatMap({ values[$0] }) else { return nil }
                filled += value
            }
        }
        return filled
    }

    private enum Part {
        case text(String)
        case field(String)
    }

    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(String(rest[..<open])))
            parts.append(.field(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
        return parts
    }
}
