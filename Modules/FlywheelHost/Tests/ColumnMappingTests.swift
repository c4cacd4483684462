import FlywheelHost
import FlywheelKit
import Imports
import Settings
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
        #expect(throws: ConfigurationError.self) { try mapping("kind: stock\nunknown: {a: b}\ncolumns: {A: sku}") }
    }

    @Test func whatWordsMeanIsToldByColumn() throws {
        let found = try mapping("kind: stock\nwords: {sku: {A: B, 1: C}}\ncolumns: {A: sku}")
        #expect(found.words == ["sku": ["A": "B", "1": "C"]])
        #expect(found.completing(ImportContext { _ in nil }).words == found.words)
        #expect(throws: ConfigurationError.self) {
            try mapping("kind: stock\nwords: {asin: {A: B}}\ncolumns: {A: sku}")
        }
        #expect(throws: ConfigurationError.self) { try mapping("kind: stock\nwords: {sku: B}\ncolumns: {A: sku}") }
    }

    @Test(arguments: ["stock", "stock/1", "Stock"]) func aKindGoesByItsTitleOrItsKey(kind: String) throws {
        #expect(try mapping("kind: \(kind)\ncolumns: {Menge: fulfillable}").feed == Stock.feed)
    }

    @Test(arguments: [
        ("kind: stock\ncolums: {}", "2:1", "unknown key \"colums\"; did you mean \"columns\"?"),
        ("kind: stok\ncolumns: {a: b}", "1:7", "expected \"stock\""),
        ("kind: stock\ncolumns:\n  Lager: fulfilable", "3:10", "expected \"fulfillable\""),
        ("kind: stock\ncolumns:\n  A: sku\n  B: sku", "4:6", "one heading for each column; A is that as well"),
        ("kind: stock\ncolumns: []", "2:10", "columns must hold keys and values"),
        ("kind: stock\ncolumns: {}", "-", "columns is left out, expected lines such as \"Menge: units\""),
        ("kind: stock\ncolumns: {A: [sku]}", "2:14", "columns.A is \"a list\""),
        ("kind: stock\ncolumns: {A: sku}\ndecimal: ','", "3:10", "expected one of comma, point"),
        ("kind: stock\ncolumns: {A: sku}\ncurrency: euros", "3:11", "expected three letters such as USD"),
        (
            "kind: stock\ncolumns: {A: sku}\ndateOrder: iso", "3:12",
            "expected one of day-first, month-first, year-first"
        ),
        ("- kind", "1:1", "the file must hold keys and values"), ("", "-", "the file must hold keys and values"),
        ("columns: {A: sku}", "-", "kind is left out, expected one of listings, "),
    ]) func whatCannotBeMeantIsNamedWithItsPlace(yaml: String, place: String, words: String) {
        #expect {
            try mapping(yaml)
        } throws: { error in
            guard let error = error as? ConfigurationError else { return false }
            return "\(error)".contains(words) && (error.place?.description ?? "-") == place
        }
    }

    @Test func aKeyWithoutAValueIsLeftOut() throws {
        let found = try mapping("kind: stock\naccount: ~\nmarketplace: null\ncolumns: {A: sku}")
        #expect(found.account == nil && found.marketplace == nil)
    }
}
