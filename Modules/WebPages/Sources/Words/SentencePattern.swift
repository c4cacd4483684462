/// The English of a sentence as the domain says it: its own words, and holes for what changes.
///
/// `Reprice to {price, money}: it wins back {share, percent} of {what}.`
struct SentencePattern: Hashable, Sendable {
    /// What stands in a hole.
    enum Kind: String, Hashable, Sendable {
        /// Anything, taken over as it is: names, what people wrote.
        case text
        /// The same where it is one word: ids, names of attributes.
        case code
        /// Several of them, `brand, color and size`, which the page joins as its reader does.
        case list
        /// Figures as the domain writes them, which the page writes as its reader does.
        case number, percent, money, day, moment
        /// What happened, as the journal writes it: `playbookOpened`.
        case verb
        /// What is looked up itself.
        case sentence
        /// Several of them, `Account health and Cases`, each looked up, which the page joins as its reader does.
        case sentences
    }

    /// Whether what stands in a hole of the kind is taken over as it is.
    static func takesOver(_ kind: Kind) -> Bool { [.text, .code, .list].contains(kind) }

    enum Piece: Hashable, Sendable {
        case text([UInt8])
        case hole(String, Kind)
    }

    let pieces: [Piece]

    /// How much of it is words of its own.
    var ownLength: Int {
        pieces.reduce(0) {
            if case .text(let text) = $1 { $0 + text.count } else { $0 }
        }
    }

    /// The holes by name.
    var holes: [String: Kind] {
        Dictionary(
            pieces.compactMap { if case .hole(let name, let kind) = $0 { (name, kind) } else { nil } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The whole of it where it has no holes.
    var whole: String? {
        guard pieces.count == 1, case .text(let text) = pieces[0] else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// The words of its own that stand whole, so that every text it fits has them too.
    var words: Set<Substring> {
        var words: Set<Substring> = []
        for (place, piece) in pieces.enumerated() {
            guard case .text(let text) = piece else { continue }
            // Next to a hole, a letter may be the end of a longer word.
            var own = Substring(decoding: text, as: UTF8.self)
            if place > 0 { own = own.drop(while: \.isLetter) }
            if place + 1 < pieces.count {
                while own.last?.isLetter == true { own.removeLast() }
            }
            words.formUnion(Self.words(of: own))
        }
        return words
    }

    /// The words of a text.
    static func words(of text: some StringProtocol) -> [Substring] {
        Substring(text).split { !$0.isLetter }
    }

    /// What fills the holes of a pattern.
    struct Filling {
        var values: [String: Phrases.Value] = [:]
        /// How much of the text was taken over as it is.
        var taken = 0
    }

    /// What fills the holes so that the pattern becomes the text; `nil` where nothing does.
    ///
    /// Holes are tried from the shortest filling on.
    ///
    /// - Parameter read: makes a value of what stands in a hole, and says how much of it was taken over as it is; `nil` where
    ///   it is not of the hole's kind.
    func filling(
        of text: ArraySlice<UInt8>, from place: Int = 0,
        read: (Kind, ArraySlice<UInt8>) -> (value: Phrases.Value, taken: Int)?
    ) -> Filling? {
        guard place < pieces.count else { return text.isEmpty ? Filling() : nil }
        switch pieces[place] {
        case .text(let own):
            guard text.starts(with: own) else { return nil }
            return filling(of: text.dropFirst(own.count), from: place + 1, read: read)
        case .hole(let name, let kind):
            for end in ends(ofHole: place, in: text) {
                guard let (value, taken) = read(kind, text[..<end]),
                    var filling = filling(of: text[end...], from: place + 1, read: read)
                else { continue }
                filling.values[name] = value
                filling.taken += taken
                return filling
            }
            return nil
        }
    }

    /// Where a hole may end: before the words that follow it, the first few times they stand there, so that no text makes the
    /// search long.
    private func ends(ofHole place: Int, in text: ArraySlice<UInt8>) -> [Int] {
        guard place + 1 < pieces.count, case .text(let next) = pieces[place + 1] else {
            return text.isEmpty ? [] : [text.endIndex]
        }
        // Else a sentence in the hole would be looked for in all of the text again, for ever.
        guard text.count > next.count else { return [] }
        var ends: [Int] = []
        for end in text.indices.dropFirst().dropLast(next.count - 1) where text[end] == next[0] {
            guard text[end...].starts(with: next) else { continue }
            ends.append(end)
            if ends.count == 8 { break }
        }
        return ends
    }
}
