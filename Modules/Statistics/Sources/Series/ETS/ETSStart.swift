/// First states of an ETS model, read off the beginning of a series.
///
/// As in Hyndman et al. 2008, section 2.6.1: the season by classical decomposition, level and slope by a line through
/// the first three seasons, at least twenty values, of what is left: two and ten, as there, follow chance.
struct ETSStart {
    let level: Double
    let slope: Double
    /// By period of the season; a single zero without one.
    let season: [Double]

    init(level: Double, slope: Double, season: [Double]) {
        (self.level, self.slope, self.season) = (level, slope, season)
    }

    /// - Returns: nil where the season cannot be told.
    init?(_ form: ETSForm, of values: [Double], season periods: Int) {
        var values = values
        switch form.season {
        case .none:
            season = [0]
        case .additive, .multiplicative:
            let kind: SeasonalIndices.Kind = form.season == .additive ? .additive : .multiplicative
            guard let found = SeasonalIndices(kind, of: values, season: periods) else { return nil }
            season = found.indices
            values = found.removed(from: values)
        }
        let first = values.prefix(max(20, 3 * periods))
        if form.trend == .none {
            (level, slope) = (first.reduce(0, +) / Double(first.count), 0)
        } else {
            let line = FittedLine(through: first)
            (level, slope) = (line.intercept, line.slope)
        }
    }
}
