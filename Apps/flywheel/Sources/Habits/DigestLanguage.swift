import ArgumentParser
import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Outbox
import WebPages

/// The languages that digests are sent in: those of the pages.
enum DigestLanguage {
    /// What configurations and flags may say: `de`, `es-MX`.
    static let tags = PageLocale.offered.flatMap { [$0.tag, $0.language.rawValue] }.reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
    }

    /// The locale that a flag names.
    static func locale(_ text: String) throws -> PageLocale {
        guard let tag = tags.first(where: { $0.lowercased() == text.lowercased() }), let locale = PageLocale(tag: tag)
        else {
            throw ValidationError("\"\(text)\" is no language, expected one of \(tags.joined(separator: ", "))")
        }
        return locale
    }
}

extension Session {
    /// Who reads a digest in a language; `nil` for English, which is what the commands say.
    ///
    /// - Parameter figures: whose numbers and dates they are; the language's own where nothing is said.
    func reader(_ locale: PageLocale?, figures: PageLocale? = nil) -> Reader? {
        Reader(unlessEnglish: locale, figures: figures, zone: clock.zone.identifier, asOf: now)
    }

    /// Who reads a digest with these words.
    func reader(_ words: ReaderWords) -> Reader? { words.reader(zone: clock.zone.identifier, asOf: now) }

    /// The words that the person who acts chose for their pages; `nil` where nobody of that name may come in.
    var ownWords: ReaderWords? {
        get throws { try wholeStore.person(named: actor.name).flatMap { ReaderWords(of: $0) } }
    }
}

extension ReaderWords {
    /// Who reads these words; `nil` for English, which is what the commands and the journal say.
    func reader(zone: String, asOf: Instant) -> Reader? {
        Reader(unlessEnglish: PageLocale(tag: language), figures: PageLocale(tag: figures), zone: zone, asOf: asOf)
    }
}

extension Reader {
    fileprivate init?(unlessEnglish locale: PageLocale?, figures: PageLocale?, zone: String, asOf: Instant) {
        guard let locale, locale.language != .en else { return nil }
        self.init(locale: locale, figures: figures, zone: zone, asOf: asOf)
    }
}
