import Foundation
import Testing

@testable import flywheel

@Suite struct ExportTests {
    @Test func everySetIsExportedWholeInEveryFormat() throws {
        let desk = try Desk.rotated()
        _ = desk.run(
            "import", try desk.write("sku,price,status\nA,x,1\n", to: "listings.csv"), "--kind", "catalog/1",
            "--account", "other")
        #expect(desk.run("claim", "X1").exit == .done)
        for set in ExportSet.allCases {
            let stream = desk.run("export", set.rawValue, "--format", "ndjson")
            #expect(stream.exit == .done || stream.exit == .waits, "\(set): \(stream.errors)")
            let items = stream.output.split(separator: "\n").count - 2
            #expect(stream.output.hasSuffix("{\"type\":\"end\",\"items\":\(items)}\n"))
            let csv = desk.run("export", set.rawValue).output
            #expect(csv.hasSuffix("\r\n") && csv.split(separator: "\r\n").count == items + 1, "\(set)")
            for ending in ["csv", "ndjson", "json", "tsv", "xlsx"] {
                let path = "\(desk.folder)/\(set).\(ending)"
                let run = desk.run("export", set.rawValue, "--output", path)
                #expect(run.output.hasPrefix("Wrote \(Numbers.count(items, "row")) of \(set) to"), "\(run.errors)")
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                #expect(!bytes.isEmpty || items == 0)
                if ending == "xlsx" { #expect(bytes.prefix(4) == Data([0x50, 0x4B, 3, 4])) }
                if ending == "csv" { #expect(String(decoding: bytes, as: UTF8.self) == csv) }
            }
        }
        #expect(desk.run("export", "journal").output.contains(",claimed,X1,"))
        #expect(desk.run("export").output == desk.run("export", "queue", "--format", "csv").output)
    }

    @Test func equalStoresExportEqualBytes() throws {
        let desk = try Desk.rotated()
        let paths = ["one", "two"].map { "\(desk.folder)/\($0).xlsx" }
        for path in paths { #expect(desk.run("export", "queue", "-o", path).exit == .done) }
        let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(bytes[0] == bytes[1])
    }

    @Test func aFileOfNoKnownFormatIsNotWritten() throws {
        let desk = try Desk.rotated()
        let path = "\(desk.folder)/queue.pdf"
        let run = desk.run("export", "queue", "--output", path)
        #expect(run.exit == .usage && run.errors.contains("error[export-format]"))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(desk.run("export", "queue", "--output", path, "--format", "csv").exit == .done)
    }

    /// The name of a file says what it is made as, and `--format` how is said that it was.
    @Test func whatWasWrittenIsSaidAsAsked() throws {
        let desk = try Desk.rotated()
        for ending in ["csv", "xlsx"] {
            let path = "\(desk.folder)/q.\(ending)"
            let run = desk.run("export", "queue", "-o", path, "--format", "json")
            #expect(run.exit == .done && run.output.hasPrefix("{\"schema\":\"flywheel.exported/1\""), "\(run.output)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).first != UInt8(ascii: "{"))
        }
    }

    @Test func snoozedRowsAreAmongTheQueues() throws {
        let desk = try Desk.rotated()
        let before = desk.run("export", "queue", "--fields", "id,snoozedUntil").output
        #expect(desk.run("snooze", "X1", "--until", "2026-12-20", "--reason", "supplier").exit == .done)
        let after = desk.run("export", "queue", "--fields", "id,snoozedUntil").output
        let ids = { (text: String) in text.split(separator: "\r\n").map { $0.split(separator: ",")[0] } }
        #expect(ids(before) == ids(after))
        #expect(after.contains("X1,2026-12-2") && !after.contains("X2,2026"))
    }

    @Test func aFolderThatIsNotThereIsNoLackOfPermission() throws {
        let desk = try Desk.rotated()
        let run = desk.run("export", "queue", "-o", "\(desk.folder)/nowhere/q.csv")
        #expect(run.errors.contains("there is no such file or folder"), "\(run.errors)")
    }

    @Test func whatCannotBeWrittenLeavesWhatWasThere() throws {
        let desk = try Desk.rotated()
        let folder = "\(desk.folder)/taken.csv"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for path in [folder, "\(desk.folder)/nowhere/q.xlsx", "\(desk.folder)/nowhere/q.csv"] {
            let run = desk.run("export", "queue", "--output", path)
            #expect(run.exit == .failed, "\(path)")
            #expect(run.errors.contains("error[file]: writing \(path) failed"), "\(run.errors)")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
        #expect(!left.contains { $0.hasSuffix(".part") })
    }

    @Test func fieldsAreChosenInFilesToo() throws {
        let desk = try Desk.rotated()
        let path = "\(desk.folder)/queue.csv"
        #expect(desk.run("export", "queue", "-o", path, "--fields", "id,atRisk").exit == .done)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("id,atRisk.amount,atRisk.currency\r\nX"))
    }
}
