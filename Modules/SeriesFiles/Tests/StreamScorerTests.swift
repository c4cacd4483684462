import Statistics
import Testing

@testable import SeriesFiles

@Suite struct StreamScorerTests {
    private static let head = "timestamp,value\n"

    /// What is written for a file, read in pieces of some bytes.
    private func run(_ text: String, pieces: Int = 1 << 20) throws -> (text: String, summary: StreamScorer.Summary) {
        var left = Array(text.utf8)[...]
        var written: [UInt8] = []
        let summary = try StreamScorer().run(
            read: {
                defer { left = left.dropFirst(pieces) }
                return left.isEmpty ? nil : Array(left.prefix(pieces))
            }, write: { written += $0 })
        return (String(decoding: written, as: UTF8.self), summary)
    }

    /// A value an hour for so many hours, with one that is far off.
    private static func hours(_ count: Int, spike: Int? = nil) -> String {
        var random = SplitMix64(seed: 8)
        return (0..<count).reduce(into: head) { text, hour in
            let day = 1 + hour / 24 % 28
            let month = 1 + hour / 24 / 28
            let value = 40 + random.poisson(9) + (hour == spike ? 300 : 0)
            text += "2026-\(two(month))-\(two(day)) \(two(hour % 24)):00:00,\(value)\n"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    @Test func everyRowComesBackAsItStoodWithItsScore() throws {
        let run = try run(Self.head + "2026-01-01 00:00:00,4.50\r\n\n2026-01-01T00:05,\n2026-01-01 00:10:00.5,+1e2")
        let rows = run.text.split(separator: "\r\n").map(String.init)
        #expect(
            rows == [
                "timestamp,value,score", "2026-01-01 00:00:00,4.50,0.0", "2026-01-01T00:05,,",
                "2026-01-01 00:10:00.5,+1e2,0.0",
            ])
        #expect(run.summary.rows == 3 && run.summary.unknown == 1 && run.summary.odd == 0)
    }

    @Test func programsThatQuoteEverythingAreRead() throws {
        let quoted = try run(
            "\"timestamp\",\"value\"\r\n\"2026-01-01\",\"4.50\"\n\"2026-01-02\",\"\"\n\"2026-01-03\",7\n")
        let rows = quoted.text.split(separator: "\r\n").map(String.init)
        #expect(
            rows == [
                "timestamp,value,score", #""2026-01-01","4.50",0.0"#, #""2026-01-02","","#, #""2026-01-03",7,0.0"#,
            ])
        #expect(quoted.summary.unknown == 1)
    }

    @Test func whatIsOddIsToldWithItsMoment() throws {
        let run = try run(Self.hours(1_500, spike: 1_400))
        let oddest = try #require(run.summary.oddest.first)
        #expect(oddest.timestamp == "2026-03-03 08:00:00" && oddest.value > 300 && oddest.score > StreamScorer.notable)
        #expect(run.summary.oddest.map(\.score) == run.summary.oddest.map(\.score).sorted(by: >))
        #expect(run.summary.odd >= run.summary.oddest.count && run.summary.oddest.count <= 10)
    }

    @Test(arguments: [1, 7, 100, 4_096]) func theSameComesOutHoweverTheFileIsRead(pieces: Int) throws {
        let text = Self.hours(300, spike: 200)
        #expect(try run(text, pieces: pieces).text == run(text).text)
    }

    @Test func anOffsetMovesTheMomentAndNotTheText() throws {
        let rows = try run(Self.head + "2026-01-01T00:30:00+01:00,1\n2025-12-31T23:30:00Z,2\n").text
        #expect(rows.hasPrefix("timestamp,value,score\r\n2026-01-01T00:30:00+01:00,1,"))
    }

    /// Rows go by UTC where an offset is written, their season by the clock that is.
    @Test func theWrittenClockIsTheSeasonAndUTCTheOrder() throws {
        var random = SplitMix64(seed: 9)
        func rows(_ offset: (Int) -> Int) -> String {
            (0..<70 * 24).reduce(into: Self.head) { text, hour in
                let local = hour + offset(hour)
                let value = (8..<18).contains(local % 24) ? 300 : 30
                let day =
                    "\(local / 24 < 31 ? "2026-01" : local / 24 < 59 ? "2026-02" : "2026-03")-"
                    + Self.two(1 + (local / 24 < 31 ? local / 24 : local / 24 < 59 ? local / 24 - 31 : local / 24 - 59))
                text += "\(day)T\(Self.two(local % 24)):00:00+0\(offset(hour)):00,\(value + random.poisson(20))\n"
            }
        }
        let moved = try run(rows { $0 < 60 * 24 ? 1 : 2 })
        let odd = moved.summary.oddest.filter { $0.timestamp >= "2026-03-02" && $0.timestamp < "2026-03-05" }
        #expect(odd.isEmpty, "\(odd)")
    }

