/// How far the numbers or kinds of today lie from those of a reference: the population stability index.
///
/// With a and b the shares of today and of the reference in each of B bins, PSI = Σ (a − b) ln(a / b), which is the Kullback-Leibler
/// divergence both ways added up (S. Kullback and R. Leibler, "On information and sufficiency", 1951). Each bin counts half a row
/// more than it has, so that an empty one stays finite.
///
/// Without any change it is not zero: times nm / (n + m), for n and m rows, it is about χ² with B − 1 degrees of freedom (B. Yurdakul
/// and J. Naranjo, "Statistical properties of the population stability index", 2020). With 200 rows on each side thirty bins show
/// 0.34 on average though nothing changed; therefore ten bins, and ``noise(rows:referenceRows:bins:confidence:)`` beside every
/// index.
public struct PopulationStability: Hashable, Sendable, Codable {
    /// Bins that a reference of numbers is cut into.
    public static let usualBins = 10

    /// Where one bin ends and the next begins, rising; a number on a cut is in the lower bin.
    public let cuts: [Double]
    /// The reference's rows in each bin, one bin more than there are cuts.
    public let referenceCounts: [Int]

    /// Cuts a reference into bins that hold about as many rows each, fewer where many rows are equal.
    ///
    /// - Returns: `nil` without finite numbers.
    public init?(reference numbers: [Double], bins: Int = usualBins) {
        precondition(bins >= 2, "two bins at least tell a difference, found \(bins)")
        let sorted = numbers.filter(\.isFinite).sorted()
        guard let last = sorted.last else { return nil }
        var cuts: [Double] = []
        for bin in 1..<bins {
            let cut = sorted[min(sorted.count - 1, sorted.count * bin / bins)]
            if cut < last, cut != cuts.last { cuts.append(cut) }
        }
        self.cuts = cuts
        referenceCounts = Self.counts(of: sorted, cuts: cuts)
    }

    /// The index of numbers beside the reference; `nil` without finite numbers.
    public func index(of numbers: [Double]) -> Double? {
        let counts = Self.counts(of: numbers.filter(\.isFinite), cuts: cuts)
        return Self.index(counts, reference: referenceCounts)
    }

    /// The index of rows by bin beside those of a reference; `nil` where either has none.
    ///
    /// - Precondition: both have the same bins.
    public static func index(_ counts: [Int], reference: [Int]) -> Double? {
        precondition(counts.count == reference.count, "\(counts.count) bins are compared with \(reference.count)")
        let (rows, referenceRows) = (counts.reduce(0, +), reference.reduce(0, +))
        guard rows > 0, referenceRows > 0 else { return nil }
        func share(_ count: Int, of rows: Int) -> Double {
            (Double(count) + 0.5) / (Double(rows) + 0.5 * Double(counts.count))
        }
        return zip(counts, reference).reduce(0) { sum, bin in
            let (now, before) = (share(bin.0, of: rows), share(bin.1, of: referenceRows))
            return sum + (now - before) * SpecialFunctions.logarithm(now / before)
        }
    }

    /// What the index of rows that did not change stays below with a confidence; 0 for a single bin.
    ///
    /// - Precondition: rows on both sides, and a confidence between 0 and 1.
    public static func noise(rows: Int, referenceRows: Int, bins: Int, confidence: Double = 0.99) -> Double {
        precondition(rows > 0 && referenceRows > 0, "there are \(rows) rows and \(referenceRows) of reference")
        guard bins > 1 else { return 0 }
        let scale = 1 / Double(rows) + 1 / Double(referenceRows)
        return GammaDistribution(shape: Double(bins - 1) / 2, rate: 0.5).quantile(confidence) * scale
    }

    private static func counts(of numbers: [Double], cuts: [Double]) -> [Int] {
        var counts = [Int](repeating: 0, count: cuts.count + 1)
        for number in numbers {
            var (low, high) = (0, cuts.count)
            while low < high {
                let middle = (low + high) / 2
                if number <= cuts[middle] { high = middle } else { low = middle + 1 }
            }
            counts[low] += 1
        }
        return counts
    }
}
