/// Finds where a smooth function of one bounded variable is least, trying eight values at a time.
///
/// A smoothing recursion waits for its own last value, so eight of them side by side take hardly longer than one. Where
/// the function curves upwards, its least is near the vertex of the parabola through the best three, and the next eight
/// are laid around it (successive parabolic interpolation); after the last round five are.
enum SectionSearch {
    private static let steps = SIMD8<Double>(1, 2, 3, 4, 5, 6, 7, 8)

    /// The same variable from half the work where a loss can be told of four values too: eight over the whole interval, then four
    /// about the least of the curve through the best five, or over the two sections about the best where there is none.
    @inline(__always)
    static func minimum(
        over range: ClosedRange<Double>, coarsely: (SIMD8<Double>) -> SIMD8<Double>,
        finely: (SIMD4<Double>) -> SIMD4<Double>
    ) -> Double {
        let width = (range.upperBound - range.lowerBound) / 9
        let tried = range.lowerBound + steps * width
        let losses = coarsely(tried)
        let best = least(of: losses)
        var (first, step) = (tried[best] - width, width * 2 / 3)
        if best > 1, best < 6, let offset = least(ofQuarticThrough: losses, about: best) {
            step = width / 8
            first = tried[best] + width * offset - 1.5 * step
        }
        return first + step * least(ofCubicThrough: finely(first + step * SIMD4(0, 1, 2, 3)))
    }

    /// The variable with the least loss, to within about a hundred-thousandth of the interval after two rounds where the function is smooth.
    ///
    /// Where the function has several minima, that near the best of the first eight values is found.
    @inline(__always)
    static func minimum(
        over range: ClosedRange<Double>, rounds: Int = 3, of loss: (SIMD8<Double>) -> SIMD8<Double>
    ) -> Double {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        var vertex = (lower + upper) / 2
        for round in 1...rounds {
            let width = (upper - lower) / 9
            let tried = lower + steps * width
            let losses = loss(tried)
            let best = least(of: losses)
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
            if round == rounds, best > 1, best < 6, let offset = least(ofQuarticThrough: losses, about: best) {
                return tried[best] + width * offset
            }
            lower = max(lower, min(vertex, tried[best]) - reach)
            upper = min(upper, max(vertex, tried[best]) + reach)
        }
        return vertex
    }

    @inline(__always)
    private static func least<Lanes: SIMD<Double>>(of losses: Lanes) -> Int {
        var best = 0
        for index in 1..<losses.scalarCount where losses[index] < losses[best] { best = index }
        return best
    }

    /// Where the curve of the third degree through four neighbours is least, in steps from the first; the best of the four where
    /// that is not between them.
    @inline(__always)
    private static func least(ofCubicThrough losses: SIMD4<Double>) -> Double {
        // About the middle of the four: slope, half of the curvature, a sixth of the third derivative.
        let (inner, outer) = (losses.z - losses.y, losses.w - losses.x)
        let third = (outer - 3 * inner) / 6
        let slope = inner - third / 4
        let curve = (losses.x + losses.w - losses.y - losses.z) / 4
        let turn = (curve * curve - 3 * slope * third).squareRoot() + curve
        let offset = -slope / turn
        return turn > 0 && abs(offset) <= 1.5 ? 1.5 + offset : Double(least(of: losses))
    }

    /// Where the curve of the fourth degree through five neighbours is least, in steps from the middle one; `nil` where it is
    /// not within a step.
    @inline(__always)
    private static func least(ofQuarticThrough losses: SIMD8<Double>, about middle: Int) -> Double? {
        let (before, after) = (losses[middle - 1], losses[middle + 1])
        let (first, last) = (losses[middle - 2], losses[middle + 2])
        // The derivatives at the middle, by central differences.
        let slope = (first - 8 * before + 8 * after - last) / 12
        let curve = (16 * (before + after) - first - last - 30 * losses[middle]) / 12
        let third = (last - first) / 2 - (after - before)
        let fourth = first + last - 4 * (before + after) + 6 * losses[middle]
        var offset = 0.0
        for _ in 0..<3 {
            let steepness = curve + offset * (third + offset * fourth / 2)
            guard steepness > 0 else { return nil }
            offset -= (slope + offset * (curve + offset * (third / 2 + offset * fourth / 6))) / steepness
        }
        return abs(offset) <= 1 ? offset : nil
    }
}
