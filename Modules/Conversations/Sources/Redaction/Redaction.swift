/// What is taken out of texts before anybody sees them, and put in its place.
public struct Redaction: Hashable, Sendable {
    /// What can be taken out.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Numbers of payment cards: of a network's form, and right by their check digit.
        case card
        /// Addresses of electronic mail.
        case email
        /// Telephone numbers.
        case phone
    }

    /// A text and how much was taken out of it.
    public struct Result: Hashable, Sendable {
        /// The text with words in place of what was taken out.
        public let text: String
        /// How often something of each kind was found.
        public let counts: [Kind: Int]
    }

    /// What is taken out.
    public var kinds: Set<Kind>

    /// Takes out numbers of cards, which no desk may keep; the others where the policy says so.
    public init(_ kinds: Set<Kind> = [.card]) { self.kinds = kinds }

    /// A text without what is to be taken out. A second time changes nothing.
    public func redact(_ text: String) -> Result {
        // Most texts hold nothing of any kind, and are told by a look at their bytes.
        guard !kinds.isEmpty, text.utf8.contains(where: { 0x30...0x39 ~= $0 || $0 == 0x40 || $0 >= 0x80 }) else {
            return Result(text: text, counts: [:])
        }
        let scalars = Array(text.unicodeScalars)
        var places: [Place] = []
        if kinds.contains(.card) || kinds.contains(.phone) {
            for run in DigitRun.all(in: scalars) { places += self.places(in: run) }
        }
        if kinds.contains(.email) { places += EmailAddress.ranges(in: scalars).map { Place($0, .email, "[e-mail]") } }
        guard !places.isEmpty else { return Result(text: text, counts: [:]) }
        var kept = String.UnicodeScalarView()
        var next = 0
        var counts: [Kind: Int] = [:]
        // Digits in an address go with the address.
        places.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        for place in places where place.range.lowerBound >= next {
            kept.append(contentsOf: scalars[next..<place.range.lowerBound])
            kept.append(contentsOf: place.words.unicodeScalars)
            counts[place.kind, default: 0] += 1
            next = place.range.upperBound
        }
        kept.append(contentsOf: scalars[next...])
        // What stood beside a card may be a telephone number now that it stands alone.
        let rest = redact(String(kept))
        return Result(text: rest.text, counts: counts.merging(rest.counts, uniquingKeysWith: +))
    }

    private struct Place {
        let range: Range<Int>
        let kind: Kind
        let words: String

        init(_ range: Range<Int>, _ kind: Kind, _ words: String) {
            self.range = range
            self.kind = kind
            self.words = words
        }
    }

    private func places(in run: DigitRun) -> [Place] {
        var places: [Place] = []
        var group = 0
        while group < run.groups.count {
            if kinds.contains(.card), let card = CardNumber.groups(of: run, from: group) {
                let ending = run.digits(card).suffix(4).map(String.init).joined()
                places.append(Place(run.range(card), .card, "[card ending \(ending)]"))
                group = card.upperBound
            } else if kinds.contains(.phone), let phone = PhoneNumber.groups(of: run, from: group) {
                let start = group == 0 ? run.whole.lowerBound : run.range(phone).lowerBound
                places.append(Place(start..<run.range(phone).upperBound, .phone, "[phone]"))
                group = phone.upperBound
            } else {
                group += 1
            }
        }
        return places
    }
}
