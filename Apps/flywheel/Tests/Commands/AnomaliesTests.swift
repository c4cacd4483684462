import Foundation
import Testing

@testable import flywheel

@Suite struct AnomaliesTests {
    /// A value every six hours for a year, and one that is far off on 9 December.
    private static let rows = (0..<1_300).reduce(into: "timestamp,value\n") { text, point in
        let (month, day, hour) = (1 + point / 112, 1 + point / 4 % 28, point % 4 * 6)
        let value = 20 + point * 37 % 11 + (point == 1_265 ? 400 : 0)
        text += "2026-\(two(month))-\(two(day)) \(two(hour)):00:00,\(value)\n"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    @Test func scoresGoFromFileToFile() throws {
        let desk = try Desk()
        let file = try desk.write(Self.rows, to: "visits.csv")
        let run = desk.run("anomalies", "--stream", file)
        #expect(run.exit == .done && run.errors.isEmpty)
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.count == 1_301 && lines[0] == "timestamp,value,score")
        #expect(lines[1] == "2026-01-01 00:00:00,20,0.0")
        // A file, standard input, a pipe and a terminal hold the same bytes.
        let path = "\(desk.folder)/scored.csv"
        let written = desk.run(["anomalies", "--stream", file, "--output", path], isTerminal: true)
        #expect(written.output.hasPrefix("Wrote 1,300 rows to"))
        #expect(written.output.contains("2026-12-09 06:00:00"), "\(written.output)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == run.output)
        let input = Self.rows.split(separator: "\n").map(String.init)
        #expect(desk.run(["anomalies", "--stream", "-"], input: input).output == run.output)
        #expect(desk.run(["anomalies", "--stream", file], isTerminal: true).output == run.output)
        // No store was asked for.
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/store.flywheel"))
    }

    @Test func whatIsOddIsTold() throws {
        let desk = try Desk()
        let file = try desk.write(Self.rows, to: "visits.csv")
        let run = desk.run("anomalies", "--stream", file, "-o", "\(desk.folder)/scored.csv", "--format", "json")
        let json = try JSON(reading: run.output)
        #expect(json["rows"] == .integer(1_300) && json["unknown"] == .integer(0))
        #expect(run.output.contains(#""oddest":[{"timestamp":"2026-12-09 06:00:00","value":"#))
        let quiet = try desk.write("timestamp,value\n2026-01-01,2\n", to: "quiet.csv")
        let none = desk.run(["anomalies", "--stream", quiet, "-o", "\(desk.folder)/q.csv"], isTerminal: true)
        #expect(none.output.split { $0.isWhitespace }.joined(separator: " ").hasSuffix("no value scores 0.5 or more"))
    }

    @Test func aFaultNamesFileLineAndCellAndLeavesNoFile() throws {
        let desk = try Desk()
        let file = try desk.write(Self.rows + "2026-12-31 00:00:00,lots\n", to: "visits.csv")
        let path = "\(desk.folder)/scored.csv"
        let run = desk.run("anomalies", "--stream", file, "--output", path)
        #expect(run.exit == .failed && run.output.isEmpty)
        #expect(run.errors.contains("error[stream]: value is \"lots\", expected a number"))
        #expect(run.errors.contains("--> \(file):1302:2"))
        #expect(
            !FileManager.default.fileExists(atPath: path) && !FileManager.default.fileExists(atPath: path + ".part"))
        let missing = desk.run("anomalies", "--stream", "none.csv")
        #expect(missing.exit == .failed && missing.errors.contains("error[file]: cannot read none.csv"))
        let workbook = try desk.write("PK\u{3}\u{4}\0\0\0\0", to: "visits.xlsx")
        #expect(desk.run("anomalies", "--stream", workbook).errors.contains("error[file]: expected text in rows"))
    }

    @Test(
        arguments: [
            (["anomalies"], "Missing expected argument '--stream <file>'"),
            (["anomalies", "--stream", "f", "--format", "json"], "--format asks for another form"),
        ])
    func wrongUsageIsNamed(arguments: [String], sentence: String) throws {
        let run = try Desk().run(arguments)
        #expect(run.exit == .usage && run.errors.contains(sentence), "\(run.errors)")
    }
}
