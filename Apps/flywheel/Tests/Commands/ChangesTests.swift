import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import flywheel

@Suite struct ChangesTests {
    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func nothingIsProposedUntilAWorkflowDoes() throws {
        let desk = try Desk.rotated()
        let list = desk.run("changes", "--state", "any", "--format", "table")
        #expect(list.exit == .done)
        #expect(desk.run("changes", "show", "L99").exit == .unknown)
        #expect(desk.run("changes", "write", "--output", desk.folder, "--format", "table").exit == .done)
    }

    @Test func theListSaysWhatWaitsAndTheMode() throws {
        let desk = try Desk.rotated()
        _ = try desk.proposed()
        let list = desk.run("changes", "--format", "table").output
        #expect(list.contains("test mode: nothing is written"))
        #expect(list.contains("price 16.89 to 15.90") && list.contains("brand = ?, color = red"))
        #expect(list.contains("Next: flywheel changes show L"))
        #expect(desk.run("changes", "--state", "written").output.isEmpty)
        #expect(desk.run("changes", "--state", "writen").errors.contains("--state is \"writen\", expected proposed"))
        let csv = desk.run("changes", "--format", "csv").output
        #expect(csv.hasPrefix("id,state,mode,exception,workflow,kind,account,marketplace,sku,what,price.from.amount"))
        #expect(desk.run("changes", "--workflow", "inventory").output.isEmpty)
    }

