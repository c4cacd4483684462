import Charts
import Testing

@testable import WebPages

@Suite struct StyleSheetTests {
    static let sheet = String(decoding: Asset.styleSheet.bytes, as: UTF8.self)

    @Test func itIsSmall() {
        #expect(Asset.styleSheet.bytes.count < 30_000)
        #expect(Asset.script.bytes.count < 15_000)
    }

    @Test func itLoadsNothing() { #expect(!Self.sheet.contains("url(") && !Self.sheet.contains("@import")) }

    /// Left and right depend on the language; start and end do not.
    @Test(arguments: [
        "margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right",
        "text-align: left",
        "text-align: right", "float:", " left:", " right:", "margin-top", "margin-bottom", " width:", " height:",
    ])
    func itSpeaksOfStartAndEnd(property: String) { #expect(!Self.sheet.contains(property), "\(property)") }

    @Test func everyVariableIsDefined() {
        let defined = Set(Self.sheet.matches(of: #/(--[a-z0-9-]+):/#).map(\.output.1))
        for used in Self.sheet.matches(of: #/var\((--[a-z0-9-]+)\)/#).map(\.output.1) {
            #expect(defined.contains(used), "\(used)")
        }
    }

    @Test func colorsStandInTokensAlone() {
        let rules = Self.sheet.split(separator: "\n").filter { !$0.contains("light-dark(") }
        for rule in rules { #expect(rule.firstMatch(of: #/#[0-9A-Fa-f]{3,8}\b/#) == nil, "\(rule)") }
    }

    @Test func itColorsWhatChartsDraw() {
        for rule in TrendPanel.styleSheet.split(separator: "}") {
            let spaced = rule.replacing("{", with: " { ").replacing(":", with: ": ")
            #expect(Self.sheet.contains("\(spaced); }"), "\(rule)")
        }
    }

    @Test func everyClassOfAPageHasARule() {
        let page = Gallery(.enUS).page.markup
        let names = Set(page.matches(of: #/ class="([^"]*)"/#).flatMap { $0.output.1.split(separator: " ") })
        for name in names where !["plain", "information"].contains(name) {
            let hasRule = Self.sheet.contains(".\(name)")
            #expect(hasRule, "no rule for the class \(name)")
        }
    }

    /// A section that is longer than a sheet would begin a new one, and leave the first empty.
    @Test func onPaperSectionsMayBreak() throws {
        let paper = try #require(Self.sheet.firstRange(of: "@media print {"))
        #expect(Self.sheet[paper.upperBound...].firstMatch(of: #/section[^}]*break-inside: avoid/#) == nil)
    }

    @Test func anAddressNamesItsContents() {
        #expect(Asset.all.map(\.address.text).allSatisfy { $0.hasPrefix("/assets/flywheel-") })
        #expect(Set(Asset.all.map(\.address)).count == Asset.all.count)
    }
}
