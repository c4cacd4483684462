import Testing

@testable import Charts

@Suite struct TextChartTests {
    /// Four known periods, one of them left out, and three to come.
    private static let chart = FanChart(
        title: "A", unit: "units a week", periods: ["w1", "w2", "w3", "w4", "w5", "w6", "w7"], past: [2, 4, 0, 6],
        leftOut: [2],
        fan: [.init(p10: 2, p50: 4, p90: 6), .init(p10: 2, p50: 4, p90: 7), .init(p10: 1, p50: 4, p90: 8)])

    @Test func inAsciiItIsDrawnFromTheCommonCharacters() {
        #expect(
            Self.chart.lines(width: 32, height: 5, style: .ascii).joined(separator: "\n") == """
                10 +
                   |                   .........
                 5 +    ***       *   ooooooooo.
                   |  **              ..........
                 0 +                         ...
                   +------------------+---------
                              xxxx
                      w1  w2  w3  w4  w5  w6  w7
                """)
        #expect(Self.chart.legend(style: .ascii) == "units a week; * known; o P50; . P10 to P90; x left out")
    }

    @Test func inUnicodeItIsDrawnFromDots() {
        #expect(
            Self.chart.lines(width: 32, height: 4, style: .unicode).joined(separator: "\n") == """
                10 ┤                        ⢀⢀⢀⢀
                   │              ⠄   ⢄⢔⢔⢔⢕⢕⢕⢕⢕⢕
                   │   ⣀⠤⠔⠂           ⢗⢗⢗⢗⢗⢗⢗⢗⢗⢕
                 0 ┤  ⠉               ⠁⠁⠁⠁⠁⠑⠑⠑⠕⠕
                   ┼──────────────────┴─────────
                              ▒▒▒▒
                      w1  w2  w3  w4  w5  w6  w7
                """)
    }

    @Test(arguments: TextStyle.allCases, [24, 40, 80, 133])
    func noLineIsWiderThanThePage(style: TextStyle, width: Int) {
        for line in Self.chart.lines(width: width, style: style) { #expect(line.count <= width, "\(line)") }
    }

    @Test(arguments: [24, 80]) func asciiIsAscii(width: Int) {
        #expect(Self.chart.lines(width: width, style: .ascii).allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
    }

    @Test func aLongPastAndAShortPageStillMakeAPicture() {
        let count = 500
        let chart = FanChart(
            title: "", unit: "u", periods: (1...count).map(String.init),
            past: (0..<count).map { $0 % 7 == 0 ? nil : Double($0) }, fan: [])
        let lines = chart.lines(width: 40, height: 6, style: .unicode)
        #expect(lines.count == 8)
        #expect(lines[0].hasPrefix("500 ┤") && lines[5].hasPrefix("  0 ┤"))
    }

    @Test func whereThereIsNothingOrNoRoomThereIsNoChart() {
        let empty = FanChart(title: "", unit: "", periods: [], past: [], fan: [])
        #expect(empty.lines(width: 80, style: .unicode) == [])
        #expect(Self.chart.lines(width: 23, style: .unicode) == [])
    }

    @Test func theUnknownIsNoZero() {
        let unknown = FanChart(title: "", unit: "u", periods: ["a", "b", "c"], past: [nil, nil, nil], fan: [])
        let picture = unknown.lines(width: 40, height: 4, style: .ascii).prefix(4)
        #expect(picture.allSatisfy { !$0.contains("*") })
    }
}
