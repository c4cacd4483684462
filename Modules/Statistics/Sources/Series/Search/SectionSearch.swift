/// Finds where a smooth function of one bounded variable is least, trying eight values at a time.
///
/// A smoothing recursion waits for its own last value, so eight of them side by side take hardly longer than one. Where
/// the function curves upwards, its least is near the vertex of the parabola through the best three, and the next eight
/// are laid around it (successive parabolic interpolation).
enum SectionSearch {
    /// The variable with the least loss, to within about a hundred-thousandth of the interval after three rounds.
    ///
    /// Where the function has several minima, that near the best of the first eight values is found.
    @inline(__always)
    static func minimum(
        over range: ClosedRange<Double>, rounds: Int = 3, of loss: (SIMD8<Double>) -> SIMD8<Double>
    ) -> Double {
        let steps = SIMD8<Double>(1, 2, 3, 4, 5, 6, 7, 8)
        var (lower, upper) = (range.lowerBound, range.upperBound)
        var vertex = (lower + upper) / 2
        for _ in 0..<rounds {
            let width = (upper - lower) / 9
            let tried = lower + steps * width
            let losses = loss(tried)
            var best = 0
            for index in 1..<8 where losses[index] < losses[best] { best = index }
            // At an end of the eight the parabola goes through the three nearest to it.
            let middle = min(max(best, 1), 6)
            let (before, after) = (losses[middle - 1] - losses[middle], losses[middle + 1] - losses[middle])
            vertex = tried[best]
            var reach = width
            if before + after > 0 {
                let offset = width * (before - after) / (2 * (before + after))
                vertex = min(max(tried[middle] + offset, lower), upper)
                reach = width / 2
            }
            lower = max(lower, min(vertex, tried[best]) - reach)
            upper = min(upper, max(vertex, tried[best]) + reach)
        }
        return vertex
    }
}
