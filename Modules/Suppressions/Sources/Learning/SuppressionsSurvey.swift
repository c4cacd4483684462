public import FlywheelKit

/// What part of the catalogue teaches.
public struct SuppressionsSurvey: Mergeable, Sendable {
    /// What listings sold before and while search did not show them.
    private(set) var episodes: [SearchEpisode] = []
    /// Listings by issue and day.
    private(set) var listings: [IssueBurst.Key: Int] = [:]

    /// Nothing seen.
    public init() {}

    /// Adds what another part teaches.
    public mutating func merge(_ other: SuppressionsSurvey) {
        episodes += other.episodes
        listings.merge(other.listings, uniquingKeysWith: +)
    }

    mutating func add(_ episode: SearchEpisode) { episodes.append(episode) }

    /// Counts a listing that has these issues.
    mutating func add(_ issues: some Sequence<IssueBurst.Key>) {
        for key in Set(issues) { listings[key, default: 0] += 1 }
    }
}

extension SuppressionsStage: Surveying {
    /// The issues, the categories of their listings, and their stock, on whose empty days nothing could be sold.
    public static let surveyInputs = [
        issues, Catalog.feed.helping(Catalog.category), Stock.feed.helping(Stock.fulfillable),
    ]
    /// The longest look back that holds four weeks, a week, and time for sales to come in.
    public static let surveyWindows = [Sales.units.last(days: 60), Stock.levels.last(days: 60)]

    /// A quarter of a million listings of a marketplace: the category that teaches nothing there has few hidden listings.
    public static let surveyedHistories = 32

    /// Days in which a listing teaches once: its own enforcement must not count as what it usually sells.
    private static let apart = 60
    /// Days that an episode is remembered.
    private static let remembered = 400
    /// Episodes of one category that are remembered, the newest: more would add next to nothing.
    private static let enough = 200

    /// Adds what the listings hidden from search sold, and which issues listings have since when.
    public static func survey(_ chunk: Chunk, into survey: inout SuppressionsSurvey) {
        let reader = EpisodeReader(chunk)
        let issues = IssueReader(chunk)
        for row in chunk.rows {
            let issues = issues.issues(of: row)
            survey.add(issues.compactMap { $0.burstKey(in: chunk) })
            if let episode = reader.episode(of: row, with: issues) { survey.add(episode) }
        }
    }

    /// The model before it, with the episodes that are new, and the bursts of now.
    public static func fit(_ survey: SuppressionsSurvey, after model: SuppressionsModel) -> SuppressionsModel {
        var fitted = remembering(survey.episodes, after: model)
        fitted.bursts = IssueBursts(among: survey.listings, after: model.bursts)
        return fitted
    }

    /// The model before it, with the episodes that are new. Each is taken once, when its week is over, and then stays as
    /// it is: a model that changed with every day's sales would change every claim daily.
    private static func remembering(_ episodes: [SearchEpisode], after model: SuppressionsModel) -> SuppressionsModel {
        var known = model.episodes
        var days = Dictionary(grouping: known, by: \.listingKey).mapValues { $0.map(\.since) }
        for episode in episodes.sorted(by: { $0.key < $1.key }) {
            let earlier = days[episode.listingKey] ?? []
            guard earlier.allSatisfy({ abs($0.distance(to: episode.since)) >= apart }) else { continue }
            days[episode.listingKey, default: []].append(episode.since)
            known.append(episode)
        }
        guard known.count > model.episodes.count, let newest = known.map(\.since).max() else { return model }
        let recent = known.filter { $0.since.distance(to: newest) < remembered }
        let groups = Dictionary(grouping: recent) { [$0.marketplace, $0.category] }.values
        return SuppressionsModel(
            episodes: groups.flatMap { group in
                group.sorted { ($1.since, $0.key) < ($0.since, $1.key) }.prefix(enough)
            })
    }
}
