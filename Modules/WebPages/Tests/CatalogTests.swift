import Foundation
import Testing

@testable import WebPages

@Suite struct CatalogTests {
    /// Every entry of a language, in the order of its files.
    static func entries(_ language: Language) throws -> [CatalogFile.Entry] {
        try Catalog.areas.flatMap { try $0.file(in: language).entries }
    }

    @Test func everyFileOfTheCatalogIsRead() throws {
        let folder = Checkout.sources.appending(path: "Catalog")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let expected = Catalog.areas.flatMap { area in Language.allCases.map { "\(area.name).\($0).messages" } }
            .sorted()
        #expect(files == expected)
    }

    @Test(arguments: Language.allCases) func aLanguageHasEveryKeyAndNoOther(language: Language) throws {
        #expect(
            try Self.entries(language).map(\.key) == Self.entries(.en).map(\.key), "the same keys in the same order")
    }

    @Test(arguments: Language.allCases) func argumentsAreTheSameInEveryLanguage(language: Language) throws {
        for (entry, english) in zip(try Self.entries(language), try Self.entries(.en)) {
            #expect(entry.message.arguments == english.message.arguments, "\(language) \(entry.key)")
        }
    }

    @Test(arguments: Language.allCases) func aPluralHasEveryFormOfItsLanguage(language: Language) throws {
        for entry in try Self.entries(language) {
            for categories in entry.message.categories {
                #expect(categories == PluralCategory.all(in: language), "\(language) \(entry.key)")
            }
        }
    }

    @Test func everyKeyHasANote() throws {
        for entry in try Self.entries(.en) { #expect(entry.note?.isEmpty == false, "\(entry.key)") }
    }

    @Test(arguments: Language.allCases) func noMessageIsEmptyOrEndsInSpace(language: Language) throws {
        for entry in try Self.entries(language) {
            let text = entry.message.text
            #expect(!text.isEmpty && !entry.message.pieces.isEmpty, "\(entry.key)")
            for place in [entry.message.pieces.first, entry.message.pieces.last] {
                guard case .text(let edge) = place else { continue }
                #expect(edge.trimmingCharacters(in: .whitespaces).isEmpty == false, "\(language) \(entry.key)")
            }
        }
    }

    @Test func aMissingKeyFallsBackToEnglishAndIsCounted() throws {
        let file = Array("sample.title = Queue\n".utf8)
        let catalog = Catalog([Area("sample", en: file, de: [], es: [], ja: [])])
        #expect(Phrases(.enUS, catalog: catalog).text("sample.title") == "Queue")
        #expect(catalog.missing.isEmpty)
        #expect(Phrases(.jaJP, catalog: catalog).text("sample.title") == "Queue")
        #expect(Phrases(.deDE, catalog: catalog)("sample.other").markup == "sample.other")
        #expect(catalog.missing == ["ja sample.title": 1, "de sample.other": 1])
    }
}
