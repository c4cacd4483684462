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

    @Test func ofTwoWithAsManyTheFirstStays() throws {
        let (america, canada) = ("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2")
        #expect(try currency(catalog(3, on: america, daysAgo: 2), catalog(3, on: canada, daysAgo: 1)) == "USD")
        #expect(try currency(catalog(3, on: canada, daysAgo: 2), catalog(3, on: america, daysAgo: 1)) == "CAD")
    }

    @Test func aShopThatNobodyKnowsSaysItByItsPrices() throws {
        var shop = Export.catalog(
            [("A", nil, 1_000), ("B", nil, nil), ("C", nil, 900)], at: .noon - 1, currency: "EUR")
        shop.marketplace = "shopify"
        #expect(try currency(shop) == "EUR")
        #expect(try currency(shop, catalog(2, on: "ATVPDKIKX0DER", daysAgo: 1)) == "EUR")
        #expect(try currency(shop, catalog(4, on: "ATVPDKIKX0DER", daysAgo: 1)) == "USD")
    }

    /// More listings sold for another currency leave the history of totals as it is.
    @Test func totalsStayInTheCurrencyTheyWereIn() throws {
        let (america, germany) = ("ATVPDKIKX0DER", "A1PA6795UKMFR9")
        let store = try store([catalog(3, on: america, daysAgo: 1), catalog(2, on: germany, daysAgo: 1)])
        var wheel = Wheel(store: store)
        try wheel.turn()
        try catalog(5, on: germany, daysAgo: 0).keep(in: store)
        try wheel.turn()
        #expect(try wheel.store.currentRotation()?.currency.code == "USD")
        wheel.settings.currency = Currency("EUR")
        try wheel.turn()
        #expect(try wheel.store.currentRotation()?.currency.code == "EUR", "unless somebody says otherwise")
    }

    /// Looks at moments past are held against each other and against the queue.
    @Test func trialsAndProbesAreInTheCurrencyOfTheTurn() throws {
        let (america, germany) = ("ATVPDKIKX0DER", "A1PA6795UKMFR9")
        let store = try store([catalog(3, on: america, daysAgo: 9), catalog(2, on: germany, daysAgo: 9)])
        var wheel = Wheel(store: store)
        try wheel.turn()
        try catalog(5, on: germany, daysAgo: 1).keep(in: store)
        func currencies() throws -> [String] {
            let rotation = Rotation(
                store: store, plan: try Plan(wheel.stages), policy: wheel.policy, zones: .utc, settings: wheel.settings)
            let trial = DetectionTrial(store: store, plan: rotation.plan, zones: .utc, settings: wheel.settings)
            let looks = try [0.0, 7].map { try trial.run("blocked", knobs: [""], asOf: .noon - $0).currency }
            let probe = try rotation.aside(asOf: .noon, knownAt: nil, standing: Standing([])).currency
            return (looks + [probe]).map(\.code)
        }
        #expect(try currencies() == ["USD", "USD", "USD"])
        wheel.settings.currency = Currency("JPY")
        #expect(try currencies() == ["JPY", "JPY", "JPY"])
    }

    @Test func aTurnWithoutListingsDecidesNoCurrency() throws {
        let store = try store([])
        let wheel = Wheel(store: store)
        try wheel.turn()
        try catalog(2, on: "A1PA6795UKMFR9", daysAgo: 0).keep(in: store)
        try wheel.turn()
        #expect(try wheel.store.currentRotation()?.currency.code == "EUR")
    }

    @Test func aFileAboutOneListingChangesNoCurrency() throws {
        let (america, germany) = ("ATVPDKIKX0DER", "A1PA6795UKMFR9")
        let few = catalog(1, on: america, daysAgo: 0.5, isComplete: false)
        #expect(try currency(catalog(3, on: america, daysAgo: 1), catalog(2, on: germany, daysAgo: 1), few) == "USD")
    }
}
