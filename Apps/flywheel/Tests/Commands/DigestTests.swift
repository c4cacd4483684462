import FlywheelKit
import Foundation
import Outbox
import Testing

@testable import flywheel

@Suite struct DigestTests {
    @Test func theTextIsThatOfTheRoutine() throws {
        let desk = try Desk.rotated()
        let digest = desk.run("digest", "morning", "--format", "text")
        #expect(digest.exit == .done && digest.output == desk.run("morning", "--format", "table").output)
        #expect(desk.run("digest", "morning").output == digest.output)
    }

    @Test func thePageIsCompleteAndNeedsNothingFromElsewhere() throws {
        let desk = try Desk.rotated()
        let page = desk.run("digest", "morning", "--format", "html").output
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
        for forbidden in ["<script", "<img", "http", "url(", "<link", "<style", "@import"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
        for tag in ["tr", "td", "table", "body", "html", "h1", "p", "code", "strong"] {
            #expect(page.matches(of: try Regex("<\(tag)[ >]")).count == page.matches(of: try Regex("</\(tag)>")).count)
        }
        #expect(desk.run("queue", "--format", "html").errors.contains("error[no-such-format]"))
    }

    @Test func whatAPersonIsCalledCannotWriteHTML() throws {
        let desk = try Desk.rotated()
        let page = desk.run("digest", "morning", "--format", "html", "--as", "<b>\"mia\" & 'co'</b>").output
        #expect(page.contains("&lt;b&gt;&quot;mia&quot; &amp; &#39;co&#39;&lt;/b&gt;") && !page.contains("<b>"))
        #expect(HabitPage.escaped("a\u{202E}b") == "a\\u{202E}b")
    }

    @Test func thePayloadHasAKeyThatIsTheSameForTheSameDigest() throws {
        let desk = try Desk.rotated()
        let first = desk.run("digest", "morning", "--format", "json").output
        #expect(first == desk.run("digest", "morning", "--format", "json").output)
        let json = try JSON(reading: first)
        #expect(json["schema"] == "flywheel.digest/1" && json["idempotencyKey"] == "morning 2026-11-20 R1 mia")
        let tomorrow = desk.run(["digest", "morning", "--format", "json"], clock: Scene.asOf.advanced(byDays: 1))
        #expect(try JSON(reading: tomorrow.output)["idempotencyKey"] == "morning 2026-11-21 R1 mia")
        #expect(json["habit"] == "morning" && json["items"] != nil)
    }

    @Test func theMailFileHasBothPartsAndOnlyASCIIInShortLines() throws {
        let desk = try Desk.rotated()
        let path = "\(desk.folder)/morning.eml"
        let run = desk.run("digest", "morning", "--as", "zoë 東京", "--output", path)
        #expect(run.exit == .done && run.output.contains("nothing was sent"), "\(run.errors)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") })
        #expect(lines[0].hasPrefix("From: ") && lines.contains("MIME-Version: 1.0"))
        #expect(lines.contains("Date: Fri, 20 Nov 2026 16:05:00 +0000"))
        let boundary = try #require(lines.first { $0.hasPrefix("--=_flywheel") })
        let parts = lines.split(separator: boundary, omittingEmptySubsequences: false).dropFirst()
        #expect(parts.count == 2 && lines.contains(boundary + "--"))
        let texts = parts.map { part in
            let body = part.drop { !$0.isEmpty }.prefix { !$0.hasPrefix("--") }.joined()
            return Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        #expect(texts[0].contains("Morning, Fri 20 Nov 2026, zoë 東京") && texts[1].contains("<!DOCTYPE html>"))
    }

    @Test func aSubjectIsCutIntoWordsBetweenCharacters() {
        let words = MailHeader.encodedWords(String(repeating: "東", count: 40)).components(separatedBy: "\r\n ")
        #expect(words.count > 1 && words.allSatisfy { $0.utf8.count <= 75 })
        let text = words.compactMap { word in
            Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map { String(decoding: $0, as: UTF8.self) }
        }.joined()
        #expect(text == String(repeating: "東", count: 40))
        #expect(MailHeader.date(Instant(seconds: 0)) == "Thu, 1 Jan 1970 00:00:00 +0000")
    }

    @Test func aFileSaysByItsNameWhatItIsToBe() throws {
        let desk = try Desk.rotated()
        func written(_ name: String, _ further: String...) throws -> String {
            let path = "\(desk.folder)/\(name)"
            #expect(desk.run(["digest", "midday", "--output", path] + further).exit == .done)
            return try String(contentsOfFile: path, encoding: .utf8)
        }
        #expect(try written("a.html").hasPrefix("<!DOCTYPE html>"))
        #expect(try written("a.txt").hasPrefix("Midday, "))
        #expect(try written("a.json").hasPrefix("{\"schema\":\"flywheel.digest/1\""))
        #expect(try written("payload", "--format", "json").hasPrefix("{"))
        let refused = desk.run("digest", "midday", "--output", "\(desk.folder)/a.pdf")
        #expect(refused.exit == .usage && refused.errors.contains("error[digest-format]"))
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/a.pdf"))
    }

    @Test func whatASimulationWroteIsSaidInEveryForm() throws {
        let desk = try Desk()
        let simulated = desk.run(
            "simulate", "--scenario", "healthy", "--weeks", "2", "--seed", "7", "--store",
            "\(desk.folder)/store.flywheel")
        #expect(simulated.exit == .done, "\(simulated.errors)")
        #expect(desk.run("digest", "morning", "--format", "html").output.contains("Simulated: seed 7"))
        #expect(desk.run("digest", "morning").output.hasPrefix("Simulated: seed 7\nMorning, "))
        for name in ["a.txt", "a.html", "a.json"] {
            let path = "\(desk.folder)/\(name)"
            #expect(desk.run("digest", "morning", "--output", path).exit == .done)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains("Simulated: "), "\(name)")
        }
        let payload = desk.run("digest", "morning", "--format", "json").output
        #expect(try JSON(reading: payload)["simulated"] == "7")
    }
}
