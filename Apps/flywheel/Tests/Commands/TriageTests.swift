import Foundation
import Testing

@testable import flywheel

@Suite struct TriageTests {
    /// Four things that people write about, with the days and things they write of.
    static let closed: String = {
        let starts: KeyValuePairs = [
            "where": ["Where is my", "When will I get my", "I am still waiting for the"],
            "address": ["Please change the address of my", "Send to another street the", "Wrong house number on the"],
            "photos": ["How do I add photos to the", "The picture is missing for the", "Upload images for my"],
            "refund": ["Please refund my", "I want my money back for the", "Where is the refund of the"],
        ]
        let things = ["parcel", "order", "package", "delivery", "shipment"]
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
        let rows = starts.flatMap { label, starts in
            starts.flatMap { start in
                things.flatMap { thing in days.map { "\(start) \(thing) from \($0),\(label)\r\n" } }
            }
        }
        return "text,label\r\n" + rows.joined()
    }()

    /// A desk with a model that was trained on them.
    private func trained() throws -> (desk: Desk, model: String) {
        let desk = try Desk()
        let file = try desk.write(Self.closed, to: "closed.csv")
        let model = "\(desk.folder)/desk.triage"
        #expect(desk.run("triage", "train", "--file", file, "--model", model).exit == .done)
        return (desk, model)
    }

