import Statistics
import Testing

@testable import SeriesFiles

@Suite struct SeriesFileTests {
    private static let head = "series,period,value\n"

    /// What is written for a file, read in pieces of some bytes.
    private func run(
        _ text: String, _ frequency: Frequency = .weekly, horizon: Int = 2, pieces: Int = 1 << 20
    ) throws -> (text: String, summary: SeriesForecaster.Summary) {
        var left = Array(text.utf8)[...]
        var written: [UInt8] = []
        let summary = try SeriesForecaster(frequency: frequency, horizon: horizon).run(
            read: {
                defer { left = left.dropFirst(pieces) }
                return left.isEmpty ? nil : Array(left.prefix(pieces))
            }, write: { written += $0 })
        return (String(decoding: written, as: UTF8.self), summary)
    }

    private func fault(_ rows: String, _ frequency: Frequency = .weekly) -> SeriesFault? {
        do {
            _ = try run(Self.head + rows, frequency)
            return nil
        } catch { return error as? SeriesFault }
    }

    /// A file of many series of different lengths, with gaps, names that need quotes, and both line ends.
    private static func file(seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        return (0..<60).reduce(into: head) { text, number in
            let name = number % 7 == 0 ? "\"s, \"\"\(number)\"\"\"" : "s\(number)"
            for period in 0..<(1 + Int(random.uniform() * 90)) where random.uniform() < 0.95 || period == 0 {
                let value = random.uniform() < 0.1 ? "" : "\(Int(random.uniform() * 9))"
                text += "\(name),\(period),\(value)\(number % 3 == 0 ? "\r\n" : "\n")"
            }
        }
    }

    @Test func aForecastIsWrittenForEachSeriesAndStep() throws {
        let run = try run(Self.head + (1...9).map { "a,2026-01-0\($0),4\n" }.joined() + "b,1,\n", .daily)
        let rows = run.text.split(separator: "\r\n").map(String.init)
        #expect(rows[0] == "series,step,mean,p10,p50,p90,method")
        #expect(rows.dropFirst().map { $0.prefix(4) } == ["a,1,", "a,2,", "b,1,", "b,2,"])
        #expect(rows[1].hasPrefix("a,1,4,"))
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func theSameComesOutHoweverTheFileIsRead(seed: UInt64) throws {
        let text = Self.file(seed: seed)
        let whole = try run(text)
        #expect(whole.summary.series == 60 && whole.summary.rows == 120)
        for pieces in [1, 7, 100, 4_096] { #expect(try run(text, pieces: pieces).text == whole.text) }
        // Each series alone is forecast alike.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).dropFirst()
        let alone = try run(Self.head + lines.filter { $0.hasPrefix("s41,") }.joined(separator: "\n")).text
        let together = whole.text.split(separator: "\r\n").filter { $0.hasPrefix("s41,") }
        #expect(alone.split(separator: "\r\n").dropFirst().map(String.init) == together.map(String.init))
    }

    @Test func manyBlocksAreCutBetweenSeries() throws {
        let text = (0..<3_000).reduce(into: Self.head) { text, series in
            for period in 0..<(series == 1_500 ? 9_000 : 8) { text += "series-\(series),\(period),\(period % 5)\n" }
        }
        let run = try run(text, .yearly, horizon: 1, pieces: 10_000)
        #expect(run.summary.series == 3_000)
        #expect(run.text.split(separator: "\r\n").count == 3_001)
    }

    /// Whatever the bytes are, they are read or refused with a place, and alike however they come in.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func anyBytesAreReadOrRefused(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = [
            ",", "\"", "\n", "\r", "\r\n", "a", "b", "1", "9", "-", ".", "2026-01-05", "a,1,2\n", "\u{FEFF}", "é", "\0",
        ]
        let text = Self.head + (0..<200).map { _ in words[Int(random.uniform() * Double(words.count))] }.joined()
        func outcome(_ pieces: Int) -> String {
            do { return try run(text, horizon: 1, pieces: pieces).text } catch { return "\(error)" }
        }
        #expect(outcome(3) == outcome(1 << 20))
    }

