import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Charts

@Suite struct SVGTests {
    private static let hostile = "A \"<b>\" & 'c' ]]> \u{1B}[2J \u{FFFE}東京"
    private static func chart(title: String = "HB-204", past: [Double?] = [2, nil, 3, 5], fan: Int = 2) -> FanChart {
        FanChart(
            title: title, unit: "units a week", periods: (0..<past.count + fan).map { "2026-0\($0 + 1)-01" },
            past: past, leftOut: [1], fan: (0..<fan).map { _ in .init(p10: 1, p50: 4, p90: 9) })
    }

    /// The names and texts of a document's elements; throws where it is not well-formed.
    private func read(_ svg: String) throws -> Reading {
        let reading = Reading()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = reading
        let isRead = parser.parse()
        try #require(isRead, "\(String(describing: parser.parserError))")
        return reading
    }

    @Test func itIsWellFormedWhateverItsTextsHold() throws {
        let reading = try read(Self.chart(title: Self.hostile).svg(description: Self.hostile))
        let seen = "A \"<b>\" & 'c' ]]> \u{FFFD}[2J \u{FFFD}東京"
        #expect(reading.texts["title"] == [seen] && reading.texts["desc"] == [seen])
        #expect(reading.names.count { $0 == "script" || $0 == "foreignObject" } == 0)
    }

    @Test func itNamesItselfToReadersThatDoNotSeeIt() throws {
        let svg = Self.chart().svg(description: "Two weeks of forecast.")
        #expect(svg.contains("role=\"img\" aria-labelledby=\"title description\""))
        #expect(svg.contains("<title id=\"title\">HB-204</title>"))
        #expect(svg.contains("<desc id=\"description\">Two weeks of forecast.</desc>"))
    }

    @Test func itFollowsLightAndDark() {
        let svg = Self.chart().svg(description: "")
        #expect(svg.contains("prefers-color-scheme:dark") && svg.contains("currentColor"))
        for colour in Palette.allCases { #expect(svg.contains(colour.light) && svg.contains(colour.dark)) }
    }

    @Test func partsStandWhereTheScaleSays() {
        // From 0 at the bottom, 166, to 10 at the top, 44; the middles of the two halves between 44 and 284.
        let whole = FanChart(title: "", unit: "", periods: ["a", "b"], past: [0, 10], fan: [])
            .svg(description: "", width: 300, height: 200)
        #expect(whole.contains("points=\"104,166 224,44\""))
    }

    @Test func aLonelyValueIsADot() throws {
        let reading = try read(Self.chart(past: [nil, 3, 7, nil, 2], fan: 1).svg(description: ""))
        #expect(reading.names.count { $0 == "circle" } == 2)
    }

    @Test(arguments: [[], [nil, nil], [0, 0]] as [[Double?]]) func littleIsDrawnToo(past: [Double?]) throws {
        let chart = FanChart(title: "", unit: "", periods: past.map { _ in "x" }, past: past, fan: [])
        #expect(!(try read(chart.svg(description: "")).names.isEmpty))
        #expect(!chart.svg(description: "").contains("nan"))
    }

    private final class Reading: NSObject, XMLParserDelegate {
        var names: [String] = []
        var texts: [String: [String]] = [:]
        private var text = ""

        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            names.append(name)
            text = ""
        }

        func parser(_: XMLParser, foundCharacters string: String) { text += string }

        func parser(_: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            texts[name, default: []].append(text)
            text = ""
        }
    }
}
