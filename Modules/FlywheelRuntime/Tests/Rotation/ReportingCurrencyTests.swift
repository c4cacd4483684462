import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct ReportingCurrencyTests {
    /// A catalogue of so many listings on a marketplace.
    private func catalog(_ count: Int, on marketplace: String, daysAgo: Double, isComplete: Bool = true) -> Export {
        var export = Export.catalog((0..<count).map { ("L\($0)", nil, 1_000) }, at: .noon - daysAgo)
        export.marketplace = marketplace
        export.isComplete = isComplete
        return export
    }

    private func currency(_ exports: Export...) throws -> String? {
        let wheel = Wheel(store: try store(exports))
        try wheel.turn()
        return try wheel.store.currentRotation()?.currency.code
    }

    @Test func totalsAreInTheCurrencyOfMostListings() throws {
        let (america, germany) = ("ATVPDKIKX0DER", "A1PA6795UKMFR9")
        #expect(try currency(catalog(3, on: america, daysAgo: 1), catalog(2, on: germany, daysAgo: 1)) == "USD")
        #expect(try currency(catalog(2, on: america, daysAgo: 1), catalog(3, on: germany, daysAgo: 1)) == "EUR")
    }

    @Test func aFileAboutOneListingChangesNoCurrency() throws {
        let (america, germany) = ("ATVPDKIKX0DER", "A1PA6795UKMFR9")
        let few = catalog(1, on: america, daysAgo: 0.5, isComplete: false)
        #expect(try currency(catalog(3, on: america, daysAgo: 1), catalog(2, on: germany, daysAgo: 1), few) == "USD")
    }
}
