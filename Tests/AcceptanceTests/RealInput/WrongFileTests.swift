import Foundation
import Testing

/// What people offer by mistake: the answer says what it looks like and what was expected, and nothing is kept of it.
@Suite("Wrong files") struct WrongFileTests {
    struct Offer: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let words: [String]

        init(_ name: String, _ bytes: [UInt8], _ words: String...) {
            self.name = name
            self.bytes = bytes
            self.words = words
        }

        init(_ name: String, _ text: String, _ words: String...) {
            self.name = name
            bytes = Array(text.utf8)
            self.words = words
        }

        var testDescription: String { name }
    }

    private static let offers = [
        Offer("stock.xlsx", "PK\u{3}\u{4}......[Content_Types].xml", "expected text in rows", "xlsx", "save the sheet"),
        Offer("stock.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "expected text in rows", "xls", "save the sheet"),
        Offer("report.pdf", "%PDF-1.7\n%âãÏÓ\n", "expected text in rows", "PDF", "download"),
        Offer(
            "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "expected text in rows", "an image"),
        Offer(
            "listings.csv", "<!DOCTYPE html>\n<html><title>Sign in</title></html>\n", "expected text in rows",
            "a web page", "sign in"),
        Offer("empty.csv", "", "expected a row of headings", "found no rows"),
        Offer("answer.csv", #"{"errors": [{"code": "Unauthorized"}]}"#, "found", "errors"),
        Offer("program.csv", (0...255).map { UInt8($0) }, "expected text in rows", "binary data"),
        Offer("recipe.csv", "dish,salt\nsoup,2\n", "found no kind of file with the headings", "\"dish\", \"salt\""),
        Offer("prices.csv", "sku,colour\nA,red\n", "the nearest is", "also needs"),
    ]

    @Test("What a wrong file looks like is said", arguments: offers)
    func wrong(offer: Offer) throws {
        let program = try Program()
        try program.folder.write(offer.bytes, to: offer.name)
        let run = try program.run("import", offer.name, "--format", "json")
        #expect(run.exit == 1)
        let why = try #require(try run.json["files"].items.first?["reason"].text)
        for word in offer.words { #expect(why.contains(word), "\(why)") }
        #expect(try program.run("imports", "--format", "json").json["imports"].items.isEmpty)
    }

    @Test("An empty folder and a missing file are named")
    func nothing() throws {
        let program = try Program()
        try FileManager.default.createDirectory(
            atPath: "\(program.folder.path)/nothing.csv", withIntermediateDirectories: true)
        for (name, why) in [("nothing.csv", "no files are in this folder"), ("missing.csv", "No such file")] {
            let run = try program.run("import", name)
            #expect(run.exit == 1)
            #expect((run.output + run.errors).contains(why))
        }
    }

    @Test("Headings without rows are a file that knows of nothing")
    func headings() throws {
        let program = try Program()
        try program.folder.write("sku,fulfillable\r\n", to: "stock-US-2026-11-20.csv")
        let run = try program.run("import", "stock-US-2026-11-20.csv", "--format", "json")
        #expect(run.exit == 0)
        let file = try #require(try run.json["files"].items.first)
        #expect(file["result"].text == "kept")
        #expect(file["rowsKept"].number == 0)
    }

    @Test("A wrong file among right ones leaves the right ones in")
    func among() throws {
        let program = try Program()
        try program.folder.write("%PDF-1.7\n", to: "offered/report.pdf")
        try program.folder.write("sku,fulfillable\r\nA,3\r\n", to: "offered/stock-US-2026-11-20.csv")
        let run = try program.run("import", "offered", "--format", "json")
        #expect(run.exit == 2)
        #expect(
            try run.json["files"].items.map { $0["result"].text }.sorted { $0 ?? "" < $1 ?? "" } == [
                "kept", "leftAlone",
            ])
    }
}
