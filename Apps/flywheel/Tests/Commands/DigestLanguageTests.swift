import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import Learning
import Outbox
import Testing
import WebPages

@testable import flywheel

/// A digest speaks the language of who reads it, in each of its forms.
@Suite struct DigestLanguageTests {
    private static let locales: [PageLocale] = [.deDE, .esES, .jaJP]

    @Test(arguments: ["de", "es", "ja"]) func eachLineIsTold(language: String) throws {
        try expectTold(of: Desk.rotated(), language)
        let desk = try Desk()
        #expect(desk.run("simulate", "--scenario", "year", "--seed", "7", "--weeks", "10").exit == .done)
        #expect(desk.run("assess", "--as", "mia").exit == .done)
        try expectTold(of: desk, language)
        try expectTold(of: HabitDeskTests.aged(), language)
    }

    private func expectTold(of desk: Desk, _ language: String) throws {
        let reader = Reader(locale: try DigestLanguage.locale(language), zone: "UTC", asOf: Scene.asOf)
        for habit in Habit.allCases {
            let command = ["digest", habit.rawValue, "--format", "json"]
            let english = try JSON(reading: desk.run(command).output)
            let told = try JSON(reading: desk.run(command + ["--language", language]).output)
            #expect(told["language"] == .text(reader.locale.spokenTag) && english["language"] == "en-US")
            for (line, other) in zip(english.items, told.items) {
                for code in ["topic", "count", "money", "parts", "ids", "command"] {
                    #expect(line[code] == other[code], "\(habit) \(code)")
                }
                guard case .text(let words) = line["words"] else { continue }
                #expect(other["words"] == .text(reader.saidText(words)))
                #expect(!reader.said(words).markup.contains("lang=\"en\""), "\(habit), \(language): \(words)")
            }
        }
    }

    /// What a line may say that neither of the stores above has.
    @Test(arguments: Self.locales) func whatElseALineMaySayIsTold(locale: PageLocale) {
        let reader = Reader(locale: locale, zone: "UTC", asOf: Scene.asOf)
        for words in [
            "5 fresh, 4 stale (listings 31 h, daily sales never whole and 2 more)", "5 fresh, 1 stale (stock 3 d)",
            "X1, X2, X3 and 2 more, closed and still there", "none in tier A since R4",
            "1,200 in tier A since R4, EUR 1,240.50", "3, 1 late, EUR 10.00 avoidable",
            "3, 2 of them claimed; oldest claim 31 h", "2 incidents; Z1 update overdue, yours, Z2 late, with ben",
            "1 incident; Z1 late, yours",
            "missing-value 3 (listing not buyable), x 2 (not in search, no issue says why) and 4 more, in four weeks",
            "5 wait for a decision (P1, P2, P3 and more)", "5 this week (D1, D2, D3 and more)", "1 of 5, falling back",
            "per operator: not measured yet", "A1, 3 d old", "none due within 24 h", "1,200 due within 24 h, 31 late",
            "2 to approve", "3 to write", "2 to approve, 3 to write", "5 open, no deadline within 24 h",
            "5 open, 2 with a deadline within 24 h", "6, 4 of them unassigned", "no case of last week was drawn",
            "all 15 that were drawn were looked at", "7 of 15 that were drawn are still to look at",
            "no cause is stated",
            "wrong label, 3 of 40 with a cause in 12 weeks", "wrong-label, 3 of 40 with a cause in 12 weeks, rising",
            "wrong-label, 3 of 40 with a cause in 12 weeks, falling", "2 that nobody has decided (refund-limit, tone)",
            "5 that nobody has decided (a, b, c and more)", "37 opened in four weeks, 1,023 in the four before",
            "half within 26.0 h", "half within 26.0 h, within 3.1 d in the four weeks before",
            "fewer than half are solved",
            "no case was opened in four weeks", "38% of 55 kept", "38% of 1,055 kept, 41% in the four weeks before",
        ] {
            let told = reader.saidText(words)
            #expect(!reader.said(words).markup.contains("lang=\"en\""), "\(locale.tag): \(words)")
            #expect(told.firstMatch(of: #/\b(?:and|more|of|with|late|since|stale)\b/#) == nil, "\(told)")
        }
    }

    @Test(arguments: [("de", "Wenn Sie fertig sind:"), ("es", "Cuando termine:"), ("ja", "終わったら:")])
    func aMailSaysItInEveryPart(language: String, through: String) throws {
        let desk = try Desk.rotated()
        let html = desk.run("digest", "morning", "--language", language, "--format", "html").output
        let locale = try DigestLanguage.locale(language)
        #expect(html.contains("<html lang=\"\(locale.tag)\" dir=\"ltr\">") && html.contains(through))
        let text = desk.run("digest", "morning", "--language", language).output
        #expect(text.contains("\(through) flywheel morning --done"))
        let subject = try JSON(
            reading: desk.run("digest", "morning", "--language", language, "--format", "json").output)["subject"]
        let queue = Phrases(locale).text("today.topic.queue")
        guard case .text(let line) = subject else { return #expect(Bool(false), "no subject") }
        #expect(line.contains(queue) && html.contains(queue) && text.contains(queue))
        for english in ["Morning", "Queue", "Done?", "at risk", "none"] {
            #expect(![html, text, line].contains { $0.contains(english) }, "\(english)")
        }
    }

    @Test func aMailThatRunsFromRightToLeftSaysSo() throws {
        let desk = try Desk.rotated()
        let session = try Session(
            try GlobalOptions.parse(["--as", "mia"]), PageDoor(desk).house.surroundings(acting: "mia"))
        let page = Page(width: 72, ink: Ink(isOn: false), clock: session.clock)
        let reader = Reader(locale: .rightToLeft, zone: "UTC", asOf: session.now)
        let digest = DigestAnswer(try session.habit(.morning), on: page, for: reader, simulatedSeed: nil)
        #expect(HabitPage(digest).html.contains("dir=\"rtl\""))
    }

    @Test func thePersonsOwnLanguageIsTheOneNobodySays() throws {
        let desk = try Desk.rotated()
        let door = try PageDoor(desk)
        var mia = PersonRecord(name: "mia", displayName: "Mia", role: "lead")
        mia.locale = "de-DE"
        _ = try door.house.host.store.keep(
            mia, change: nil, endsSignIns: false, needing: "lead", by: Actor(.person, "ada"), at: Scene.asOf
        )
        #expect(desk.run("digest", "morning", "--as", "mia").output.hasPrefix("Morgen, 20.11.2026, mia, etwa "))
        #expect(desk.run("digest", "morning", "--as", "ben").output.hasPrefix("Morning, "))
        #expect(desk.run("digest", "morning", "--as", "mia", "--language", "en").output.hasPrefix("Morning, "))
    }

    @Test func aLanguageThereIsNotIsRefused() throws {
        let run = try Desk.rotated().run("digest", "morning", "--language", "fr")
        #expect(run.exit == .usage && run.errors.contains("expected one of en-US, en, "), "\(run.errors)")
    }
}

extension JSON {
    /// The rows of an answer's list.
    fileprivate var items: [JSON] { if case .array(let items) = self["items"] { items } else { [] } }
}