    /// The cells of the lines of a CSV in which nothing is quoted.
    private func cells(_ text: String) -> [[String]] {
        text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func messagesGoFromFileToFile() throws {
        let (desk, model) = try trained()
        let file = try desk.write(
            "id,text,Label\n7,Where is my parcel from Monday,x\n8,Please refund my order from Friday,y\n", to: "new.csv"
        )
        let run = desk.run("triage", "predict", "--model", model, "--file", file)
        #expect(run.exit == .done && run.errors.isEmpty)
        let lines = run.output.split(separator: "\r\n")
        #expect(lines[0] == "id,text,given-Label,label,confidence,decision,reasons" && lines.count == 3)
        #expect(lines[1].hasPrefix("7,Where is my parcel from Monday,x,where,") && lines[1].contains(",auto,"))
        #expect(lines[2].contains(",refund,") && lines[2].contains(",suggest,"))
        #expect(lines[2].contains("sensitive (money): refund"))
        let path = "\(desk.folder)/out.csv"
        let written = desk.run("triage", "predict", "--model", model, "--file", file, "-o", path, "--format", "json")
        #expect(try JSON(reading: written.output)["auto"] == .integer(1))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == run.output)
        let input = ["id,text,Label", "7,Where is my parcel from Monday,x", "8,Please refund my order from Friday,y"]
        #expect(desk.run(["triage", "predict", "--model", model, "--file", "-"], input: input).output == run.output)
        // No store was asked for.
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/store.flywheel"))
    }

    @Test func removingAReasonChangesTheLabel() throws {
        let (desk, model) = try trained()
        func label(_ text: String) throws -> (String, reasons: String) {
            let file = try desk.write("text\n\(text)\n", to: "one.csv")
            let row = cells(desk.run("triage", "predict", "--model", model, "--file", file).output)[1]
            return (row[1], row[4...].joined(separator: ","))
        }
        let before = try label("Upload images for a parcel")
        #expect(before.0 == "photos")
        var text = "Upload images for a parcel"
        let reasons = before.reasons.split(separator: ";")[0].filter { $0 != "\"" }
        for word in reasons.components(separatedBy: ", ") { text = text.replacing(word, with: "") }
        #expect(try label(text).0 != "photos", "\(before.reasons)")
    }

    @Test func noCellIsRunAsAFormula() throws {
        let (desk, model) = try trained()
        let file = try desk.write("text,=a\n=1+1 where is my parcel,@b\n", to: "new.csv")
        let output = desk.run("triage", "predict", "--model", model, "--file", file).output
        #expect(output.hasPrefix("text,'=a,") && output.contains("\r\n'=1+1 where is my parcel,'@b,"))
    }

    @Test func withoutAModelThePhrasesOfTheProgramSuggest() throws {
        let desk = try Desk()
        let file = try desk.write("text\nWhere is my parcel? The courier is late.\n", to: "new.csv")
        let run = desk.run("triage", "predict", "--file", file)
        #expect(run.output.contains(",where-is-my-order,") && run.output.contains(",suggest,"))
        let model = "\(desk.folder)/starter.triage"
        #expect(desk.run("triage", "train", "--starter", "--model", model).exit == .done)
        #expect(desk.run("triage", "predict", "--model", model, "--file", file).output == run.output)
    }

    private func audits(_ count: Int, wrong: Int) -> String {
        let rows = (0..<count).map { "where,0.98,\($0 < wrong ? "no" : "yes"),\($0 < wrong ? "1" : ""),\n" }
        return "label,confidence,right,overridden,handed-over\n" + rows.joined()
    }

    @Test func aBreachTurnsDecisionsToSuggestionsAndSaysSo() throws {
        let (desk, model) = try trained()
        let file = try desk.write("text\nWhere is my parcel from Monday\n", to: "new.csv")
        let good = try desk.write(audits(200, wrong: 3), to: "good.csv")
        let bad = try desk.write(audits(200, wrong: 60), to: "bad.csv")
        let decided = desk.run("triage", "predict", "--model", model, "--file", file, "--audits", good)
        #expect(decided.output.contains(",auto,") && decided.errors.isEmpty)
        let held = desk.run("triage", "predict", "--model", model, "--file", file, "--audits", bad)
        #expect(held.output.contains(",suggest,") && held.output.contains("automation is held: accuracy"))
        #expect(held.errors.contains("automation is down to suggestions: accuracy 0.700, limit 0.900, of 200 rows"))
        #expect(desk.run("triage", "report", "--model", model, "--audits", good).exit == .done)
        let report = desk.run("triage", "report", "--model", model, "--audits", bad, "--format", "json")
        #expect(report.exit == .waits)
        #expect(try JSON(reading: report.output)["isHeld"] == .bool(true))
    }

    @Test func messagesUnlikeTheTrainingHoldAutomation() throws {
        let (desk, model) = try trained()
        // All of one kind, where the training had four.
        let same = (0..<400).map { "Where is my parcel from \(["Monday", "Friday"][$0 % 2])\n" }.joined()
        let run = desk.run(
            "triage", "predict", "--model", model, "--file", try desk.write("text\n" + same, to: "a.csv"))
        #expect(
            !run.output.contains(",auto,")
                && run.errors.contains("automation is down to suggestions in en: labels drifted"))
    }

