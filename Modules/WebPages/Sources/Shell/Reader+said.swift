extension Reader {
    /// What the domain said, in the language of the page; where nobody wrote that yet, the English, marked as such.
    public func said(_ text: String) -> HTML {
        if saysAsSaid { return HTML(text: text) }
        var telling = Telling<HTML>(reader: self, write: { phrases.html($0, $1) }, nest: { .html($0) })
        if let told = telling.told(text) { return told.written }
        return locale.language == .en ? HTML(text: text) : "<span lang=\"en\">\(text)</span>"
    }

    /// What the domain said as text, for mail and for what stands in attributes.
    public func saidText(_ text: String) -> String {
        if saysAsSaid { return text }
        var telling = Telling<String>(reader: self, write: { phrases.text($0, $1) }, nest: { .text($0) })
        return telling.told(text)?.written ?? text
    }

    /// Whether words and figures of the page are those of the domain.
    private var saysAsSaid: Bool {
        [.enUS, .enGB].contains(locale) && [.enUS, .enGB].contains(formats.locale)
    }
}

/// Tells one text in the language of a page, with the sentences in it.
private struct Telling<Written> {
    let reader: Reader
    let write: (Message, [String: Phrases.Value]) -> Written
    /// How a sentence stands within another.
    let nest: (Written) -> Phrases.Value
    /// What was looked up on the way: parts of a text come up again and again while it is cut.
    private var known: [String: (written: Written, taken: Int)?] = [:]

    init(
        reader: Reader, write: @escaping (Message, [String: Phrases.Value]) -> Written,
        nest: @escaping (Written) -> Phrases.Value
    ) {
        self.reader = reader
        self.write = write
        self.nest = nest
    }

    /// The text by the sentence that takes over the least of it as it is, and how much that is.
    mutating func told(_ text: String) -> (written: Written, taken: Int)? {
        if let found = known[text] { return found }
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
        let told = best.map { (write($0.message, $0.filling.values), $0.filling.taken) }
        known[text] = .some(told)
        return told
    }

    private mutating func read(
        _ part: ArraySlice<UInt8>, as kind: SentencePattern.Kind
    ) -> (value: Phrases.Value, taken: Int)? {
        let text = String(decoding: part, as: UTF8.self)
        if kind == .sentence { return told(text).map { (nest($0.written), $0.taken) } }
        return reader.formats.rewritten(text, as: kind).map { ($0, kind == .text ? part.count : 0) }
    }
}
