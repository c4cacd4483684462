import Foundation
import Testing

/// Routines as a person goes through them, day after day.
@Suite("Habits") struct HabitTests {
    private static let habits = ["morning", "midday", "close-of-day", "weekly", "monthly"]

    private func seller() throws -> Program {
        let program = try Program()
        #expect(try program.run("demo", "exports", "--small").exit == 0)
        #expect(try program.run("import", "exports/2026-11-20", "--account", "northwind").exit != 1)
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    @Test("Each routine is a prepared view with counts, amounts and the command that goes deeper")
    func preparedViews() throws {
        let program = try seller()
        for habit in Self.habits {
            let items = try program.run(habit, "--as", "mia", "--format", "json").json["items"].items
            #expect(items.count >= 5, "\(habit)")
            for item in items {
                let command = try #require(item["command"].text)
                #expect(command.hasPrefix("flywheel ") && item["words"].text?.isEmpty == false, "\(habit)")
                guard command.hasPrefix("flywheel queue"), let count = item["count"].number else { continue }
                let words = command.split(separator: " ").dropFirst().map(String.init)
                let queue = try program.start(
                    words + ["--as", "mia", "--all", "--limit", "1000", "--format", "json"]
                ).finish()
                #expect(Double(try queue.json["items"].items.count) == count, "\(habit): \(command)")
            }
        }
    }

    @Test("A close of the day names the cause that came back and what to prevent")
    func closeOfDay() throws {
        let program = try seller()
        let queue = try program.run("queue", "--workflow", "suppressions", "--limit", "1000", "--format", "json")
        let kinds = Dictionary(grouping: try queue.json["items"].items) { $0["kind"].text ?? "" }
        let ids = try #require(kinds.values.max { $0.count < $1.count }).compactMap { $0["id"].text }
        try #require(ids.count >= 3)
        for id in ids.prefix(3) { #expect(try program.run("close", id, "--cause", "image", "--as", "mia").exit == 0) }
        #expect(
            try program.run("close", ids.last ?? "", "--cause", "other", "--as", "mia").exit == (ids.count > 3 ? 0 : 4))
        let items = try program.run("close-of-day", "--as", "mia", "--format", "json").json["items"].items
        func item(_ topic: String) throws -> JSON { try #require(items.first { $0["topic"].text == topic }) }
        #expect(try item("closed")["count"].number == Double(min(ids.count, 4)))
        #expect(try item("without-cause")["count"].number == (ids.count > 3 ? 1 : 0))
        #expect(try item("repeated")["words"].text?.contains("image 3 (") == true)
        #expect(try item("to-prevent")["parts"].items.first?["count"].number == 3)
        #expect(Set(try item("repeated")["ids"].items.compactMap(\.text)) == Set(ids.prefix(3)))
    }

    @Test("Completion is kept per person and shown as so many of the last days, without a word about the others")
    func completion() throws {
        var program = try seller()
        // Friday, Monday and Wednesday; Tuesday is left out.
        for day in ["2026-11-20", "2026-11-23", "2026-11-25"] {
            program.asOf = "\(day)T20:00:00Z"
            let done = try program.run("morning", "--done", "--as", "mia", "--format", "table")
            #expect(done.exit == 0 && done.output.hasPrefix("Morning done"), "\(done.errors)")
        }
        let mia = try program.run("morning", "--as", "mia", "--format", "table").output
        #expect(mia.contains("done 3 of the last 4 working days") && mia.contains("Done at 20:00"), "\(mia)")
        let ben = try program.run("morning", "--as", "ben", "--format", "json").json["standing"]
        #expect(ben["done"].number == 0 && ben["of"].number == 0)
        for word in ["missed", "skipped", "late again", "only", "!"] { #expect(!mia.contains(word)) }
        #expect(try program.run("journal", "verify").exit == 0)
    }

    @Test("A digest is the same as text, as a mail file and as a payload, and nothing is sent")
    func digest() throws {
        let program = try seller()
        let text = try program.run("digest", "morning", "--as", "mia", "--format", "text").output
        #expect(text.hasPrefix("Morning, Fri 20 Nov 2026, mia"))
        #expect(try program.run("digest", "morning", "--as", "mia", "--output", "m.eml").exit == 0)
        #expect(try program.run("digest", "morning", "--as", "mia", "--output", "m.html").exit == 0)
        let payload = try program.run("digest", "morning", "--as", "mia", "--format", "json").json
        let page = try String(contentsOfFile: "\(program.folder.path)/m.html", encoding: .utf8)
        for item in payload["items"].items {
            let words = try #require(item["words"].text)
            #expect(page.contains(">\(words)<"))
            #expect(text.replacing(#/\s+/#, with: " ").contains(words))
        }
        #expect(payload["idempotencyKey"].text == "morning 2026-11-20 R1 mia")
        let mail = try String(contentsOfFile: "\(program.folder.path)/m.eml", encoding: .utf8)
        #expect(mail.contains("Content-Type: multipart/alternative") && mail.contains("text/html; charset=utf-8"))
    }

    @Test(
        "A digest speaks the language that is asked for; ids, codes and commands stay",
        arguments: [
            ("de-DE", "Morgen, 20.11.2026, mia, etwa ", "Warteschlange", "gefährdet"),
            ("es-ES", "Mañana, 20 nov 2026, mia, unos ", "Cola", "en riesgo"),
            ("ja-JP", "朝、2026/11/20、mia、約 ", "キュー", "リスク額"),
            ("en-US", "Morning, Fri 20 Nov 2026, mia, about ", "Queue", "at risk"),
        ])
    func languages(tag: String, heading: String, queue: String, atRisk: String) throws {
        let program = try seller()
        let digest = ["digest", "morning", "--as", "mia", "--language", tag, "--format"]
        let text = try program.start(digest + ["text"]).finish().output
        let html = try program.start(digest + ["html"]).finish().output
        let payload = try program.start(digest + ["json"]).finish().json
        #expect(text.hasPrefix(heading) && html.contains(#"<html lang="\#(tag)" dir="ltr">"#), "\(text)")
        #expect(payload["language"].text == tag && payload["text"].text?.hasPrefix(heading) == true)
        let first = try #require(payload["items"].items.first)
        #expect(first["topic"].text == "queue" && first["command"].text == "flywheel queue")
        for words in [queue, atRisk] { #expect(text.contains(words) && html.contains(words), "\(words)") }
        #expect(payload["subject"].text?.contains(atRisk) == true)
    }

    /// A month of one sheet: what sold each day at which price, and how the marketplace treats it now.
    private static var sheet: String {
        let days = (22...31).map { "2026-10-\($0)" } + (1...18).map { "2026-11-\($0 < 10 ? "0" : "")\($0)" }
        let listings = [
            ("MUG-1", 8, "31.00", "LISTING_SUPPRESSED,brand,Brand is missing"),
            ("KNIFE-2", 4, "12.00", "SEARCH_SUPPRESSED,title,Title too long"),
            ("LAMP-3", 1, "8.50", "LISTING_SUPPRESSED,image,Main image"),
        ]
        let rows = days.flatMap { day in
            listings.map { sku, units, price, status in "\(sku),\(day),\(units),\(price),\(status)" }
        }
        return (["sku,date,units,price,status,code,issue"] + rows).joined(separator: "\n") + "\n"
    }

    @Test("Starting small: from an empty store to a ranked queue of one sheet of suppressions, in month one")
    func startingSmall() throws {
        let program = try Program()
        func start() throws -> JSON { try program.run("start", "--format", "json").json }
        func next() throws -> String? { try start()["steps"].items.first { $0["isDone"].number == 0 }?["step"].text }
        #expect(try start()["month"].number == 1 && next() == "import")
        #expect(!FileManager.default.fileExists(atPath: program.store))

        try program.folder.write(Self.sheet, to: "sheet.csv")
        for kind in ["suppressed-listings/1", "catalog/1", "sales-daily/1"] {
            let run = try program.run(
                "import", "sheet.csv", "--kind", kind, "--account", "northwind", "--marketplace", "US", "--at",
                "2026-11-20T19:00:00Z")
            #expect(run.exit == 0, "\(run.errors)\(run.output)")
        }
        #expect(try next() == "rotation")
        #expect(try program.run("rotate").exit == 0)
        let rows = try program.run("queue", "--format", "json").json["items"].items
        #expect(rows.compactMap { $0["listing"]["sku"].text } == ["MUG-1", "KNIFE-2", "LAMP-3"])
        #expect(rows.allSatisfy { $0["workflow"].text == "suppressions" && $0["atRisk"]["amount"].text != nil })
        #expect(rows.first?["tier"].text == "A")
        #expect(try start()["month"].number == 1 && start()["day"].number == 1 && next() == "claims")
        let morning = try program.run("morning", "--format", "table").output
        #expect(morning.contains("Month 1, day 1: claim from the top of the queue, 0 of 5"), "\(morning)")
        #expect(try program.run("claim", rows.first?["id"].text ?? "").exit == 0)
        #expect(try start()["steps"].items.first { $0["step"].text == "claims" }?["count"].number == 1)
    }
}
