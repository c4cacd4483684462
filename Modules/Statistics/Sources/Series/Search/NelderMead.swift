/// Finds where a function of up to eight bounded variables is least, by a simplex that walks and shrinks.
///
/// Source: J. Nelder and R. Mead, A simplex method for function minimization, 1965. A vertex that leaves the bounds is
/// moved to them. Points are vectors of a fixed size, so nothing is allocated.
struct NelderMead {
    /// The bounds of each variable.
    let lower: SIMD8<Double>
    let upper: SIMD8<Double>
    /// The most times that the function is asked, apart from the first simplex.
    var evaluations = 300
    /// The search ends where the losses at the vertices differ by less than this.
    var tolerance = 1e-4

    /// The best point found and its loss.
    ///
    /// - Parameters:
    ///   - start: the first vertex.
    ///   - steps: how far each other vertex goes from it; zero for a variable that is to stay as it is.
    @inline(__always)
    func minimum(
        from start: SIMD8<Double>, steps: SIMD8<Double>, of loss: (SIMD8<Double>) -> Double
    ) -> (point: SIMD8<Double>, loss: Double) {
        typealias Vertex = (point: SIMD8<Double>, loss: Double)
        func vertex(_ point: SIMD8<Double>) -> Vertex {
            let point = point.clamped(lowerBound: lower, upperBound: upper)
            let loss = loss(point)
            return (point, loss.isNaN ? .infinity : loss)
        }

        let first = vertex(start)
        var simplex = InlineArray<9, Vertex>(repeating: first)
        var last = 0
        for variable in steps.indices where steps[variable] != 0 {
            last += 1
            var point = first.point
            // Away from a bound that is nearer than the step: a simplex without volume cannot walk.
            let away = point[variable] + steps[variable] <= upper[variable] ? 1.0 : -1
            point[variable] += away * steps[variable]
            simplex[last] = vertex(point)
        }
        guard last > 0 else { return first }

        var asked = 0
        while asked < evaluations {
            var (best, worst, second) = (0, 0, 0)
            for index in 1...last {
                if simplex[index].loss < simplex[best].loss { best = index }
                if simplex[index].loss > simplex[worst].loss { worst = index }
            }
            guard simplex[worst].loss - simplex[best].loss > tolerance else { break }
            second = best
            var sum = SIMD8<Double>()
            for index in 0...last where index != worst {
                sum += simplex[index].point
                if simplex[index].loss > simplex[second].loss { second = index }
            }
            let centre = sum / Double(last)
            let direction = centre - simplex[worst].point

            let reflected = vertex(centre + direction)
            asked += 1
            if reflected.loss < simplex[best].loss {
                let further = vertex(centre + 2 * direction)
                asked += 1
                simplex[worst] = further.loss < reflected.loss ? further : reflected
            } else if reflected.loss < simplex[second].loss {
                simplex[worst] = reflected
            } else {
                let outside = reflected.loss < simplex[worst].loss
                let nearer = vertex(centre + (outside ? 0.5 : -0.5) * direction)
                asked += 1
                if nearer.loss < min(reflected.loss, simplex[worst].loss) {
                    simplex[worst] = nearer
                } else {
                    for index in 0...last where index != best {
                        simplex[index] = vertex((simplex[index].point + simplex[best].point) / 2)
                    }
                    asked += last
                }
            }
        }
        var found = simplex[0]
        for index in 1...last where simplex[index].loss < found.loss { found = simplex[index] }
        return found
    }
}
