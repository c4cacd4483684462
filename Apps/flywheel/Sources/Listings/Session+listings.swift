import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension Session {
    /// Listings on which something is open, those that hold a text, or all.
    func listings(holding text: String?, all: Bool) throws -> ListingsAnswer {
        let text = text.flatMap { $0.isEmpty ? nil : $0 }
        if all || text != nil {
            return try answer(try ListingSearch(text ?? "", in: self).found, holding: text, all: all)
        }
        var listings: [RankedListing] = []
        try forEachListing { listings.append($0) }
        return try answer(try FoundListing.all(listings, in: self))
    }

    /// The part of the listings on which something is open that a request asks for.
    func listings(on page: ListPage) throws -> AnswerPart {
        let after = try page.cursor.map { text in
            guard let place = RankedListing.Place(text) else { throw Diagnostic.cursor(text) }
            return place
        }
        let listings = try host.store.listings(of: nil, after: after, limit: page.limit + 1)
        let counted = try host.store.countListings(of: nil)
        // A list that is shown whole is counted by that.
        let isWhole = page.cursor == nil && listings.count <= page.limit
        let matching = ListCount(
            value: isWhole ? listings.count : counted.lowerBound, isExact: isWhole || counted.count == 1)
        return try AnswerPart(listings, limit: page.limit, matching: matching, name: \.place.cursor) {
            try answer(try FoundListing.all($0, in: self))
        }
    }

    /// Goes through all listings on which something is open, those with most at risk first.
    func forEachListing(_ body: (RankedListing) throws -> Void) throws {
        var last: RankedListing.Place?
        while case let part = try host.store.listings(of: nil, after: last, limit: 4_096), let end = part.last {
            for listing in part { try body(listing) }
            last = end.place
        }
    }

    private func answer(
        _ found: [FoundListing], holding text: String? = nil, all: Bool = false
    ) throws -> ListingsAnswer {
        ListingsAnswer(found: found, currency: try listingCurrency, search: text, isAll: all, asOf: now)
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

extension RankedListing.Place {
    /// Where to go on: what was at risk on the listing, and its first exception.
    fileprivate var cursor: String { "\(atRisk):\(exception)" }

    fileprivate init?(_ cursor: String) {
        let parts = cursor.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let atRisk = Int64(parts[0]), let exception = ExceptionID(text: parts[1]) else {
            return nil
        }
        self.init(atRisk: atRisk, exception: exception)
    }
}
