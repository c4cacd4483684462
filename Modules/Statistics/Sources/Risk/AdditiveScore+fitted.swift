extension AdditiveScore {
    /// The score under which what happened was likeliest, less a penalty for points that little speaks for:
    ///
    ///     Σ ln P(what happened) - ridge/2 · Σ points²,  points rising or falling where the trend says so
    ///
    /// The sum has one maximum, which is climbed part by part by Newton's steps. Each is the isotonic regression of its
    /// unrestricted goal, so that trends hold throughout, and is halved until it climbs. Sources: P. Bacchetti, "Additive
    /// isotonic models", Journal of the American Statistical Association 84, 1989; the ridge is that of S. le Cessie and
    /// J. van Houwelingen, "Ridge estimators in logistic regression", Applied Statistics 41, 1992.
    ///
    /// Of each part an average sample has 0 points, and so has what was never seen not to be known.
    /// - Parameters:
    ///   - columns: one a part, all of as many samples.
    ///   - happened: of each sample, whether it came true.
    ///   - intervals: the most a part's table has; neighbours with the same points become one.
    ///   - ridge: above zero; as if each interval had seen so many samples more that say nothing.
    /// - Returns: `nil` where all or none of it happened.
    public static func fitted(
        to columns: [ScoreColumn], happened: [Bool], intervals: Int = 12, ridge: Double = 2
    ) -> AdditiveScore? {
        precondition(columns.allSatisfy { $0.values.count == happened.count }, "all columns have a value a sample")
        precondition(intervals > 0 && ridge > 0, "intervals and ridge are above zero")
        let count = happened.count(where: \.self)
        guard count > 0, count < happened.count else { return nil }
        var climb = ScoreClimb(columns, happened: happened, intervals: intervals, ridge: ridge)
        climb.run()
        return climb.score
    }
}
