/// The forms that a language gives a message by a count (CLDR plural rules for cardinals, whole numbers only).
enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case one, many, other

    /// The category of a count in a language.
    init(of count: Int, in language: Language) {
        self =
            switch language {
            case .en, .de: count.magnitude == 1 ? .one : .other
            case .es where count.magnitude == 1: .one
            // "1 millón de filas": from a million on, whole millions take their own form.
            case .es: count != 0 && count.isMultiple(of: 1_000_000) ? .many : .other
            case .ja: .other
            }
    }

    /// Every category that a language has: a message has a form for each.
    static func all(in language: Language) -> Set<PluralCategory> {
        switch language {
        case .en, .de: [.one, .other]
        case .es: [.one, .many, .other]
        case .ja: [.other]
        }
    }
}
