import FlywheelKit
@testable import Imports
import Testing

/// Headings that somebody says the meaning of.
@Suite struct FileMappingTests {
    private let text = "Artikel;Tag;Menge;Umsatz;Lager\nKN-12;05/01/2026;2;62,00;Nord\nKN-13;06/01/2026;1;31,00;Nord\n"

    private func context(_ headings: [(String, String)], dateOrder: DateOrder? = nil) -> ImportContext {
        var context = ImportContext.test(marketplace: "US", kind: "sales-daily/1")
        context.headings = headings.map { MappedHeading($0.0, means: $0.1) }
        context.dateOrder = dateOrder
        context.decimal = .comma
        return context
    }

    @Test func headingsMeanWhatIsSaid() throws {
        let said = [("Artikel", "sku"), ("Tag", "day"), ("Menge", "units"), ("umsatz", "revenue")]
        let reading = try read(text, context(said, dateOrder: .dayFirst))
        #expect(reading.file.format == "daily sales table")
        #expect(reading.codes == ["KN-12", "KN-13"])
        #expect(reading.values(DailySales.day) == [Day("2026-01-05"), Day("2026-01-06")])
        #expect(reading.values(DailySales.units) == [2, 1])
        #expect(reading.values(DailySales.revenue) == [usd(62_00), usd(31_00)])
        #expect(reading.file.warnings.map(\.message) == ["not used: \"Lager\""])
    }

    @Test func withoutAWordOnDatesTheRegionDecides() throws {
        let said = [("Artikel", "sku"), ("Tag", "day"), ("Menge", "units")]
        #expect(try read(text, context(said)).values(DailySales.day).first == Day("2026-05-01"))
    }

    @Test func aStatedOrderOfDatesGoesBeforeWhatRowsSuggest() throws {
        let reading = try read(
            "sku,day,units\nA,13/01/2026,1\nA,05/01/2026,1\n", context([("day", "day")], dateOrder: .monthFirst))
        #expect(reading.values(DailySales.day) == [Day("2026-05-01")])
        #expect(reading.codesOfRejects == [.dateFormat])
    }

    @Test func otherHeadingsKeepTheirMeaning() throws {
        let reading = try read("sku,Tag,units\nA,2026-01-05,1\n", context([("Tag", "day")]))
        #expect(reading.codes == ["A"])
        #expect(reading.values(DailySales.units) == [1])
    }

    @Test func aMappedColumnIsFoundUnderItsHeadingAndNoOther() throws {
        let reading = try read("sku,day,Tag,units\nA,x,2026-01-05,1\n", context([("Tag", "day")]))
        #expect(reading.values(DailySales.day) == [Day("2026-01-05")])
    }

    @Test func aFileWithoutAMappedHeadingIsOfAnotherKind() {
        #expect(
            throws: ImportError.otherKind(stated: "sales-daily/1", missing: ["Umsatz"], looksLike: "daily sales table")
        ) {
            try recognize("sku,day,units\nA,2026-01-05,1\n", context([("Umsatz", "revenue")]))
        }
    }

    @Test func whatHeadingsCanMeanIsTheFeedsColumnsAndWhatEveryRowHas() {
        #expect(
            MappedHeading.columns(of: DailySales.feed) == [
                "day", "units", "revenue", "sessions", "page-views", "featured-offer-share", "sku", "asin", "currency",
                "marketplace",
            ])
        #expect(MappedHeading.columns(of: Tickets.feed).suffix(4) == ["ticket", "asin", "currency", "marketplace"])
        #expect(!MappedHeading.columns(of: Events.feed).contains("sku"))
    }
}
