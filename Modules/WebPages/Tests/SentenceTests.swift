import FlywheelKit
import Foundation
import Testing

@testable import WebPages

/// What the domain says is found by its English and told in the language of the page.
@Suite struct SentenceTests {
    private static let sentences = """
        # A sentence with figures.
        en: Reprice to {price, money}: it wins back {share, percent} of {what}.
        de: Preis auf {price, money} setzen: das holt {share, percent} von {what} zurück.
        es: Fijar el precio en {price}: recupera {share} de {what}.
        ja: 価格を {price} にすると、{what} の {share} を取り戻します。

        en: {count, number} closes older than {days, number} days
        de: {count, plural, one {# Abschluss} other {# Abschlüsse}}, älter als {days, plural, one {# Tag} other {# Tage}}
        es: {count} cierres de más de {days} días
        ja: {days} 日より前の終了 {count} 件

        en: {first, sentence}; {second, sentence}
        de: {first}; außerdem: {second}
        es: {first}; además: {second}
        ja: {first}、さらに {second}

        en: {what} is gone
        de: {what} ist weg
        es: {what} ya no está
        ja: {what} はもうありません

        en: the image is gone
        de: das Bild fehlt
        es: falta la imagen
        ja: 画像がありません

        en: {names, sentences} open nothing
        de: {names} öffnen nichts
        es: {names} no abren nada
        ja: {names} は何も開きません

        en: stale since {day, day}, read {moment, moment}, {part, percent}
        de: veraltet seit {day}, gelesen {moment}, {part}
        es: obsoleto desde {day}, leído {moment}, {part}
        ja: {day} から古く、{moment} に読み込み、{part}
        """

    private static func reader(_ locale: PageLocale) throws -> Reader {
        let sentences = try SentenceFile(area: "sample", Self.sentences).sentences
        return Reader(
            Phrases(locale, sentences: Sentences(sentences)),
            Formats(locale, zone: "Europe/Berlin", asOf: Instant(seconds: 1_800_000_000)))
    }

    @Test(arguments: [
        (
            "Reprice to EUR 1,240.50: it wins back 62% of B00TEST.",
            "Preis auf 1.240,50 € setzen: das holt 62 % von B00TEST zurück."
        ),
        ("Reprice to EUR 1240: it wins back 0.5% of it.", "Preis auf 1.240 € setzen: das holt 0,5 % von it zurück."),
        ("The image is gone", "Das Bild fehlt"),
        ("1 closes older than 1,200 days", "1 Abschluss, älter als 1.200 Tage"),
        ("12.5 closes older than -1 days", "12,5 Abschlüsse, älter als -1 Tag"),
        (
            "The image is gone, Ink is gone and Pen is gone open nothing",
            "Das Bild fehlt, Ink ist weg und Pen ist weg öffnen nichts"
        ),
        ("X1 is gone; the image is gone; X2 is gone", "X1 ist weg; außerdem: das Bild fehlt; außerdem: X2 ist weg"),
        (
            "stale since 2026-11-20, read 2026-11-20T08:05:00Z, under 1%",
            "veraltet seit 20.11.2026, gelesen 20.11.2026, 09:05, unter 1 %"
        ),
    ]) func aSentenceIsToldWithTheFiguresOfTheReader(english: String, german: String) throws {
        let reader = try Self.reader(.deDE)
        let told = reader.saidText(english).replacing("\u{A0}", with: " ")
        #expect(told == german)
        #expect(reader.said(english).markup.replacing("\u{A0}", with: " ") == german)
    }

    @Test(arguments: [
        "Reprice to EUR 1,24.50: it wins back 62% of it.", "Reprice to soon: it wins back 62% of it.",
        "some closes older than 2 days", "nobody wrote this", "stale since yesterday, read 2026-11-20T08:05:00Z, 1%",
        // A sentence hole takes only what is a sentence itself.
        "X1 is gone; nobody wrote this", "; ", ";",
    ]) func whatNobodyWroteStaysEnglish(english: String) throws {
        #expect(try Self.reader(.jaJP).said(english).markup == "<span lang=\"en\">\(english)</span>")
        #expect(try Self.reader(.jaJP).saidText(english) == english)
    }

    @Test(arguments: [
        ("the workflow pricing takes no part here", "der Workflow pricing nimmt hier nicht teil"),
        (">99% to run out", "geht zu über 99 % aus"),
    ]) func theSentencesOfTheHouseTakeWhatTheyAreMeantFor(english: String, german: String) {
        let reader = Reader(locale: .deDE, zone: "Europe/Berlin", asOf: Instant(seconds: 1_800_000_000))
        #expect(reader.saidText(english).replacing("\u{A0}", with: " ") == german)
    }

    @Test func englishPagesSayWhatWasSaid() throws {
        #expect(try Self.reader(.enGB).said("a < b") == HTML(text: "a < b"))
        #expect(
            try Self.reader(.enGB).saidText("Reprice to EUR 1240.50: it wins back 62% of it.")
                == "Reprice to €1,240.50: it wins back 62% of it.", "sums are written as the page writes them")
        let said = try Self.reader(.enGB).saidText("C1 is with ben since 2026-11-20T08:05:00Z; A1Z stays")
        #expect(said == "C1 is with ben since 20 Nov 2026, 09:05; A1Z stays")
        #expect(
            try Self.reader(.accented).saidText("X1 is gone")
                == "X1 ìş ĝöñé".replacing("ì", with: "í").replacing("ĝ", with: "ğ"))
    }

    @Test func namesInASentenceCannotBecomeMarkup() throws {
        #expect(
            try Self.reader(.deDE).said("<b> is gone; X is gone").markup == "&lt;b&gt; ist weg; außerdem: X ist weg")
    }

    /// A text that could be cut in many ways is not searched for long.
    @Test func aLongListOfPartsIsLookedUpOnce() throws {
        let parts = Array(repeating: "nobody wrote this", count: 300).joined(separator: "; ")
        #expect(try Self.reader(.deDE).saidText(parts) == parts)
        let known = Array(repeating: "the image is gone", count: 9).joined(separator: "; ")
        #expect(try Self.reader(.deDE).saidText(known).hasSuffix("außerdem: das Bild fehlt"))
    }

    @Test(arguments: [
        "en: a {b}{c}\nde: x\nes: x\nja: x", "en: {a}\nde: {a}\nes: {a}\nja: {a}", "en: a\nde: b\nes: c",
        "en: a {b}\nde: a\nes: a {b}\nja: a {b}", "en: a\nen: a\nde: b\nes: c\nja: d", "fr: a",
        "en: a {b, colour}\nde: {b}\nes: {b}\nja: {b}", "en: a {b\nde: {b}\nes: {b}\nja: {b}",
    ]) func aBlockThatIsNoneIsRefused(block: String) {
        #expect(throws: CatalogError.self) { try SentenceFile(area: "sample", block) }
    }
}
