import Synchronization

/// Every word on every page, in every language.
public final class Catalog: Sendable {
    private let messages: [Language: [String: Message]]
    private let missed = Mutex<[String: Int]>([:])

    /// The catalog that is part of the program.
    public static let house = Catalog(areas)

    init(_ areas: [Area]) {
        messages = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let entries = areas.flatMap { area in
                    do {
                        return try area.file(in: language).entries
                    } catch {
                        preconditionFailure("the catalog is part of the program, and a test reads it: \(error)")
                    }
                }
                return (
                    language, Dictionary(entries.map { ($0.key, $0.message) }, uniquingKeysWith: { first, _ in first })
                )
            })
    }

    /// How often a message was asked for that its language does not have, by language and key; English was shown instead.
    public var missing: [String: Int] { missed.withLock(\.self) }

    /// Whether there is a message of a key, in English at least.
    func has(_ key: String) -> Bool { messages[.en]?[key] != nil }

    /// The message of a key, else the English one; `nil` where there is none either.
    func message(_ key: String, in language: Language) -> Message? {
        if let message = messages[language]?[key] { return message }
        missed.withLock { $0["\(language.rawValue) \(key)", default: 0] += 1 }
        return messages[.en]?[key]
    }
}

/// A part of the catalog: the words of one place, in a file for each language.
struct Area: Sendable {
    let name: String
    private let files: [Language: [UInt8]]

    init(_ name: String, en: [UInt8], de: [UInt8], es: [UInt8], ja: [UInt8]) {
        self.name = name
        files = [.en: en, .de: de, .es: es, .ja: ja]
    }

    func file(in language: Language) throws(CatalogError) -> CatalogFile {
        try CatalogFile(area: name, String(decoding: files[language] ?? [], as: UTF8.self))
    }
}
