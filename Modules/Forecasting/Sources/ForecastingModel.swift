public import FlywheelKit
import Statistics

/// What the whole catalogue taught: what similar products sell, and how much more is asked for on events.
public struct ForecastingModel: StageModel {
    /// What products of a category on a marketplace sell a day; the category is empty for all of the marketplace.
    struct Peers: Hashable, Codable {
        let marketplace: String
        let category: String
        /// Units that the belief is worth.
        let units: Double
        /// Days of full exposure that it is worth.
        let days: Double
    }

    /// How many ordinary days a day of an event counts for.
    struct EventIndex: Hashable, Codable {
        let name: String
        let factor: Double
    }

    /// What the products of an account on a marketplace say of each other.
    struct Common: Hashable, Codable {
        let account: String
        let marketplace: String
        /// What they do together in each of the coming weeks beyond what each says for itself; beyond the last, that of the
        /// last goes on. Empty where nothing is known.
        let factors: [Double]
        /// How far their levels were off on average, as a part of them; `nil` where too few have a year.
        var relativeError: Double?
    }

    /// Sorted, so that equal knowledge is equal text.
    private(set) var peers: [Peers] = []
    private(set) var events: [EventIndex] = []
    /// What the forecasts that people stated were worth, by who stated them; `nil` where none could be measured.
    private(set) var people: [String: StatedRecord]?
    /// `nil` where no account was on a marketplace for a year.
    private(set) var common: [Common]?

    /// Nothing learned: products without a past have no forecast, and every day counts alike.
    public init() {}

    init(peers: [Peers], events: [EventIndex], people: [String: StatedRecord] = [:], common: [Common] = []) {
        self.peers = peers.sorted { ($0.marketplace, $0.category) < ($1.marketplace, $1.category) }
        self.events = events.sorted { $0.name < $1.name }
        self.people = people.isEmpty ? nil : people
        self.common =
            common.isEmpty ? nil : common.sorted { ($0.account, $0.marketplace) < ($1.account, $1.marketplace) }
    }

    /// How many ordinary days a day of an event counts for; `nil` where no past event of that name was seen.
    func eventIndex(of name: String) -> Double? { events.first { $0.name == name }?.factor }

    /// What all forecasts of an account on a marketplace are multiplied by, week by week; `nil` where nothing is known.
    func commonCourse(of account: String, on marketplace: String) -> SIMD16<Double>? {
        guard let factors = trade(of: account, on: marketplace)?.factors, let last = factors.last else { return nil }
        return SIMD16((0..<DemandForecast.weeks).map { $0 < factors.count ? factors[$0] : last })
    }

    /// How far levels of products of an account on a marketplace are usually off; `nil` where nothing is known.
    func usualError(of account: String, on marketplace: String) -> Double? {
        trade(of: account, on: marketplace)?.relativeError
    }

    private func trade(of account: String, on marketplace: String) -> Common? {
        common?.first { $0.account == account && $0.marketplace == marketplace }
    }

    /// What products of a category sell; those of the marketplace where the category is unknown or too small.
    func prior(marketplace: String, category: String?) -> GammaPrior? {
        let found = category.flatMap { find(marketplace, $0) } ?? find(marketplace, "")
        return found.map { GammaPrior(shape: $0.units, rate: $0.days) }
    }

    private func find(_ marketplace: String, _ category: String) -> Peers? {
        let before = peers.prefixCount { ($0.marketplace, $0.category) < (marketplace, category) }
        guard let found = peers[before...].first, found.marketplace == marketplace, found.category == category else {
            return nil
        }
        return found
    }
}
