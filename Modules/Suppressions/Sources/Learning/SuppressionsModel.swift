public import FlywheelKit

/// What the stage has learned from the catalogue.
public struct SuppressionsModel: StageModel {
    /// What listings sold before and while search did not show them, in the order of their keys.
    private(set) var episodes: [SearchEpisode] = []
    /// What follows from them, by marketplace and category.
    private(set) var searchShares: [SearchShare] = []
    /// The issues that many listings have had since one day.
    var bursts = IssueBursts()

    /// Nothing learned.
    public init() {}

    /// A model that remembers episodes; what it keeps of them follows.
    init(episodes: [SearchEpisode]) {
        self.episodes = episodes.sorted { $0.key < $1.key }
        let groups = Dictionary(grouping: self.episodes) { [$0.marketplace, $0.category] }
        searchShares = groups.compactMap { group, episodes in
            SearchShare(marketplace: group[0], category: group[1], of: episodes)
        }.sorted { ($0.marketplace, $0.category) < ($1.marketplace, $1.category) }
    }

    /// What a listing hidden from search loses, given what is believed of one nobody has seen.
    func searchShare(prior: Double, marketplace: String, category: String) -> LearnedShare {
        let seen = searchShares.first { $0.marketplace == marketplace && $0.category == category }
        return LearnedShare(prior: prior, category: category, seen: seen)
    }
}
