import Foundation
import Testing

@testable import WebPages

/// What stands in the files of sentences.
@Suite struct SentenceFileTests {
    static let sentences: [(file: String, sentence: Sentence)] = Sentences.files.flatMap { name, bytes in
        do {
            return try SentenceFile(area: name, String(decoding: bytes, as: UTF8.self)).sentences.map { (name, $0) }
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test func everyFileIsRead() throws {
        let folder = Checkout.sources.appending(path: "Sentences")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == Sentences.files.map { "\($0.name).sentences" }.sorted())
    }

    @Test func noTwoSentencesAreEqual() {
        let english = Dictionary(grouping: Self.sentences) { _, sentence in
            sentence.pattern.pieces.map {
                if case .hole(_, let kind) = $0 { .hole("", kind) } else { $0 }
            } as [SentencePattern.Piece]
        }
        for (_, same) in english where same.count > 1 {
            Issue.record("twice: \(same.map { "\($0.file): \($0.sentence.messages[.en]?.text ?? "")" })")
        }
    }

    @Test func aPluralIsToldByANumberAndHasEveryFormOfItsLanguage() {
        for (file, sentence) in Self.sentences {
            for (language, message) in sentence.messages {
                for categories in message.categories {
                    #expect(categories == PluralCategory.all(in: language), "\(file), \(language): \(message.text)")
                }
                for case .plural(let name, _, _) in message.pieces {
                    #expect(sentence.pattern.holes[name] == .number, "\(file), \(language): \(message.text)")
                }
            }
        }
    }

    @Test(arguments: Language.allCases) func noSentenceIsEmptyOrEndsInSpace(language: Language) {
        for (file, sentence) in Self.sentences {
            let message = sentence.messages[language]
            for case .text(let edge)? in [message?.pieces.first] {
                #expect(edge.first?.isWhitespace == false, "\(file), \(language): \(edge)")
            }
            for case .text(let edge)? in [message?.pieces.last] {
                #expect(edge.last?.isWhitespace == false, "\(file), \(language): \(edge)")
            }
        }
    }

    @Test(arguments: Language.allCases.filter { $0 != .en }) func noSentenceHoldsAWordThatSaysNothing(
        language: Language
    ) {
        let refused = WordsTests.refused[language] ?? []
        for (file, sentence) in Self.sentences {
            let text = sentence.messages[language]?.text ?? ""
            let found = refused.filter { WordsTests.holds($0, text, isWhole: language != .ja) }
            #expect(found.isEmpty, "\(file), \(language): \(text): \(found.joined(separator: ", "))")
            #expect(!text.contains { "!！¡".contains($0) }, "\(file), \(language): \(text)")
        }
    }

    @Test(arguments: [Language.de, .es]) func aTermIsOneWordInEveryLanguage(language: Language) {
        for (file, sentence) in Self.sentences {
            let english = sentence.messages[.en]?.text ?? ""
            for (term, stems) in WordsTests.stems
            where (stems[.en] ?? []).contains(where: { WordsTests.isTerm($0, in: english) }) {
                let text = sentence.messages[language]?.text ?? ""
                let own = stems[language] ?? []
                #expect(
                    own.contains { text.lowercased().contains($0) },
                    "\(file), \(language): \(term) is \(own.joined(separator: ", ")): \(text)")
            }
        }
    }
}
