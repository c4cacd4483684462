import Foundation
import Testing

/// Anybody's series, from CSV to CSV.
@Suite("Planning: series") struct SeriesTests {
    @Test("Anybody's series are forecast from CSV to CSV, whoever reads and writes them")
    func series() throws {
        let program = try Program()
        let rows = (0..<200).flatMap { series in
            (1...60).map { "s\(series),\($0),\(($0 * 7 + series * 3) % 11)\n" }
        }
        let text = "series,period,value\n" + rows.joined()
        try program.folder.write(text, to: "sales.csv")
        let flags = ["--horizon", "4", "--frequency", "12"]
        let run = try program.start(["forecast", "--series", "sales.csv"] + flags).finish()
        #expect(run.exit == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.count == 801 && lines[0] == "series,step,mean,p10,p50,p90,method")
        for (index, line) in lines.dropFirst().enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells[0] == "s\(index / 4)" && cells[1] == "\(index % 4 + 1)")
            let numbers = try cells[2...5].map { try #require(Double($0)) }
            #expect(
                numbers[0] > 0 && numbers[1] >= 0 && numbers[1] <= numbers[2] && numbers[2] <= numbers[3], "\(line)")
        }
        #expect(try program.start(["forecast", "--series", "-"] + flags, input: text).finish().output == run.output)
        let written = try program.start(["forecast", "--series", "sales.csv", "--output", "out.csv"] + flags).finish()
        #expect(written.exit == 0)
        #expect(try String(contentsOfFile: "\(program.folder.path)/out.csv", encoding: .utf8) == run.output)
    }

    @Test("A series' unknown periods are not zero, and a faulty file is named by line and cell")
    func faultySeries() throws {
        let program = try Program()
        func forecast(_ rows: String) throws -> Program.Outcome {
            try program.folder.write("series,period,value\n" + rows, to: "sales.csv")
            return try program.run("forecast", "--series", "sales.csv", "--horizon", "1", "--frequency", "weekly")
        }
        let known = (0..<20).map { "a,\($0),\($0 % 2 == 0 ? "6" : "")\n" }.joined()
        #expect(try forecast(known).output.contains("\r\na,1,6,"))
        for (rows, place) in [
            ("a,1,2\na,2,2.x\n", "sales.csv:3:3"), ("a,1,2\nb,1,1\na,2,2\n", "sales.csv:4:1"),
            ("a,2026-01-05,1\na,2026-01-13,1\n", "sales.csv:3:2"), ("a,1\n", "sales.csv:2:2"),
        ] {
            let run = try forecast(rows)
            #expect(run.exit == 1 && run.errors.hasPrefix("error[series]: "), "\(run.errors)")
            #expect(run.errors.contains("--> \(place)\n"), "\(run.errors)")
        }
    }
}
