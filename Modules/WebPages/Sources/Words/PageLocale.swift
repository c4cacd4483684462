import Foundation

/// In what language a page speaks, and how it writes numbers, money and dates.
public enum PageLocale: String, Hashable, Sendable, CaseIterable {
    /// English as in the United States; what everything falls back to.
    case enUS = "en-US"
    /// English as in the United Kingdom.
    case enGB = "en-GB"
    /// German.
    case deDE = "de-DE"
    /// Spanish as in Spain.
    case esES = "es-ES"
    /// Spanish as in Mexico.
    case esMX = "es-MX"
    /// Japanese.
    case jaJP = "ja-JP"
    /// English with accents on every letter: what stays plain is not in the catalog.
    case accented = "qps-accent"
    /// English drawn out by more than half, which is what German takes.
    case long = "qps-long"
    /// English in letters that run from right to left.
    case rightToLeft = "qps-rtl"

    /// Those that people choose from; the others are for tests.
    public static let offered: [PageLocale] = [.enUS, .enGB, .deDE, .esES, .esMX, .jaJP]

    /// The locale of a tag (BCP 47) in either case: the tag itself, else the first locale of its language.
    public init?(tag: some StringProtocol) {
        let tag = tag.lowercased()
        let language = tag.prefix { $0 != "-" }
        guard
            let found = Self.allCases.first(where: { $0.tag.lowercased() == tag })
                ?? Self.offered.first(where: { $0.language.rawValue == language })
        else { return nil }
        self = found
    }

    /// What settings and cookies keep, a BCP 47 tag.
    public var tag: String { rawValue }

    /// The value of `lang`. The locales for tests speak English, however they look.
    public var spokenTag: String { formats.identifier(.bcp47) }

    /// Whose words the page uses.
    public var language: Language {
        switch self {
        case .enUS, .enGB, .accented, .long, .rightToLeft: .en
        case .deDE: .de
        case .esES, .esMX: .es
        case .jaJP: .ja
        }
    }

    /// The value of `dir`.
    public var direction: String { self == .rightToLeft ? "rtl" : "ltr" }

    /// What the language calls itself: how somebody finds it who reads no other.
    public var ownName: String {
        switch self {
        case .enUS: "English (US)"
        case .enGB: "English (UK)"
        case .deDE: "Deutsch"
        case .esES: "Español (España)"
        case .esMX: "Español (México)"
        case .jaJP: "日本語"
        case .accented: "Àccéñtéd"
        case .long: "Long"
        case .rightToLeft: "Right to left"
        }
    }

    /// Whose numbers and dates the page writes.
    var formats: Locale { Locale(identifier: language == .en && self != .enGB ? "en-US" : rawValue) }
}

/// A language that the catalog is written in.
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// English, the source of the others.
    case en
    /// German.
    case de
    /// Spanish.
    case es
    /// Japanese.
    case ja
}
