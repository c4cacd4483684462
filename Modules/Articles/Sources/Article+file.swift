import FlywheelKit
import Settings

extension Article {
    private enum Key: String, CaseIterable {
        case id, title, side, intents, language, owner, reviewBy, `public`, kind
    }

    /// Reads a file: what holds of the article between two lines of `---`, then its text.
    ///
    /// - Throws: a `ConfigurationError` with its place in the file, or what the YAML reader says of what is no YAML.
    init(file: String, text: String) throws {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let fence = { (line: Substring) in line.trimmingSuffix(while: \.isWhitespace) == "---" }
        guard let first = lines.first, fence(first), let end = lines.dropFirst().firstIndex(where: fence) else {
            throw ConfigurationError.value(
                key: "the file", found: String((lines.first ?? "").prefix(40)),
                expected: "to begin with ---, what holds of the article, and --- again", at: FilePlace(1, 1))
        }
        // With its first line, so that places are those of the file.
        let front = "---\n" + lines[1..<end].joined(separator: "\n") + "\n"
        let section = try SettingsNode(yaml: front)?.section(Key.self) ?? [:]
        func required(_ key: Key, _ expected: String) throws -> SettingsNode {
            guard let node = section[key] else {
                throw ConfigurationError.missing(key: key.rawValue, expected: expected)
            }
            return node
        }
        id = try required(.id, Self.idForm).value(Self.idForm) { Self.isID($0) ? $0 : nil }
        title = try required(.title, "what the article is headed").text()
        side = try required(.side, "one of both, buyer, seller").choice(Side.self)
        intents = try section[.intents]?.names() ?? []
        language = try required(.language, Self.languageForm).value(Self.languageForm) {
            Self.isLanguage($0) ? $0 : nil
        }
        owner = try required(.owner, "who keeps the article true").text()
        reviewBy = try required(.reviewBy, Self.dayForm).value(Self.dayForm) { Day($0) }
        isPublic = try section[.public]?.choice(["true": true, "false": false]) ?? false
        kind = try section[.kind]?.choice(Kind.self) ?? .article
        self.text =
            lines[(end + 1)...].joined(separator: "\n").trimmingPrefix(while: \.isNewline)
            .trimmingSuffix(while: \.isWhitespace) + "\n"
        self.file = file
    }

    private static let idForm = "small letters, digits and hyphens, such as refund-windows"
    private static let languageForm = "an ISO 639 code such as en"
    private static let dayForm = "a day such as 2027-01-31"

    /// Whether a text may name an article.
    static func isID(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return isPlain && !text.isEmpty && text.utf8.count <= 80 && !text.hasPrefix("-")
    }

    private static func isLanguage(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}

extension StringProtocol {
    /// The text without the characters at its end for which something holds.
    fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> String {
        var kept = self[...]
        while let last = kept.last, holds(last) { kept.removeLast() }
        return String(kept)
    }
}
