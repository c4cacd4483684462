import Foundation

/// What a password must be (OWASP ASVS 5.0.0, 6.2): long enough, and not one that is tried first. Nothing is asked of which
/// characters it has.
public enum PasswordRule {
    /// How many characters it has at least and at most. The end keeps a hash from costing more than it should.
    public static let length = 8...128

    /// Why a password is refused.
    public enum Fault: Hashable, Sendable, CustomStringConvertible {
        /// It has that many characters.
        case length(Int)
        /// It is one that is tried first.
        case common
        /// It is made of the name that it is for.
        case name

        /// What was found and what is expected.
        public var description: String {
            switch self {
            case .length(let count):
                "the password has \(count) characters; expected \(PasswordRule.length.lowerBound) to \(PasswordRule.length.upperBound)"
            case .common:
                "the password is one that is tried first; expected one that nobody would guess, such as four words"
            case .name: "the password is made of the name; expected one that nobody would guess"
            }
        }
    }

    /// The password as it is hashed: the same however a keyboard composed it (RFC 8265, section 4.2.2, asks for the like).
    static func prepared(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }

    /// What is wrong with a password for somebody of these names.
    public static func fault(in password: String, for names: [String]) -> Fault? {
        let count = password.unicodeScalars.count
        guard length.contains(count) else { return .length(count) }
        let plain = plain(password)
        let core = String(plain.reversed().drop { !$0.isLetter }.reversed().drop { !$0.isLetter })
        if isRun(plain) || isRepeated(plain) || CommonPasswords.words.contains(core)
            || CommonPasswords.words.contains(plain) || CommonPasswords.areAll(of: core)
        {
            return .common
        }
        let letters = core.filter(\.isLetter)
        let isName = names.contains { name in
            let name = Self.plain(name).filter(\.isLetter)
            return name.count > 2 && !letters.replacing(name, with: "").contains { $0.isLetter }
        }
        return isName ? .name : nil
    }

    /// In small letters, with the figures that stand for letters taken back: `P4ssw0rd` is `password`.
    private static func plain(_ password: String) -> String {
        let letters: [Character: Character] = [
            "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t",
        ]
        let small = password.lowercased()
        guard small.contains(where: \.isLetter) else { return small }
        let end = small.reversed().drop { !$0.isLetter }.count
        return String(small.prefix(end).map { letters[$0] ?? $0 }) + small.dropFirst(end)
    }

    /// Whether every character follows the one before it, up or down, in the alphabet or on the keyboard.
    private static func isRun(_ text: String) -> Bool {
        let rows = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm",
        ]
        return rows.contains { row in
            row.contains(text) || String(row.reversed()).contains(text)
        }
    }

    /// Whether it is the same few characters over and over.
    private static func isRepeated(_ text: String) -> Bool {
        let characters = Array(text)
        return (1...6).contains { period in
            2 * period <= characters.count
                && characters.indices.dropFirst(period).allSatisfy { characters[$0] == characters[$0 - period] }
        }
    }
}
