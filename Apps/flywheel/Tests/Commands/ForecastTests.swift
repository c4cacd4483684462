import FlywheelKit
import Foundation
import Testing

@testable import flywheel

@Suite struct ForecastTests {
    private static let rows = (1...30).reduce(into: "series,period,value\n") { text, day in
        text += "HB-204,2026-01-\(day < 10 ? "0" : "")\(day),\(day % 7 == 0 ? "" : "4")\n"
    }

    // MARK: Anybody's series

    @Test func seriesGoFromFileToFile() throws {
        let desk = try Desk()
        let file = try desk.write(Self.rows, to: "sales.csv")
        let flags = ["--horizon", "3", "--frequency", "daily"]
        let run = desk.run(["forecast", "--series", file] + flags)
        #expect(run.exit == .done && run.errors.isEmpty)
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.count == 4 && lines[0] == "series,step,mean,p10,p50,p90,method")
        #expect(lines[1].hasPrefix("HB-204,1,4,"))
        // A file, standard input, a pipe and a terminal hold the same bytes.
        let path = "\(desk.folder)/out.csv"
        let written = desk.run(["forecast", "--series", file, "--output", path] + flags, isTerminal: true)
        #expect(written.output.hasPrefix("Wrote 3 rows for 1 series"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == run.output)
        let input = Self.rows.split(separator: "\n").map(String.init)
        #expect(desk.run(["forecast", "--series", "-"] + flags, input: input).output == run.output)
        #expect(desk.run(["forecast", "--series", file] + flags, isTerminal: true).output == run.output)
        // No store was asked for.
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/store.flywheel"))
    }

    @Test func aFaultNamesFileLineAndCell() throws {
        let desk = try Desk()
        let file = try desk.write(Self.rows + "HB-204,2026-01-30,5\n", to: "sales.csv")
        let path = "\(desk.folder)/out.csv"
        let run = desk.run(
            "forecast", "--series", file, "--horizon", "3", "--frequency", "daily", "--output", path)
        #expect(run.exit == .failed && run.output.isEmpty)
        #expect(
            run.errors.contains("error[series]: period is \"2026-01-30\", expected one later than the row before it"))
        #expect(run.errors.contains("--> \(file):32:2"))
        #expect(
            !FileManager.default.fileExists(atPath: path) && !FileManager.default.fileExists(atPath: path + ".part"))
        let missing = desk.run("forecast", "--series", "none.csv", "--horizon", "3", "--frequency", "daily")
        #expect(missing.errors.contains("error[file]: cannot read none.csv"))
        let folder = desk.run("forecast", "--series", desk.folder, "--horizon", "3", "--frequency", "daily")
        #expect(folder.exit == .failed && folder.errors.contains("error[file]: cannot read \(desk.folder)"))
    }

    @Test func gzippedFilesAndOtherEncodingsAreRead() throws {
        let desk = try Desk()
        let flags = ["--horizon", "3", "--frequency", "daily"]
        let plain = desk.run(["forecast", "--series", try desk.write(Self.rows, to: "sales.csv")] + flags).output
        let wide = "\(desk.folder)/wide.csv"
        try Self.rows.write(toFile: wide, atomically: true, encoding: .utf16)
        #expect(desk.run(["forecast", "--series", wide] + flags).output == plain)
        // One stored block (RFC 1951) is gzip enough.
        let text = Array(Self.rows.utf8)
        let count = UInt16(text.count)
        let packed = "\(desk.folder)/sales.csv.gz"
        let sum = crc32(text)
        let bytes: [UInt8] =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + count.littleBytes + (~count).littleBytes + text
            + sum.littleBytes
            + UInt32(text.count).littleBytes
        try Data(bytes).write(to: URL(fileURLWithPath: packed))
        #expect(desk.run(["forecast", "--series", packed] + flags).output == plain)
    }

    private func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { bits, _ in bits >> 1 ^ (bits & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }

    @Test func whatMaySurpriseIsSaid() throws {
        let desk = try Desk()
        let file = try desk.write("series,period,value\na,1,\nb,1,-3\nb,2,5\nc,1,2\nc,99,4\n", to: "sales.csv")
        let run = desk.run("forecast", "--series", file, "--horizon", "1", "--frequency", "12")
        #expect(run.errors.contains("of 1 series no value is known: their rows are empty"))
        #expect(run.errors.contains("1 series with values below zero: nothing below zero is forecast"))
        #expect(run.errors.contains("of 1 series more periods are missing than are there, and unknown"))
    }

    @Test(
        arguments: [
            (["forecast"], "nothing to forecast: expected a SKU or --series"),
            (["forecast", "A", "--series", "f"], "a SKU excludes --series, --horizon, --frequency and --output"),
            (["forecast", "--series", "f", "--frequency", "daily"], "--horizon is missing"),
            (["forecast", "--series", "f", "--horizon", "0", "--frequency", "daily"], "--horizon is 0, expected 1 to"),
            (["forecast", "--series", "f", "--horizon", "3"], "--frequency is missing, expected daily, weekly"),
            (
                ["forecast", "--series", "f", "--horizon", "3", "--frequency", "often"],
                "--frequency is \"often\", expected daily, weekly"
            ),
            (
                ["forecast", "--series", "f", "--horizon", "3", "--frequency", "daily", "--format", "json"],
                "--format asks for another form"
            ),
            (["forecast", "A", "--horizon", "3"], "a SKU excludes --series, --horizon, --frequency and --output"),
            (["forecast", "A", "--weeks", "17"], "--weeks is 17, expected 1 to 16"),
            (["forecast", "--series", "f", "--svg", "g"], "--account, --marketplace, --weeks and --svg go with a SKU"),
        ])
    func wrongUsageIsNamed(arguments: [String], sentence: String) throws {
        let run = try Desk().run(arguments)
        #expect(run.exit == .usage && run.errors.contains("error[usage]: \(sentence)"), "\(run.errors)")
    }

    // MARK: A listing

    @Test func aListingsForecastIsExplainedAndDrawn() throws {
        let desk = try Desk.rotated()
        let drawing = "\(desk.folder)/forecast.svg"
        let run = desk.run(
            ["forecast", "LT-55-YEL", "--marketplace", "US", "--svg", drawing, "--width", "80"], isTerminal: true)
        #expect(run.exit == .done, "\(run.errors)")
        for part in ["Expected  ", "Method    ", "BACK-TEST", "seasonal naive", "units a week"] {
            #expect(run.output.contains(part), "\(part)")
        }
        for line in run.output.split(separator: "\n") where !line.hasPrefix("Drawn in") {
            #expect(String(line).cells <= 80, "\(line)")
        }
        let svg = try String(contentsOfFile: drawing, encoding: .utf8)
        #expect(svg.contains("<title id=\"title\">LT-55-YEL, US</title>") && svg.contains("in four cases of five"))
    }

    @Test(arguments: [["--ascii"], []]) func aTerminalWithoutUTF8GetsASCII(flags: [String]) throws {
        let desk = try Desk.rotated(environment: flags.isEmpty ? ["LANG": "de_DE.ISO-8859-1"] : [:])
        let run = desk.run(["forecast", "LT-55-YEL", "--marketplace", "US"] + flags, isTerminal: true)
        #expect(run.exit == .done && run.output.utf8.allSatisfy { $0 < 128 })
    }

    @Test func weeksComeAsRows() throws {
        let desk = try Desk.rotated()
        let arguments = ["forecast", "LT-55-YEL", "--marketplace", "US", "--weeks", "4"]
        let lines = desk.run(arguments + ["--format", "csv"]).output.split(separator: "\r\n")
        #expect(lines[0] == "week,sold,ordinaryDays,demand,mean,p10,p50,p90")
        #expect(lines.suffix(4).allSatisfy { $0.contains(",,,,") })
        #expect(lines[lines.count - 4].hasPrefix("2026-11-20,"))
        let json = try JSON(reading: desk.run(arguments + ["--format", "json"]).output)
        #expect(json["expected"]?["days"] == .integer(28))
    }

    @Test func codesAreToldApartAndNearOnesNamed() throws {
        let desk = try Desk.rotated()
        let several = desk.run("forecast", "LT-55-YEL")
        #expect(several.exit == .refused)
        #expect(several.errors.contains("\"LT-55-YEL\" is sold by northwind on DE, northwind on US"))
        let near = desk.run("forecast", "LT-55-YEI", "--marketplace", "US")
        #expect(near.exit == .unknown && near.errors.contains("did you mean \"LT-55-YEL\"?"))
    }
}

extension FixedWidthInteger {
    /// Its bytes, the lowest first.
    fileprivate var littleBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