    @Test func namesComeOutAsTheyWentIn() throws {
        let run = try run(Self.head + "\"a, \"\"b\"\"\",1,3\n東京,1,4\n=1+1,1,5\n", horizon: 1)
        let names = run.text.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",1,")[0] }
        #expect(names == ["\"a, \"\"b\"\"\"", "東京", "=1+1"])
    }

    @Test func theUnknownIsNoZero() throws {
        let known = try run(Self.head + (0..<30).map { "a,\($0),6\n" }.joined())
        let gaps = try run(Self.head + (0..<30).map { $0 % 3 == 1 ? "a,\($0),\n" : "a,\($0),6\n" }.joined())
        let missing = try run(Self.head + (0..<30).filter { $0 % 3 != 1 }.map { "a,\($0),6\n" }.joined())
        #expect(known.text.contains("a,1,6,"))
        #expect(gaps.text.contains("a,1,6,") && missing.text == gaps.text)
        let nothing = try run(Self.head + "a,1,\na,2,\n")
        #expect(nothing.text.hasSuffix("a,1,,,,,nothing known\r\na,2,,,,,nothing known\r\n"))
        #expect(nothing.summary.unknown == 1 && nothing.summary.methods == ["nothing known": 1])
        #expect(try run(Self.head).text == "series,step,mean,p10,p50,p90,method\r\n")
    }

    /// What is left of a level after many zeros is the noise of rounding.
    @Test func nextToNothingIsZero() throws {
        let ended = (0..<200).map { "a,\($0),\($0 < 100 ? 50 : 0)\n" }.joined()
        for row in try run(Self.head + ended, .numbered(season: 12)).text.split(separator: "\r\n").dropFirst() {
            #expect(!row.contains("e-"), "\(row)")
        }
    }

    /// Days told by a number without hyphens are days, and their month's end is no gap.
    @Test func datesWithoutHyphensAreDates() throws {
        let days = (1...59).map { $0 < 32 ? ("2026", "01", $0) : ("2026", "02", $0 - 31) }
        func text(_ hyphen: String) -> String {
            days.map { "a,\($0.0)\(hyphen)\($0.1)\(hyphen)\($0.2 < 10 ? "0" : "")\($0.2),\(3 + $0.2 % 7)\n" }.joined()
        }
        #expect(try run(Self.head + text(""), .daily).text == run(Self.head + text("-"), .daily).text)
    }

    @Test func moreGapsThanRowsAreCounted() throws {
        let summary = try run(Self.head + "a,1,7\na,2,9\na,600,\nb,1,2\nb,2,\nb,4,2\nb,5,2\n").summary
        #expect(summary.series == 2 && summary.mostlyMissing == 1)
    }

    /// Ends that are no line feed would have all of a file read before it is refused.
    @Test func aFileOfOneLineIsNotReadToItsEnd() throws {
        for text in ["series,period,value\r", "x", Self.head + "a"] {
            var pieces = 0
            let fault = #expect(throws: SeriesFault.self) {
                try SeriesForecaster(frequency: .daily, horizon: 1).run(
                    read: {
                        pieces += 1
                        return pieces > 1_000
                            ? nil
                            : Array((pieces == 1 ? text : "a,1,2\r").utf8)
                                + Array(repeating: UInt8(ascii: "1"), count: 1_000)
                    }, write: { _ in })
            }
            #expect(pieces < 100, "\(fault?.sentence ?? "")")
            if text.hasSuffix("\r") {
                #expect(fault?.sentence == "lines end with CR alone, expected LF or CR LF")
            }
        }
    }

    @Test(
        arguments: [
            ("a,1,1e16\n", 2, 3, "value is \"1e16\", expected none beyond 1000000000000000"),
            ("a,1,-1000000000000001\n", 2, 3, "expected none beyond"),
            ("a,1\n", 2, 2, "the row ends after 2 cells"), ("a,1,2,3\n", 2, 3, "the row goes on"),
            (",1,2\n", 2, 1, "series is empty"), ("a,tomorrow,2\n", 2, 2, "period is \"tomorrow\""),
            ("a,2026-02-30,2\n", 2, 2, "period is \"2026-02-30\""), ("a,1,2\na,2,12,5\n", 3, 3, "the row goes on"),
            ("a,1,2\n\na,2,nan\n", 4, 3, "value is \"nan\""), ("a,1,1e999\n", 2, 3, "value is \"1e999\""),
            ("a,1,0x10\n", 2, 3, "value is \"0x10\""), ("a,2,2\na,2,2\n", 3, 2, "expected one later"),
            ("a,2026-01-05,2\na,2026-01-11,2\n", 3, 2, "expected whole periods"),
            ("a,2026-01-05,2\na,7,2\n", 3, 2, "expected dates alone or numbers alone"),
            ("a,1,2\na,999999999,2\n", 3, 2, "expected 100000 periods of a series at most"),
            ("a,1,2\nb,1,2\na,2,2\n", 4, 1, "series \"a\" comes back"),
            ("\"a,1,2\n", 2, 1, "a quote is not closed"), ("\"a\"b,1,2\n", 2, 1, "a quoted cell is followed"),
        ])
    func aFaultIsNamedWithItsPlace(rows: String, line: Int, column: Int, sentence: String) throws {
        let found = try #require(fault(rows))
        #expect(found.line == line && found.column == column && found.sentence.contains(sentence), "\(found)")
    }

    @Test func aFaultFarIntoTheFileHasItsLine() throws {
        let rows = (0..<4_000).map { series in (0..<8).map { "s\(series),\($0),1\n" }.joined() }.joined()
        #expect(fault(rows + "z,1,x\n")?.line == 32_002)
        #expect(fault(rows + "s7,99,1\n")?.line == 32_002)
    }

    @Test func theLargestValuesAreForecast() throws {
        let rows = (0..<30).map { "a,\($0),\(999_999_999_999_970 + $0)\n" }.joined()
        #expect(try run(Self.head + rows, .numbered(season: 1)).text.contains("a,1,10000"))
        #expect(try run(Self.head + "a,1,7\na,2,9\na,600,\n").text.contains("a,1,"))
        let gap = (0..<60).map { "a,\($0),7\n" }.joined() + (1_000..<1_010).map { "a,\($0),7\n" }.joined()
        #expect(try run(Self.head + gap).text.contains("a,1,7,"))
    }

    @Test(arguments: ["", "a,b\n", "series;period;value\n", "Series,Period,Value\n"]) func headingsAreAsked(
        text: String
    ) {
        #expect(throws: SeriesFault.self) { try run(text) }
    }

    @Test func aByteOrderMarkIsNoHeading() throws {
        #expect(try run("\u{FEFF}series,period,value\r\na,1,2\r\n", horizon: 1).summary.series == 1)
    }
}
