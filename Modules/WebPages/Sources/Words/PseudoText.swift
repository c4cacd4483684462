/// English made to look like a language nobody wrote for: what such a page breaks, a real language would break later.
enum PseudoText {
    /// Text of a message as a locale shows it: unchanged, but for the pseudo-locales.
    static func written(_ text: String, for locale: PageLocale) -> String {
        switch locale {
        case .accented: mapped(text, accents)
        case .long: drawnOut(text)
        case .rightToLeft: mapped(text, hebrew)
        default: text
        }
    }

    /// Vowels three times: half as long again and more, and still legible.
    private static func drawnOut(_ text: String) -> String {
        text.reduce(into: "") { long, letter in
            long += String(repeating: letter, count: "aeiou".contains(letter) ? 3 : 1)
        }
    }

    private static func mapped(_ text: String, _ letters: [Character: Character]) -> String {
        String(text.map { letters[$0] ?? $0 })
    }

    private static func table(_ from: String, _ to: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(from, to))
    }

    private static let accents = table(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "àƀçđéƒğħíĵķłɱñöþɋřşťûṽŵẋýžÀƁÇĐÉƑĞĦÍĴĶŁṀÑÖÞɊŘŞŤÛṼŴẊÝŽ")
    private static let hebrew = table(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "אבגדהוזחטיכלמנסעפצקרשתםןףץאבגדהוזחטיכלמנסעפצקרשתםןףץ")
}