    @Test func aReportMeasuresWhatWasNotTrainedOn() throws {
        let (desk, model) = try trained()
        let rows =
            "Where is my box from Monday,where\nUpload images for my box,photos\nThe choir sings a gloomy hymn,\n"
        let file = try desk.write("text,label\n" + rows, to: "held-out.csv")
        let json = try JSON(
            reading: desk.run("triage", "report", "--model", model, "--file", file, "--format", "json").output)
        #expect(json["trial"]?["all"]?["messages"] == .integer(2) && json["trial"]?["all"]?["right"] == .integer(2))
        #expect(
            json["trial"]?["unknown"]?["messages"] == .integer(1) && json["trial"]?["unknown"]?["right"] == .integer(1))
        let known = desk.run("triage", "report", "--model", model, "--format", "json")
        #expect(known.output.contains(#""label":"refund","judged":75,"right":75,"#))
        #expect(known.output.contains(#""decided":0,"sensitive":"money""#))
    }

    @Test(
        arguments: [
            ("text,tag\na,b\n", "train", "1:1", "there is no column \"label\""),
            ("text,label\na\n", "train", "2:1", "1 cells, expected 2"),
            ("text,Text\na,b\n", "train", "1:2", "is there twice"),
            ("", "predict", "1:1", "there is no row of headings"),
            ("label,confidence,right\na,1.5,yes\n", "report", "2:2", "expected a number from 0 to 1"),
            ("label,confidence,right\na,1,maybe\n", "report", "2:3", "expected yes, no or nothing"),
            ("text,label\na,b\n", "train", "", "labels have 4 messages"),
        ])
    func aFaultNamesFileLineAndColumn(text: String, command: String, place: String, sentence: String) throws {
        let desk = try Desk()
        let file = try desk.write(text, to: "in.csv")
        let model = "\(desk.folder)/desk.triage"
        let run =
            switch command {
            case "train": desk.run("triage", "train", "--file", file, "--model", model)
            case "report": desk.run("triage", "report", "--audits", file)
            default: desk.run("triage", "predict", "--file", file)
            }
        #expect(
            run.exit == .failed && run.errors.contains("error[triage]") && run.errors.contains(sentence),
            "\(run.errors)")
        #expect(run.errors.contains("--> \(file)" + (place.isEmpty ? "" : ":" + place)), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: model))
    }

    @Test func whatIsNoModelIsRefused() throws {
        let (desk, model) = try trained()
        let file = try desk.write("text\na\n", to: "new.csv")
        let other = desk.run("triage", "predict", "--model", file, "--file", file)
        #expect(other.exit == .failed && other.errors.contains("it is no triage model"))
        try Data(contentsOf: URL(fileURLWithPath: model)).dropLast(9).write(to: URL(fileURLWithPath: model))
        #expect(desk.run("triage", "predict", "--model", model, "--file", file).errors.contains("damaged or cut off"))
        #expect(
            desk.run("triage", "predict", "--model", "none", "--file", file).errors.contains("there is no such file"))
    }

    @Test(arguments: [
        ["triage", "train", "--model", "m"], ["triage", "train", "--file", "a", "--starter", "--model", "m"],
        ["triage", "train", "--file", "a", "--desk"],
    ])
    func wrongUsageIsNamed(arguments: [String]) throws {
        let run = try Desk().run(arguments)
        let sentence = "expected one of --file, --desk and --starter"
        #expect(run.exit == .usage && run.errors.contains(sentence), "\(run.errors)")
    }

    @Test(arguments: [
        ["triage", "train", "--file", "a"], ["triage", "train", "--desk", "--model", "m"],
        ["triage", "report", "--desk", "--file", "a"],
    ])
    func theDeskKeepsItsOwnModelAndAFileIsNamed(arguments: [String]) throws {
        #expect(try Desk().run(arguments).exit == .usage)
    }

    @Test func aDeskOfFewClosedCasesSaysSoAndKeepsSuggestingByTheStarter() throws {
        let desk = try Desk.withCases()
        let run = desk.run("triage", "train", "--desk")
        #expect(run.exit == .failed && run.errors.contains("a language needs 50 messages"), "\(run.errors)")
        let ticket =
            "ticket,subject,description,created,status\n"
            + "40,Parcel,Where is my parcel? The courier is late.,2026-11-19T09:00:00Z,open\n"
        let file = try desk.write(ticket, to: "more.csv")
        #expect(desk.run("import", file, "--account", "northwind", "--marketplace", "US").exit == .done)
        let shown = desk.run("case", "C4", "--color", "never", isTerminal: true).output
        #expect(shown.contains("Triage   where is my order, "), "\(shown)")
        #expect(shown.contains("a person decides: not proven right often enough to decide on this label"))
        let json = try JSON(reading: desk.run("case", "C4", "--format", "json").output)["suggestion"]
        #expect(json?["source"] == .text("starter") && json?["decision"] == .text("suggest"))
    }

    @Test func whoMayNotSeeMessagesIsShownNoneOfTheirWords() throws {
        let desk = try Desk.withCases("cases:\n  masking: {others: [content]}\n")
        #expect(try JSON(reading: desk.run("case", "C1", "--format", "json").output)["suggestion"] == .null)
    }
}
