import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension Session {
    /// Listings with most at risk, or those that hold a text.
    func listings(holding text: String?) throws -> ListingsAnswer {
        ListingsAnswer(
            found: try ListingSearch(text ?? "", in: self).found, currency: try listingCurrency, search: text, asOf: now
        )
    }

    /// Everything about one listing.
    func everything(of listing: Subject) throws -> ListingAnswer {
        guard let view = try ListingView(of: listing, in: self) else {
            throw Diagnostic(
                "unknown-listing", "nothing is known of \(listing.code) at \(clock.dated(now))",
                help: "flywheel listings --search \(listing.code)", exit: .unknown)
        }
        return ListingAnswer(
            view: view, forecast: try knownForecast(of: listing, weeks: DemandForecast.weeks, drawing: nil),
            currency: try listingCurrency, asOf: now)
    }

    private var listingCurrency: Currency? {
        get throws { try host.store.currentRotation()?.currency ?? host.configuration.rotation.currency }
    }
}
