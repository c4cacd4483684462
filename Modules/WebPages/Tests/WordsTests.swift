import Foundation
import Testing

@testable import WebPages

/// How the catalog speaks: one term one word, and none of the words that say nothing.
@Suite struct WordsTests {
    /// Words that no message holds, by language; each a whole word in lower case.
    static let refused: [Language: [String]] = [
        .en: [
            "issue", "issues", "alert", "alerts", "ticket", "tickets", "please", "sorry", "oops", "invalid", "illegal",
            "successfully", "simply", "n/a", "we", "our", "missed", "saved money",
        ],
        .de: ["bitte", "leider", "ungültig", "erfolgreich", "einfach", "wir", "unser", "alarm", "ticket", "ups"],
        .es: [
            "por favor", "lo sentimos", "inválido", "inválida", "ilegal", "simplemente", "nuestro", "alerta", "ticket",
        ],
        // A request in Japanese ends politely; what is refused besides are other words for a term.
        .ja: [
            "申し訳", "無効", "不正", "アラート", "チケット", "私たち", "閾値", "リスティング", "待ち行列", "データソース",
        ],
    ]

    /// How a term is recognised in each language, in all its forms: any of these, in lower case. Japanese leaves out what is
    /// clear, so that nothing can be asked of it here.
    static let stems: [Term: [Language: [String]]] = [
        .exception: [.en: ["exception"], .de: ["ausnahme"], .es: ["excepci"]],
        .queue: [.en: ["queue"], .de: ["warteschlange"], .es: ["cola"]],
        .rotation: [.en: ["rotation"], .de: ["rotation"], .es: ["rotaci"]],
        .listing: [.en: ["listing"], .de: ["listing"], .es: ["listing"]],
        .rootCause: [.en: ["root cause"], .de: ["ursache"], .es: ["causa"]],
        .threshold: [.en: ["threshold"], .de: ["schwelle"], .es: ["umbral"]],
        .decision: [.en: ["decision"], .de: ["entscheidung"], .es: ["decisi"]],
        .quarantine: [.en: ["quarantine"], .de: ["quarantäne"], .es: ["cuarentena"]],
        .feed: [.en: ["feed", "feeds"], .de: ["feed"], .es: ["fuente"]],
    ]

    @Test(arguments: Language.allCases) func noMessageHoldsAWordThatSaysNothing(language: Language) throws {
        let refused = Self.refused[language] ?? []
        for entry in try CatalogTests.entries(language) {
            let found = refused.filter { Self.holds($0, entry.message.text, isWhole: language != .ja) }
            #expect(found.isEmpty, "\(language) \(entry.key): \(found.joined(separator: ", "))")
        }
    }

    @Test(arguments: [Language.de, .es]) func aTermIsOneWordInEveryLanguage(language: Language) throws {
        let english = try CatalogTests.entries(.en)
        for (entry, source) in zip(try CatalogTests.entries(language), english) {
            for (term, stems) in Self.stems
            where (stems[.en] ?? []).contains(where: { Self.isTerm($0, in: source.message.text) }) {
                let own = stems[language] ?? []
                let text = entry.message.text.lowercased()
                #expect(
                    own.contains { text.contains($0) },
                    "\(language) \(entry.key): \(term) is \(own.joined(separator: ", "))")
            }
        }
    }

    @Test func noSentenceShouts() throws {
        for language in Language.allCases {
            for entry in try CatalogTests.entries(language) {
                let shouts = entry.message.text.contains("!") || entry.message.text.contains("！")
                #expect(!shouts, "\(language) \(entry.key)")
            }
        }
    }

    /// A term as a word of its own, in either number.
    static func isTerm(_ stem: String, in text: String) -> Bool {
        holds(stem, text, isWhole: true) || holds(stem + "s", text, isWhole: true)
    }

    static func holds(_ word: String, _ text: String, isWhole: Bool) -> Bool {
        let text = text.lowercased()
        return text.ranges(of: word).contains { range in
            guard isWhole else { return true }
            let isLetterBefore = text[..<range.lowerBound].last?.isLetter ?? false
            let isLetterAfter = text[range.upperBound...].first?.isLetter ?? false
            return !isLetterBefore && !isLetterAfter
        }
    }

    // MARK: What the sources say

    @Test func everyKeyIsUsed() throws {
        let sources = try Self.sources()
        let literals = Set(sources.flatMap { Self.literals(in: $0, endingIn: "\"") })
        let openings = Set(sources.flatMap { Self.literals(in: $0, endingIn: "\\") })
        for key in try CatalogTests.entries(.en).map(\.key) where !literals.contains(key) {
            #expect(openings.contains { key.hasPrefix($0) }, "nothing asks for \(key)")
        }
    }

    @Test func everyKeyThatIsAskedForIsThere() throws {
        let keys = Set(try CatalogTests.entries(.en).map(\.key))
        let areas = Set(Catalog.areas.map(\.name))
        for source in try Self.sources() {
            for asked in source.matches(of: #/phrases(?:\.text)?\(\s*"([A-Za-z0-9.]+)"/#).map({ String($0.output.1) }) {
                #expect(keys.contains(asked), "no message \(asked), areas are \(areas.sorted())")
            }
        }
    }

    /// The sources that make pages, without their comments, which show how it is done.
    private static func sources() throws -> [String] {
        let folders = ["Modules/WebPages/Sources", "Apps/flywheel/Sources/Serve", "Apps/flywheel/Sources/Habits"].map {
            Checkout.root.appending(path: $0)
        }
        return try folders.flatMap { folder -> [String] in
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
                .map { try Self.withoutComments(String(contentsOf: $0, encoding: .utf8)) }
        }
    }

    private static func withoutComments(_ source: String) -> String {
        source.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
    }

    /// The literals that look like keys, up to their end, or up to the first interpolation.
    private static func literals(in source: String, endingIn end: Character) -> [String] {
        source.matches(of: #/"([a-z][A-Za-z0-9]*\.[A-Za-z0-9.]*)(["\\])/#)
            .filter { $0.output.2.first == end }.map { String($0.output.1) }
    }
}
