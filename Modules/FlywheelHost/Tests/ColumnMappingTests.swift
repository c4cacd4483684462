import FlywheelHost
import FlywheelKit
import Imports
import Testing

@Suite struct ColumnMappingTests {
    private func mapping(_ yaml: String) throws -> ColumnMapping { try ColumnMapping(yaml: yaml, feeds: Feed.ofTheKit) }

    @Test func everyKeyIsRead() throws {
        let mapping = try mapping(
            """
            kind: daily sales
            account: nord
            marketplace: DE
            currency: eur
            decimal: comma
            dateOrder: day-first
            columns:
              Artikel: sku
              Tag: day
              Menge: units
            """)
        #expect(mapping.feed == DailySales.feed)
        let headings = mapping.headings.map { "\($0.heading)=\($0.column)" }
        #expect(headings == ["Artikel=sku", "Tag=day", "Menge=units"])
        let open = mapping.completing(ImportContext { _ in nil })
        #expect(open.kind == "sales-daily/1" && open.headings == mapping.headings)
        #expect(open.account == "nord" && open.marketplace == "DE" && open.currency?.code == "EUR")
        #expect(open.decimal == .comma && open.dateOrder == .dayFirst)
    }

    @Test func whatIsStatedGoesBeforeTheFile() throws {
        let mapping = try mapping("kind: stock\ncurrency: EUR\ndecimal: comma\ncolumns: {Menge: fulfillable}")
        let context = mapping.completing(ImportContext(currency: Currency("USD"), decimal: .point) { _ in nil })
        #expect(context.currency?.code == "USD" && context.decimal == .point)
        #expect(context.marketplace == nil && context.dateOrder == nil)
    }

    @Test func wordsForWhatIsNotKnownAreOneOrSeveral() throws {
        #expect(try mapping("kind: stock\nunknown: \"?\"\ncolumns: {A: sku}").unknown == ["?"])
        let several = try mapping("kind: stock\nunknown: [\"?\", n/a]\ncolumns: {A: sku}")
        #expect(several.completing(ImportContext { _ in nil }).unknown == ["?", "n/a"])
        #expect(throws: MappingError.self) { try mapping("kind: stock\nunknown: {a: b}\ncolumns: {A: sku}") }
    }

    @Test func whatWordsMeanIsToldByColumn() throws {
        let found = try mapping("kind: stock\nwords: {sku: {A: B, 1: C}}\ncolumns: {A: sku}")
        #expect(found.words == ["sku": ["A": "B", "1": "C"]])
        #expect(found.completing(ImportContext { _ in nil }).words == found.words)
        #expect(throws: MappingError.self) { try mapping("kind: stock\nwords: {asin: {A: B}}\ncolumns: {A: sku}") }
        #expect(throws: MappingError.self) { try mapping("kind: stock\nwords: {sku: B}\ncolumns: {A: sku}") }
    }

    @Test(arguments: ["stock", "stock/1", "Stock"]) func aKindGoesByItsTitleOrItsKey(kind: String) throws {
        #expect(try mapping("kind: \(kind)\ncolumns: {Menge: fulfillable}").feed == Stock.feed)
    }

    @Test(arguments: [
        ("kind: stock\ncolums: {}", 2, "the key \"colums\"", "\"columns\""),
        ("kind: stok\ncolumns: {a: b}", 1, "the kind \"stok\"", "\"stock\""),
        ("kind: stock\ncolumns:\n  Lager: fulfilable", 3, "the column \"fulfilable\"", "\"fulfillable\""),
        (
            "kind: stock\ncolumns:\n  A: sku\n  B: sku", 4, "sku for \"B\" and for \"A\"",
            "one heading for each column"
        ),
        ("kind: stock\ncolumns: []", 2, "no columns", "columns: with lines such as \"Menge: units\""),
        ("kind: stock\ncolumns: {A: [sku]}", 2, "a list or keys", "a column of stock"),
        ("kind: stock\ncolumns: {A: sku}\ndecimal: ','", 3, "\",\"", "point or comma"),
        ("kind: stock\ncolumns: {A: sku}\ncurrency: euros", 3, "\"euros\"", "three letters such as USD"),
        ("kind: stock\ncolumns: {A: sku}\ndateOrder: iso", 3, "\"iso\"", "day-first or month-first or year-first"),
        ("- kind", 1, "no keys", "keys such as kind and columns"),
        ("", 1, "no keys", "keys such as kind and columns"),
    ]) func whatCannotBeMeantIsNamedWithItsLine(yaml: String, line: Int, found: String, expected: String) {
        #expect {
            try mapping(yaml)
        } throws: { error in
            let error = error as? MappingError
            return error?.line == line && error?.found == found && error?.expected == expected
        }
    }

    @Test func whatIsMissingIsSaidWithTheChoices() {
        #expect {
            try mapping("columns: {A: sku}")
        } throws: { error in
            "\(error)".hasPrefix("found no kind, expected kind: one of listings, ")
        }
    }
}
