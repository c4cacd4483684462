import FlywheelKit

extension Reader {
    /// What the domain said, in the language of the page; where nobody wrote that yet, the English, marked as such.
    public func said(_ text: String) -> HTML {
        if saysAsSaid(text) { return HTML(text: text) }
        var telling = Telling<HTML>(
            reader: self, write: { phrases.html($0, $1) }, nest: { .html($0) },
            join: { HTML(trusted: formats.list($0.map(\.markup))) },
            capitalize: { HTML(trusted: $0.markup.capitalizedFirst) })
        if let told = telling.told(text) { return told.written }
        return locale.language == .en ? HTML(text: toldMoments(in: text)) : "<span lang=\"en\">\(text)</span>"
    }

    /// What the domain said as text, for mail and for what stands in attributes.
    public func saidText(_ text: String) -> String {
        if saysAsSaid(text) { return text }
        var telling = Telling<String>(
            reader: self, write: { phrases.text($0, $1) }, nest: { .text($0) }, join: formats.list,
            capitalize: \.capitalizedFirst)
        return telling.told(text)?.written ?? toldMoments(in: text)
    }

    /// The English text with its moments, `2026-11-20T08:05:00Z`, as the reader writes them, in their zone.
    private func toldMoments(in text: String) -> String {
        guard locale.language == .en, text.utf8.contains(UInt8(ascii: "Z")) else { return text }
        return text.replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) { match in
            Instant(String(match.output)).map(formats.moment) ?? String(match.output)
        }
    }

    /// Whether the page says it in the words and figures of the domain: in English, where no day and no sum stands in it.
    private func saysAsSaid(_ text: String) -> Bool {
        guard [.enUS, .enGB].contains(locale), [.enUS, .enGB].contains(formats.locale) else { return text.isEmpty }
        return !text.contains(#/\d{4}-\d\d-\d\d|[A-Z]{3} -?\d/#)
    }
}

/// Tells one text in the language of a page, with the sentences in it.
private struct Telling<Written> {
    let reader: Reader
    let write: (Message, [String: Phrases.Value]) -> Written
    /// How a sentence stands within another.
    let nest: (Written) -> Phrases.Value
    /// How several of a list stand beside each other.
    let join: ([Written]) -> Written
    let capitalize: (Written) -> Written
    /// What was looked up on the way: parts of a text come up again and again while it is cut.
    private var known: [String: (written: Written, taken: Int)?] = [:]
    private var depth = 0

    /// How deep sentences may stand within each other: no text that people wrote makes the search endless.
    private static var deepest: Int { 16 }

    init(
        reader: Reader, write: @escaping (Message, [String: Phrases.Value]) -> Written,
        nest: @escaping (Written) -> Phrases.Value, join: @escaping ([Written]) -> Written,
        capitalize: @escaping (Written) -> Written
    ) {
        self.reader = reader
        self.write = write
        self.nest = nest
        self.join = join
        self.capitalize = capitalize
    }

    /// The text in the language of the page; what stands with a capital is found in lower case too.
    mutating func told(_ text: String) -> (written: Written, taken: Int)? {
        if let found = known[text] { return found }
        var told = matched(text)
        if told?.taken != 0, let first = text.first, first.isUppercase,
            let lower = matched(first.lowercased() + text.dropFirst()), lower.taken < told?.taken ?? .max
        {
            told = (capitalize(lower.written), lower.taken)
        }
        known[text] = .some(told)
        return told
    }

    /// The text by the sentence that takes over the least of it as it is, and how much that is.
    private mutating func matched(_ text: String) -> (written: Written, taken: Int)? {
        let bytes = Array(text.utf8)
        var best: (message: Message, filling: SentencePattern.Filling)?
        for sentence in reader.phrases.sentences.candidates(for: text) {
            guard let message = sentence.messages[reader.locale.language],
                let filling = sentence.pattern.filling(of: bytes[...], read: { read($1, as: $0) }),
                filling.taken < best?.filling.taken ?? .max
            else { continue }
            best = (message, filling)
            if filling.taken == 0 { break }
        }
        return best.map { (write($0.message, $0.filling.values), $0.filling.taken) }
    }

    private mutating func read(
        _ part: ArraySlice<UInt8>, as kind: SentencePattern.Kind
    ) -> (value: Phrases.Value, taken: Int)? {
        let text = String(decoding: part, as: UTF8.self)
        if kind == .sentence || kind == .sentences {
            guard depth < Self.deepest else { return nil }
            depth += 1
            defer { depth -= 1 }
            let parts = kind == .sentence ? [text] : Formats.parts(of: text)
            let told = parts.compactMap { self.told($0) }
            guard let first = told.first, told.count == parts.count else { return nil }
            return (nest(told.count == 1 ? first.written : join(told.map(\.written))), told.reduce(0) { $0 + $1.taken })
        }
        return reader.formats.rewritten(text, as: kind).map { ($0, SentencePattern.takesOver(kind) ? part.count : 0) }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
