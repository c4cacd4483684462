#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The log-odds of something happening as a weighted sum of a few numbers, fitted to what did.
struct LogisticFit: Hashable, Sendable {
    /// One for each number, and the last for none of them.
    private(set) var coefficients: [Double]

    /// Maximises the likelihood of the outcomes by Newton's method.
    ///
    /// What happened counts as (h + 1) / (h + 2) and what did not as 1 / (n + 2), of h that happened and n that did not, so
    /// that numbers which part them without a fault leave the fit finite. Source: J. Platt, "Probabilistic outputs for
    /// support vector machines and comparisons to regularized likelihood methods", 1999.
    /// - Parameter weights: how much each outcome counts; all the same if nil.
    init(_ rows: [[Double]], happened: [Bool], weights: [Double]? = nil) {
        let numbers = rows.first?.count ?? 0
        let (yes, all) = (Double(happened.count(where: \.self)), Double(happened.count))
        let (high, low) = ((yes + 1) / (yes + 2), 1 / (all - yes + 2))
        coefficients = Array(repeating: 0, count: numbers + 1)
        for _ in 0..<60 {
            var gradient = [Double](repeating: 0, count: numbers + 1)
            // A little of the identity, so that a number that never varies leaves the equations solvable.
            var curvature = gradient.indices.map { row in gradient.indices.map { $0 == row ? 1e-6 : 0 } }
            for (index, row) in rows.enumerated() {
                let probability = 1 / (1 + exp(-logOdds(of: row)))
                let weight = weights?[index] ?? 1
                let miss = weight * ((happened[index] ? high : low) - probability)
                let spread = weight * probability * (1 - probability)
                for first in gradient.indices {
                    let value = first < numbers ? row[first] : 1
                    gradient[first] += miss * value
                    for second in 0...first {
                        curvature[first][second] += spread * value * (second < numbers ? row[second] : 1)
                    }
                }
            }
            let step = Self.solution(of: curvature, gradient)
            // A Newton step may overshoot where nearly all is certain.
            let length = max(1, (step.map(abs).max() ?? 0) / 4)
            for index in step.indices { coefficients[index] += step[index] / length }
            if step.allSatisfy({ abs($0) < 1e-7 }) { return }
        }
    }

    private func logOdds(of row: [Double]) -> Double {
        zip(row, coefficients).reduce(coefficients[row.count]) { $0 + $1.0 * $1.1 }
    }

    /// Solves a symmetric positive definite system of which the lower triangle is given, by Cholesky's decomposition.
    private static func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
        var (lower, solution) = (matrix, right)
        for row in right.indices {
            for column in 0...row {
                let sum = (0..<column).reduce(matrix[row][column]) { $0 - lower[row][$1] * lower[column][$1] }
                lower[row][column] = row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column][column]
            }
            solution[row] = (0..<row).reduce(solution[row]) { $0 - lower[row][$1] * solution[$1] } / lower[row][row]
        }
        for row in right.indices.reversed() {
            let sum = right.indices.dropFirst(row + 1).reduce(solution[row]) { $0 - lower[$1][row] * solution[$1] }
            solution[row] = sum / lower[row][row]
        }
        return solution
    }
}
