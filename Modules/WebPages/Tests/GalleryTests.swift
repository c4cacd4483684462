import Foundation
import Testing

@testable import WebPages

/// What holds for every component on every page.
@Suite struct GalleryTests {
    /// `FLYWHEEL_GALLERY=/tmp/gallery` keeps the pages, to be looked at.
    @Test(arguments: PageLocale.allCases) func everyPageIsWholeInEveryLocale(locale: PageLocale) throws {
        let page = Gallery(locale).page.markup
        try Self.keep(page, as: locale.tag)
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(locale.spokenTag)\" dir=\"\(locale.direction)\""))
        #expect(Catalog.house.missing.isEmpty)
        #expect(!page.contains("Optional(") && !page.contains("{count}"))
        try Self.expectBalanced(page)
    }

    @Test func nothingNeedsMoreThanTheStrictestPolicy() {
        let page = Gallery(.enUS).page.markup
        for forbidden in [" style=", "<style", "onclick", "onload", "javascript:", "http:", "https:", "//"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func everyIdStandsOnce() {
        let ids = Gallery(.enUS).page.markup.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    }

    @Test func whatLabelsAndDescribesIsThere() {
        let page = Gallery(.enUS).page.markup
        let ids = Set(page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) })
        for reference in page.matches(of: #/ (?:for|form|aria-labelledby|aria-describedby)="([^"]*)"/#) {
            for id in reference.output.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
        }
    }

    /// On a telephone the headings do not stand above the cells, so each cell of a table of figures has its own.
    @Test func everyCellOfATableHasItsHeading() {
        let page = Gallery(.enUS).page.markup
        #expect(!page.matches(of: #/<td role="cell"(?: class="number")? data-label=/#).isEmpty)
        #expect(!page.contains("<td>") && !page.contains("<td class="))
        let rows = page.matches(of: #/ data-row="/#).count
        for name in ["amount", "act"] { #expect(page.ranges(of: "class=\"\(name)\" data-label=").count == rows) }
    }

    @Test func stripsAxesAndLevelsSayWhatTheyCount() {
        let page = Gallery(.enUS).page.markup
        #expect(page.contains("<span class=\"scale\">Lines: 80% between, on a scale from"))
        #expect(page.contains(">8 USD</text>") && page.contains(">0 USD</text>"), "the ends of a panel's axis")
        #expect(page.contains(">days</text>"), "the levels of a threshold")
    }

    @Test(arguments: 0...10) func theNameOfALevelLiesNeitherOnTheAxisNorOnTheLine(tenths: Int) {
        let (axis, line) = (100.0, 100 - Double(tenths) * 3)
        let baseline = TimeAxis.beside(line, axis)
        #expect(baseline <= axis - 5 && (baseline <= line - 5 || baseline - 12 >= line))
    }

    @Test func aPageSaysTheZoneOfItsTimes() {
        let reader = Gallery(.enUS).reader
        let asOf = reader.formats.asOf
        #expect(
            Gallery(.enUS).page.markup.contains("As of \(reader.formats.moment(asOf)) \(reader.formats.zone(at: asOf))")
        )
    }

    @Test func whatTheDomainSaidInEnglishHasDaysAndSumsAsThePageWritesThem() {
        let reader = Gallery(.enUS).reader
        #expect(
            reader.saidText("Order 5 units for USD 2354.88, on 2026-11-22 at the latest")
                == "Order 5 units for $2,354.88, on Nov 22, 2026 at the latest")
        #expect(reader.saidText("ask for age@2026-10-26 again") == "ask for age@2026-10-26 again", "a code stays")
    }

    @Test func buttonsOfOneLabelSayWhatTheyAreAbout() {
        let button = Button("Claim", about: "X503").html.markup
        #expect(button.contains(">Claim<span class=\"heard\"> X503</span></button>"))
    }

    @Test func everyFormThatChangesSomethingCarriesTheToken() {
        let page = Gallery(.enUS).page.markup
        let forms = page.matches(of: #/<form method="post"/#).count
        #expect(forms > 0 && page.matches(of: #/name="form-token" value="token-1"/#).count == forms)
    }

    @Test(arguments: [true, false]) func stockThatIsOutBeforeAnOrderComesIsRed(isTooLate: Bool) {
        #expect(cover(isTooLate: isTooLate, orderBy: 3).contains("span late") == isTooLate)
    }

    @Test func aDayThatHasPassedHasNoPlaceBesideToday() {
        #expect(cover(orderBy: 3).contains(">order by<") && cover(orderBy: 3).contains("class=\"today\""))
        let past = cover(orderBy: -3)
        #expect(past.contains(">order by: passed<") && !past.contains("class=\"today\""))
    }

    private func cover(isTooLate: Bool = false, orderBy: Double) -> String {
        StockCoverPicture(
            stock: "412 units", runsOut: .init(19, 31), arrives: .init(32, 40), isTooLate: isTooLate, orderBy: orderBy,
            horizon: 45, ticks: [], for: Gallery(.enUS).reader
        ).html(answer: "412").markup
    }

    static func keep(_ page: String, as name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["FLYWHEEL_GALLERY"] else { return }
        let url = URL(filePath: folder)
        try FileManager.default.createDirectory(
            at: url.appending(path: "assets"), withIntermediateDirectories: true)
        for asset in Asset.all {
            try Data(asset.bytes).write(to: url.appending(path: String(asset.address.text.dropFirst())))
        }
        // Opened from a folder, a page's addresses are relative.
        let local = page.replacing("\"/assets/", with: "\"assets/")
        try Data(local.utf8).write(to: url.appending(path: "\(name).html"))
    }

    static func expectBalanced(_ page: String) throws {
        for element in [
            "a", "b", "bdi", "button", "details", "div", "dl", "figure", "form", "header", "label", "li", "main", "nav",
            "ol",
            "option", "p", "section", "select", "span", "svg", "table", "tbody", "td", "text", "textarea", "th", "tr",
            "ul",
        ] {
            let opened = page.ranges(of: try Regex("<\(element)[ >]")).count
            #expect(opened == page.ranges(of: "</\(element)>").count, "\(element)")
        }
    }
}
