import Testing

@testable import WebPages

/// What stood for a term before the module's page chose a word for it stands for it no longer.
@Suite struct GlossaryTests {
    /// Forms that a term no longer has, where the English says it; the empty one is said everywhere.
    private static let rejected: [(english: String, forms: [Language: [String]])] = [
        ("tier", [.de: ["Stufe"], .es: ["nivel A", "nivel {tier}"], .ja: ["層"]]),
        ("featured", [.de: ["Hauptangebot", "Hervorhebung"], .ja: ["注目オファー"]]),
        ("stranded", [.de: ["estrandet"], .ja: ["滞留"]]),
        ("marketplace", [.es: ["mercado"]]),
        ("fee", [.es: ["comisi"]]),
        ("evidence", [.de: ["Beweis"]]),
        ("approve", [.de: ["freigegeben", "freigeben", "Freigabe"]]),
        ("unpriced", [.de: ["Ohne Preis"], .es: ["Sin precio"], .ja: ["価格不明"]]),
        ("releas", [.es: ["solt"], .ja: ["担当を外す"]]),
        ("claim", [.es: ["asignada", "asignarse"], .ja: ["引き受け"]]),
        ("close", [.ja: ["完了する", "完了しました", "完了済み"]]),
        ("stale", [.es: ["viej"], .ja: ["古い"]]),
        ("fresh", [.de: ["frisch"], .es: ["fresca"]]),
        ("role", [.es: ["papel", "función"]]),
        ("workflow", [.es: ["Workflow"]]),
        (
            "",
            [
                .de: ["Schreibtisch", "Spedition", "Widerspruch", "Evidenz", "Testbetrieb", "Textbaustein"],
                .ja: ["異議申立て", "係争", "案件", "スヌーズ", "欠品", "自社発送", "："],
            ]
        ),
        // Readers are "Sie" and "usted", and nobody in Japanese.
        ("", [.de: [" du ", " dein"], .es: [" tú ", " tus ", "vosotros"], .ja: ["あなた"]]),
    ]

    @Test(arguments: [Language.de, .es, .ja]) func noMessageHoldsAFormThatWasGivenUp(language: Language) throws {
        for (entry, english) in zip(try CatalogTests.entries(language), try CatalogTests.entries(.en)) {
            expectNone(of: language, in: entry.message.text, saying: english.message.text, entry.key)
        }
    }

    @Test(arguments: [Language.de, .es, .ja]) func noSentenceHoldsAFormThatWasGivenUp(language: Language) {
        for (file, sentence) in SentenceFileTests.sentences {
            guard let text = sentence.messages[language]?.text, let english = sentence.messages[.en]?.text else {
                continue
            }
            expectNone(of: language, in: text, saying: english, file)
        }
    }

    private func expectNone(of language: Language, in text: String, saying english: String, _ place: String) {
        for term in Self.rejected where term.english.isEmpty || english.lowercased().contains(term.english) {
            for form in term.forms[language] ?? [] {
                #expect(!text.contains(form), "\(place), \(language): \(form) in \(text)")
            }
        }
    }
}
