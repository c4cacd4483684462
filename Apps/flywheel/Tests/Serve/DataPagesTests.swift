import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import People
import Testing

@testable import flywheel

@Suite struct DataPagesTests {
    static let stock = "sku\tfulfillable\nHB-204-BLK\t12\nLT-55-W\tmany\n"

    @Test(arguments: ["/today", "/queue", "/data"])
    func anEmptyStoreSaysWhatComesFirst(address: String) throws {
        let reply = try Visitor(try Desk()).get(address)
        #expect(reply.status == 200)
        #expect(reply.text.contains("No facts yet"))
        #expect(reply.text.contains("flywheel demo DIR"))
    }

    @Test func aFileIsBroughtByAFormAndTurnsTheWheel() throws {
        let desk = try Desk()
        #expect(desk.run("demo", "\(desk.folder)/files", "--small").exit == .done)
        let browser = try Visitor(desk)
        let folder = "\(desk.folder)/files"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        let path = try #require(files.first { $0.contains("listings") && $0.hasSuffix(".txt") } ?? files.last)
        let contents = try String(contentsOfFile: "\(folder)/\(path)", encoding: .isoLatin1)
        let name = "../../\(path.split(separator: "/").last ?? "")"
        let reply = try browser.upload(contents, name: name, account: "northwind")
        #expect(reply.status == 303, "\(reply.text)")
        #expect(reply.location == "/data/imports/I1")
        #expect(try browser.house.host.store.imports().first?.draft.fileName.contains("..") == false)
        #expect(browser.get("/data/imports/I1").text.contains("Kept as I1"))
        #expect(try browser.upload(contents, name: name, account: "northwind").location == "/data/imports/I1")
        #expect(browser.post("/data/rotate", ["return": "/queue"]).status == 303)
        #expect(browser.get("/queue").text.contains("R1: "))
    }

    @Test func whoMayKnowOfAnAccountNothingCameOfSeesWhatComesFirst() throws {
        let browser = try Visitor(try Desk.rotated())
        #expect(browser.get("/today").text.contains("No facts yet") == false)
        browser.become("ada", scope: .only(["elsewhere"]))
        for address in ["/today", "/queue", "/today/weekly"] {
            let reply = browser.get(address)
            #expect(reply.status == 200 && reply.text.contains("No facts yet"), "\(address)")
        }
    }

    @Test func aFileThatIsNoneIsRefusedBesideItsField() throws {
        let browser = try Visitor(try Desk())
        for contents in ["", "just words", "\u{0}\u{1}"] {
            let reply = try browser.upload(contents, name: "x.csv", account: "north<b>")
            #expect(reply.status == 422)
            #expect(reply.text.contains("id=\"field-file-fault\""))
            #expect(reply.text.contains("north&lt;b&gt;"), "what was typed is kept")
        }
        #expect(try browser.house.host.store.imports().isEmpty)
    }

    @Test func severalFilesComeAtOnceAndEachIsToldOf() throws {
        let desk = try Desk()
        #expect(desk.run("demo", "\(desk.folder)/files", "--small").exit == .done)
        let browser = try Visitor(desk)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(desk.folder)/files").sorted()
        let path = try #require(paths.first { $0.hasSuffix("listings-US.txt") })
        let listings = try String(contentsOfFile: "\(desk.folder)/files/\(path)", encoding: .isoLatin1)
        let files = [
            (name: "C:\\exports\\listings-US.txt", contents: listings),
            // The same name twice is not one file.
            (name: "listings-US.txt", contents: "just words"), (name: "<b>.txt", contents: "\u{0}\u{1}"),
        ]
        let reply = try browser.upload(files, account: "northwind")
        #expect(reply.status == 303 && reply.location == "/data", "\(reply.text)")
        #expect(try browser.house.host.store.imports().map(\.draft.fileName) == ["listings-US.txt"])
        let page = browser.get("/data").text
        #expect(page.contains("3 files came, 1 import kept"))
        #expect(page.contains("<bdi>listings-US.txt</bdi>: ") && page.contains("<bdi>&lt;b&gt;.txt</bdi>"))
    }

    @Test func anEmptyFileAmongOthersIsToldOf() throws {
        let browser = try Visitor(try Desk())
        let listing = "seller-sku\tprice\tquantity\nA\t1.00\t1\n"
        let reply = try browser.upload(
            [(name: "listings-US.txt", contents: listing), (name: "empty.csv", contents: "")], account: "northwind")
        #expect(reply.status == 303 && reply.location == "/data", "\(reply.text)")
        #expect(browser.get("/data").text.contains("<bdi>empty.csv</bdi>: "))
    }

    @Test(arguments: ["../../etc/passwd", "a/b\\c.csv", "..", "", "\u{202E}.csv"])
    func aNameLeadsNowhere(name: String) {
        let safe = Upload.name(name)
        #expect(!safe.isEmpty && !safe.contains("/") && safe != ".." && !safe.contains("\u{202E}"))
    }

    @Test func anImportIsDecidedForAReason() throws {
        let browser = try Visitor(try Desk.prepared())
        let store = browser.house.host.store
        let draft = try #require(try store.imports().first).draft
        var suspect = draft
        suspect.digest = String(repeating: "0", count: 64)
        let id = try store.beginImport(suspect, by: Actor(.person, "mia"))
        var summary = ImportSummary()
        summary.suspicion = "86% fewer rows than the last"
        try store.finishImport(id, as: .quarantined, summary)

        #expect(browser.get("/data").text.contains("waits for a person"))
        let page = browser.get("/data/imports/\(id)").text
        #expect(page.contains("86% fewer rows than the last") && page.contains("Accept this import"))
        #expect(browser.post("/data/imports/\(id)/accept").status == 422)
        #expect(browser.post("/data/imports/\(id)/discard", ["discard-reason": "expected"]).status == 422)
        #expect(browser.post("/data/imports/\(id)/discard", ["discard-reason": "cut-off"]).status == 303)
        #expect(try store.imports().last?.state == .discarded)
        #expect(try store.events().last?.event.detail == "cut-off")
        let kept = try #require(try store.imports().first { $0.state == .kept })
        let own = browser.get("/data/imports/\(kept.id)").text
        #expect(own.contains("Discard this import") && !own.contains("Accept this import"))
        #expect(browser.post("/data/imports/\(kept.id)/accept", ["accept-reason": "checked"]).status == 409)
        let wrong = browser.post("/data/imports/\(kept.id)/discard", ["discard-reason": "wrong-marketplace"])
        #expect(try wrong.status == 303 && store.imports().first { $0.id == kept.id }?.state == .discarded)
        let late = browser.post("/data/imports/\(id)/accept", ["accept-reason": "checked"])
        #expect(late.status == 409 && late.text.contains("Somebody has already decided"))
    }

    @Test func theJournalIsReadPageByPage() throws {
        let browser = try Visitor(try Desk.prepared())
        let end = try browser.house.host.store.journalEnd()
        let page = browser.get("/data/journal").text
        #expect(page.contains(">\(end)<"))
        let first = browser.get("/data/journal?before=2").text
        #expect(first.contains("importKept") && !first.contains(">\(end)<"))
        #expect(browser.get("/data/journal?before=-7&x=y").status == 200)
        #expect(browser.get("/data/journal?before=99999999999").status == 200)
    }
}