    @Test func theRestIsAskedForAsTheListWas() throws {
        let desk = try Desk.rotated()
        _ = try desk.proposed()
        func told(_ flags: String...) -> String {
            desk.run(["changes", "--limit", "1", "--format", "table"] + flags).output
        }
        let narrow = told("--workflow", "suppressions", "--state", "any", "--account", "northwind")
        #expect(
            narrow.contains("flywheel changes --state any --workflow suppressions --account northwind --limit "),
            "\(narrow)")
        #expect(told("--state", "proposed").contains("flywheel changes --state proposed --limit "))
    }

    @Test func gainsInSeveralCurrenciesAreComparedByTheRatesOfTheQueue() throws {
        let desk = try Desk.rotated()
        func money(_ amount: Int64, _ code: String) throws -> Money {
            Money(minorUnits: amount, try #require(Currency(code)))
        }
        // The example's euro is worth a little more than a dollar; nobody said what a zloty or a krona is.
        let ids = try desk.proposed(gains: [
            try money(37, "EUR"), try money(6_25, "USD"), try money(90_00, "SEK"), try money(6_00, "EUR"), nil,
            try money(50_00, "PLN"), try money(80_00, "PLN"),
        ])
        let order = [3, 1, 0, 6, 5, 2, 4].map { ids[$0] }
        let listed = desk.run("changes", "--format", "csv").output.split(separator: "\r\n").dropFirst()
        #expect(listed.map { String($0.prefix { $0 != "," }) }.filter(ids.contains) == order, "\(listed)")
        let table = desk.run("changes", "--format", "table", "--width", "200").output
        #expect(table.contains("Gains are compared in USD; below the others without a rate to it: 3"), "\(table)")
        let page = try PageDoor(desk).get("/plan/prices").text
        #expect(page.contains("compared in USD") && page.contains("No rate to USD, so below the others: 3 changes."))
    }

    @Test func showSaysWhyTheNumbersTheFileAndWhatStandsAgainstIt() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed()
        let shown = desk.run("changes", "show", ids[0], "--format", "table").output
        #expect(shown.contains("Expects  3.50 to 4.25 units a day"))
        #expect(shown.contains("3.14 more a day, after costs"))
        #expect(shown.contains("Back     taking it back sets "))
        #expect(shown.contains("Against  \(ids[0]): the price is "), "\(shown)")
        #expect(shown.contains("Next: flywheel changes approve \(ids[0])"))
        let brand = desk.run("changes", "show", ids[1], "--format", "table").output
        #expect(brand.contains("--set brand=VALUE"))
        let exception = try JSON(reading: desk.run("changes", "show", ids[1], "--format", "json").output)["change"]?[
            "exception"]
        guard case .text(let id) = exception else { throw Diagnostic("test", "no exception", exit: .failed) }
        #expect(desk.run("show", id, "--format", "table").output.contains("Change   \(ids[1]) proposed: brand = ?"))
    }

    @Test func anAttributeIsNamedInWordsAndTypedAsItsCode() throws {
        let desk = try Desk.rotated()
        let id = try #require(try desk.proposed(setting: AttributeChange("item_name", to: nil)).first)
        let shown = desk.run("changes", "show", id, "--format", "table").output
        #expect(shown.contains("\(id)  item name = ?") && shown.contains("--set item_name=VALUE"), "\(shown)")
        #expect(desk.run("changes", "show", id, "--format", "json").output.contains("\"item_name = ?\""))
        let page = try PageDoor(desk).get("/plan/prices").text
        #expect(page.contains(">item name</span> = ?") && page.contains("name=\"value-\(id)-item_name\""))
    }

    @Test func refusalsSayWhatWasExpected() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed()
        let moved = desk.run("changes", "approve", ids[0])
        #expect(moved.exit == .refused && moved.errors.contains("error[price-moved]"), "\(moved.errors)")
        let missing = desk.run("changes", "approve", ids[1])
        #expect(missing.exit == .refused && missing.errors.contains("has no value for brand"))
        let unknown = desk.run("changes", "approve", ids[1], "--set", "brnd=Acme")
        #expect(unknown.errors.contains("sets no attribute \"brnd\"; did you mean \"brand\"?"))
        #expect(desk.run("changes", "approve", ids[1], "--set", "brand").exit == .usage)
        let word = desk.run("changes", "refuse", ids[1], "--reason", "Too low")
        #expect(word.exit == .refused && word.errors.contains("error[reason-word]"))
        #expect(desk.run("changes", "take-back", ids[0]).errors.contains("error[change-state]"))
        #expect(desk.run("changes", "approve", "L99").exit == .unknown)
    }

    @Test func whatNothingIsKnownOfAnyMoreIsNotChanged() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed()
        #expect(desk.run("changes", "approve", ids[1], "--set", "brand=Acme").exit == .done)
        try desk.discardImports()
        let approved = desk.run("changes", "approve", ids[1], "--set", "brand=Other")
        #expect(approved.exit == .refused && approved.errors.contains("error[listing-unknown]"), "\(approved.errors)")
        let written = desk.run("changes", "write", "--dry-run", "--form", "table")
        #expect(written.exit == .refused && written.errors.contains("error[listing-unknown]"), "\(written.errors)")
    }

    @Test func testModeRehearsesAndWritesNothing() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed()
        let approved = desk.run("changes", "approve", ids[1], "--set", "brand=Acme & Co", "--format", "table")
        #expect(approved.output.contains("Test mode:"), "\(approved.errors)")
        let before = try files(desk.folder)
        let refused = desk.run("changes", "write", "--output", desk.folder)
        #expect(refused.exit == .refused && refused.errors.contains("error[test-mode]"))
        #expect(try files(desk.folder) == before)
        // Without the seller's id the feed cannot be made, and says so.
        let nameless = desk.run("changes", "write", "--dry-run")
        #expect(nameless.exit == .refused && nameless.errors.contains("names the seller"))
        let table = desk.run("changes", "write", "--dry-run", "--form", "table")
        #expect(table.exit == .done && table.output.contains(",brand,Acme & Co,\r\n"))
        #expect(desk.run("changes", "write", "--dry-run", "--form", "tabel").exit == .usage)
        #expect(try files(desk.folder) == before)
    }

    @Test func whatIsWrittenIsWhatWasRehearsed() throws {
        let desk = try Desk.rotated()
        try desk.goLive()
        let ids = try desk.proposed(mode: .live)
        #expect(desk.run("changes", "approve", ids[1], "--set", "brand=Acme").exit == .done)
        let rehearsed = desk.run("changes", "write", "--dry-run")
        #expect(rehearsed.output.hasPrefix("{\"header\":{\"sellerId\":\"A1SELLER\",\"version\":\"2.0\"}"))
        let preview = desk.run("changes", "write", "--dry-run", "--form", "amazon-preview")
        #expect(preview.output.hasPrefix("PATCH /listings/2021-08-01/items/A1SELLER/"))
        let path = "\(desk.folder)/feed.json"
        let written = desk.run("changes", "write", "--output", path, "--format", "json")
        #expect(written.exit == .done, "\(written.errors)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == rehearsed.output)
        let again = desk.run("changes", "write", "--output", path, "--format", "table")
        #expect(again.exit == .done && again.output.hasPrefix("Nothing is approved"))
        #expect(desk.run("changes", "take-back", ids[1]).errors.contains("error[nothing-to-restore]"))
        let journal = desk.run("export", "journal", "--format", "csv").output
        #expect(journal.contains("written,\(ids[1])") && !journal.contains("Acme") && !journal.contains("feed.json"))
        #expect(desk.run("journal", "verify").exit == .done)
    }

    @Test func aRehearsalRefusesWhatWritingRefuses() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed()
        #expect(desk.run("changes", "approve", ids[1], "--set", "brand=Acme").exit == .done)
        try desk.goLive()
        for flags in [["--dry-run"], ["--output", "\(desk.folder)/feed.json"]] {
            let run = desk.run(["changes", "write"] + flags)
            #expect(run.exit == .refused && run.errors.contains("error[approved-in-test]"), "\(flags): \(run.errors)")
        }
    }

    @Test func aFolderThatIsMissingIsMade() throws {
        let desk = try Desk.rotated()
        try desk.goLive()
        let ids = try desk.proposed()
        _ = desk.run("changes", "approve", ids[1], "--set", "brand=Acme")
        let folder = "\(desk.folder)/out/uploads"
        #expect(desk.run("changes", "write", "--output", folder, "--dry-run").exit == .done)
        #expect(!FileManager.default.fileExists(atPath: folder))
        let written = desk.run("changes", "write", "--output", folder, "--format", "table")
        #expect(written.exit == .done && !written.output.contains("Undo"), "attributes are not taken back")
        let names = try files(folder)
        #expect(names.count == 1 && written.output.contains("\(folder)/\(names[0])"))
        #expect(UploadFiles.isNewFolder("\(desk.folder)/day.1/"))
        #expect(!UploadFiles.isNewFolder("\(desk.folder)/feed.json"))
        #expect(!UploadFiles.isNewFolder("\(folder)/\(names[0])"), "which is there")
    }

    @Test func onlyWhatCanBeTakenBackIsOfferedForIt() throws {
        func change(_ number: Int64, _ state: ChangeRecord.State, _ proposal: ListingChange) -> ChangeRecord {
            var record = ChangeRecord(
                id: ChangeID(number), exception: ExceptionID(1),
                fingerprint: Scene.fingerprint("listing-suppressed", "A"), proposal: proposal, proposed: Scene.asOf,
                rotation: RotationID(1), mode: .live)
            record.state = state
            return record
        }
        let (from, to) = (Money(minorUnits: 2, Scene.usd), Money(minorUnits: 1, Scene.usd))
        let price = ListingChange.price(PriceChange(from: from, to: to, unitsNow: 1, unitsThen: 2))
        let attributes = ListingChange.attributes([AttributeChange("color", to: "red")])
        let written = [change(7, .approved, price), change(8, .approved, attributes)]
        #expect(UploadsAnswer.undoable(of: written) == ChangeID(7))
        #expect(UploadsAnswer.undoable(of: [change(7, .written, price)]) == nil, "which takes it back")
    }

    @Test func whatIsProposedIsSaidToBeInTheModeThatItsApprovalHas() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed(mode: .test)
        try desk.goLive()
        #expect(desk.run("changes", "show", ids[1], "--format", "table").output.contains("live mode"))
        #expect(desk.run("changes").output.split(separator: "\n").allSatisfy { $0.contains("\tproposed\tlive\t") })
        #expect(desk.run("changes", "approve", ids[1], "--set", "brand=Acme").exit == .done)
        _ = try desk.write("changes: {live: []}\n", to: "flywheel.yaml")
        #expect(
            desk.run("changes", "--state", "any").output.contains("\(ids[0])\tproposed\ttest\t"),
            "and in test mode again")
        #expect(desk.run("changes", "--state", "any").output.contains("\(ids[1])\tapproved\tlive\t"))
    }

    @Test func whereNothingIsToBeSentThereIsNoDraft() throws {
        let desk = try Desk.rotated()
        let queue = desk.run("queue", "--workflow", "inventory").output
        let id = try #require(queue.split(separator: "\t").dropFirst().first)
        #expect(desk.run("draft", String(id)).errors.contains("error[no-draft]"))
        #expect(desk.run("draft", "X99999").exit == .unknown)
    }

    @Test func aDraftNamesWhatAPersonHasToAdd() {
        let answer = DraftAnswer(
            exception: ExceptionID(7),
            draft: .init(
                subject: "Brand", body: "One.\nTwo.", evidence: [.init("price", "4.00"), .init("a photograph")]),
            file: nil)
        #expect(
            answer.lines == [
                "Subject: Brand", "", "One.", "Two.", "", "Evidence:", "[x] price: 4.00",
                "[ ] a photograph: to be added",
            ])
        #expect(answer.json["missing"] == ["a photograph"])
    }
}
