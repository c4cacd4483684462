import Testing

@testable import WebPages

@Suite struct LocaleTests {
    @Test(arguments: [
        ("de-DE,de;q=0.9,en;q=0.8", PageLocale.deDE), ("fr-FR, ja;q=0.7, es;q=0.8", .esES), ("es-MX", .esMX),
        ("es-AR", .esES),
        ("en-gb", .enGB), ("fr, *;q=0.1", .enUS), ("de;q=0, ja;q=0.001", .jaJP), ("ja;q=2, de;q=0.1", .deDE),
        ("ja;q=abc, es;q=0.1", .esES), ("", .enUS), (",,;q=,;", .enUS), ("fr", .enUS), ("DE-at ; Q=1.000", .deDE),
        ("qps-rtl", .enUS), ("de;q=0.5,ja;q=0.5", .deDE),
    ])
    func aBrowserIsAnsweredInTheLanguageItPrefers(header: String, expected: PageLocale) {
        #expect(PageLocale.chosen(preference: nil, cookie: nil, acceptLanguage: header) == expected)
    }

    @Test func whatAPersonHasSetComesFirst() {
        #expect(PageLocale.chosen(preference: "ja-JP", cookie: "de-DE", acceptLanguage: "es") == .jaJP)
        #expect(PageLocale.chosen(preference: nil, cookie: "de-DE", acceptLanguage: "es") == .deDE)
        #expect(PageLocale.chosen(preference: "xx", cookie: "", acceptLanguage: "es") == .esES)
        #expect(PageLocale.chosen(preference: nil, cookie: nil, acceptLanguage: nil) == .enUS)
    }

    @Test func aLongHeaderIsNotReadToItsEnd() {
        let header = String(repeating: "xx,", count: 100_000) + "de"
        #expect(PageLocale.chosen(preference: nil, cookie: nil, acceptLanguage: header) == .enUS)
    }

    @Test(arguments: PageLocale.allCases) func everyLocaleIsFoundByItsTag(locale: PageLocale) {
        #expect(PageLocale(tag: locale.tag.uppercased()) == locale)
        #expect(!locale.ownName.isEmpty)
        #expect(locale.spokenTag == (PageLocale.offered.contains(locale) ? locale.tag : "en-US"))
    }

    @Test(arguments: [
        (0, [PluralCategory.other, .other, .other]), (1, [.one, .one, .other]), (2, [.other, .other, .other]),
        (1_000_000, [.other, .many, .other]), (2_000_001, [.other, .other, .other]), (-1, [.one, .one, .other]),
    ])
    func countsTakeTheFormOfTheLanguage(count: Int, expected: [PluralCategory]) {
        #expect([Language.de, .es, .ja].map { PluralCategory(of: count, in: $0) } == expected)
    }

    @Test func aPseudoLanguageChangesTheWordsAndLeavesTheArguments() {
        let catalog = Catalog([Area("a", en: Array("a.b = Open {id} now".utf8), de: [], es: [], ja: [])])
        func said(_ locale: PageLocale) -> String { Phrases(locale, catalog: catalog).text("a.b", ["id": "X1042"]) }
        #expect(said(.accented) == "Öþéñ X1042 ñöŵ")
        #expect(said(.long) == "Opeeen X1042 nooow")
        #expect(said(.rightToLeft).contains(" X1042 ") && !said(.rightToLeft).contains("pen"))
    }
}
