/// What is expected of the coming periods, by which method, and what that was worth beside the seasonal naive forecast.
struct Expectation {
    var mean: [Double]
    let method: String
    let valueAdded: Double?
    /// The standard deviation of each coming period, where the method has a model of it; else empty.
    var deviation: [Double] = []

    /// Leaves out the first periods.
    mutating func skip(_ periods: Int) {
        mean.removeFirst(periods)
        if !deviation.isEmpty { deviation.removeFirst(periods) }
    }
}

/// Dearer methods, each alone and half and half with the combination, tried against the combination alone.
///
/// What sells in every period in even amounts has a level, a trend and a season to be modelled, so there the doubt is in
/// favour of the methods; elsewhere it is in favour of the combination.
struct Challenge {
    /// The last origins are enough: from each of them a model is fitted anew, and the combination is not.
    static let mostOrigins = 4
    /// Who has the doubt against them must leave less than this share of the other's squared error; by chance one often does
    /// a little better.
    static let margin = 0.97

    private(set) var winner: Expectation
    /// How each did from the origins of the challenge.
    private(set) var records: [CandidateRecord] = []

    init(to holder: Expectation, by methods: [any SeriesMethod], in test: BackTest, horizon: Int, isSteady: Bool) {
        winner = holder
        let spacing = max(1, test.origins.count / Self.mostOrigins)
        let places = Array(stride(from: test.origins.count - 1, through: 0, by: -spacing).prefix(Self.mostOrigins))
        let cheap = test.records(at: places)
        guard let held = cheap[0].squaredError else { return }
        // What a method must err less than.
        var least = isSteady ? held / Self.margin : held * Self.margin

        for method in methods {
            var (alone, half) = (CandidateRecord(method.name), CandidateRecord("combination and \(method.name)"))
            let forecasts = places.compactMap { place in
                method.forecast(Array(test.series.values[...test.origins[place]]), horizon: test.reach)
            }
            guard forecasts.count == places.count else { continue }
            for (place, said) in zip(places, forecasts) {
                let mean = said.mean.map { max(0, $0) }
                alone.add(mean, test.series, after: test.origins[place])
                half.add(Self.middle(mean, test.combined[place]), test.series, after: test.origins[place])
            }
            records += [alone, half]
            // Half of it is the combination, and has the doubt against it where that has.
            let mostOfHalf = (alone.squaredError ?? .infinity) * (isSteady ? Self.margin : 1)
            let best = (half.squaredError ?? .infinity) < mostOfHalf ? half : alone
            guard let error = best.squaredError, error < least,
                let said = Self.whole(method, of: test.series.values, horizon: horizon)
            else { continue }
            least = error
            let isAlone = best.method == method.name
            winner = Expectation(
                mean: isAlone ? said.mean : Self.middle(said.mean, holder.mean), method: best.method,
                valueAdded: best.valueAdded(over: cheap[1]), deviation: isAlone ? said.deviation : [])
        }
    }

    /// What a method says of a series; nil where it says nothing, or that nothing will be sold.
    static func whole(_ method: any SeriesMethod, of values: [Double], horizon: Int) -> Expectation? {
        guard let said = method.forecast(values, horizon: horizon) else { return nil }
        let mean = said.mean.map { max(0, $0) }
        guard mean.contains(where: { $0 > 0 }) else { return nil }
        return Expectation(mean: mean, method: method.name, valueAdded: nil, deviation: said.deviation)
    }

    private static func middle(_ one: [Double], _ other: [Double]) -> [Double] {
        zip(one, other).map { ($0 + $1) / 2 }
    }
}