    @Test func partsOfASecondHaveAnOrder() throws {
        let rows = Self.head + "2026-01-01t00:00:00.25z,1\n2026-01-01T00:00:00.3Z,1\n"
        #expect(try run(rows).summary.rows == 2)
        let fault = #expect(throws: SeriesFault.self) { try run(rows + "2026-01-01T00:00:00.299Z,1\n") }
        #expect(fault?.line == 4 && fault?.sentence.contains("expected none before that of the row before it") == true)
    }

    @Test(
        arguments: [
            ("time,value\n", 1, 1, "the first line is \"time,value\", expected the headings timestamp,value"),
            ("", 1, 1, "the first line is nothing, expected"),
            ("timestamp,value\r2026-01-01,1\r", 1, 1, "lines end with CR alone, expected LF or CR LF"),
            (
                "timestamp,value\r" + String(repeating: "2026-01-01,1\r", count: 200), 1, 1,
                "lines end with CR alone, expected LF or CR LF"
            ),
            (head + "2026-01-01\n", 2, 1, "\"2026-01-01\", expected two cells"),
            (head + "yesterday,1\n", 2, 1, "timestamp is \"yesterday\", expected one such as"),
            (head + "2026-02-29 00:00:00,1\n", 2, 1, "timestamp is \"2026-02-29 00:00:00\""),
            (head + "2026-02-28 24:00:00,1\n", 2, 1, "timestamp is \"2026-02-28 24:00:00\""),
            (head + "2026-02-28 00:00:00,1\n\n2026-02-27,1\n", 4, 1, "expected none before that of the row before it"),
            (head + "2026-02-28T00:00:00Z,1\n2026-02-28 00:00:01,1\n", 3, 1, "expected an offset to UTC"),
            (head + "2026-02-28,1\n2026-02-28T00:00:01Z,1\n", 3, 1, "expected no offset to UTC"),
            (head + "2026-02-28,many\n", 2, 2, "value is \"many\", expected a number"),
            (head + "2026-02-28,1,2\n", 2, 2, "value is \"1,2\", expected a number"),
            (head + "2026-02-28,nan\n", 2, 2, "value is \"nan\", expected a number"),
            (head + String(repeating: "9", count: 1_001), 2, 1, "the row is longer than 1000 bytes"),
        ])
    func whatIsWrongIsNamedWithItsPlace(text: String, line: Int, column: Int, sentence: String) {
        let fault = #expect(throws: SeriesFault.self) { try run(text) }
        #expect(fault?.line == line && fault?.column == column, "\(text)")
        #expect(fault?.sentence.contains(sentence) == true, "\(fault?.sentence ?? "")")
    }

    /// Whatever the bytes are, they are scored or refused with a place, and alike however they come in.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func anyBytesAreScoredOrRefused(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = [
            ",", "\n", "\r", "\r\n", "1", "-", ":", "Z", "2026-01-05", "2026-01-05,1\n", "2026-01-05 10:00:00,2\n",
            "\u{FEFF}", "é", "\0",
        ]
        let text = Self.head + (0..<100).map { _ in words[Int(random.uniform() * Double(words.count))] }.joined()
        func outcome(_ pieces: Int) -> String {
            do { return try run(text, pieces: pieces).text } catch { return "\(error)" }
        }
        for pieces in [1, 13] { #expect(outcome(pieces) == outcome(1 << 20)) }
    }

    @Test(
        arguments: [
            ("1970-01-01", 0, false), ("1969-12-31 23:59:59", -1, false), ("1970-01-01T00:00:00.125Z", 0, true),
            ("1970-01-01T01:00+0100", 0, true), ("1970-01-01 00:00:00-02", 7_200, true),
            ("2016-12-31T23:59:60Z", 1_483_228_799, true), ("1970-01-01t00:00:00z", 0, true),
        ])
    func momentsAreRead(text: String, seconds: Int64, hasOffset: Bool) throws {
        let time = try #require(Array(text.utf8).withUnsafeBufferPointer { Timestamp($0) })
        #expect(time.seconds == seconds && time.hasOffset == hasOffset)
        #expect(hasOffset || time.ahead == 0)
    }

    @Test(arguments: [
        "", "2026", "2026-1-05", "2026-01-05T", "2026-01-05 10", "2026-01-05 10:00:00.", "2026-01-05 10:00:00+1",
        "2026-01-05Z",
    ])
    func otherTextsAreNoMoments(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Timestamp($0) } == nil)
    }
}
