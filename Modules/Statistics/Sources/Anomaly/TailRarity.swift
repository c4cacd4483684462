#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How rarely anything as large as a number has been seen before, in memory that does not grow.
///
/// Of n numbers seen, c are as large as the new one or larger; if it is one more like them, its rank is any as likely as
/// any other, so that the probability of being this high is at most
///
///     p = (c + 1) / (n + 1)
///
/// whatever their distribution (V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a Random World, 2005, chapter
/// 2). Beyond the largest one the tail goes on as a power, p · (m/x)^(1/γ) for a largest number m, with γ the mean of the
/// logarithms of the largest numbers over the least of them (B. Hill, Annals of Statistics 3, 1975; I. Weissman, 1978),
/// which begins as that of ten numbers with γ = 0.3.
///
/// Numbers are counted in buckets of 2 to 3 % (as G. Tene's HdrHistogram has them), from 2⁻¹⁴ to 2²⁶; two numbers in one
/// bucket are as large as each other.
public struct TailRarity: Sendable {
    private var counts = [UInt32](repeating: 0, count: Self.buckets)
    private var count = 0
    /// The first bucket of the upper part, and what is in it: numbers, and the sum of their logarithms.
    private var first = Self.buckets
    private var above = 0
    private var logarithms = 0.0
    private var largest = Self.least

    /// The part of the numbers that is the tail. Nothing below is rare at all.
    private static let share = 0.02
    /// Numbers that must be known before any is rare.
    private static let fewest = 20
    /// From so many on, all count half, and what was seen once alone is forgotten.
    private static let most = 1 << 20
    private static let beforehand = (weight: 10.0, index: 0.3)

    private static let buckets = 40 * 32
    private static let least = 0x1p-14
    /// The bits of a number without all but five of its fraction.
    private static let droppedBits = 47

    /// Nothing seen.
    public init() {}

    /// -ln p of a number, zero or more; 0 where it is not among the largest 2 % or fewer than twenty were seen.
    public func rarity(of number: Double) -> Double {
        let bucket = Self.bucket(number)
        guard count >= Self.fewest, bucket >= first else { return 0 }
        let larger = counts[bucket...].reduce(0) { $0 + Int($1) }
        let rarity = log(Double(count + 1) / Double(larger + 1))
        guard larger == 0 else { return rarity }
        return rarity + log(number / largest) / tailIndex
    }

    /// Counts a number, zero or more.
    public mutating func add(_ number: Double) {
        let bucket = Self.bucket(number)
        counts[bucket] += 1
        count += 1
        if bucket >= first { count(bucket, times: 1) }
        largest = max(largest, number)
        if count >= Self.most { fade() }
        moveFirst()
    }

    /// γ.
    private var tailIndex: Double {
        let (weight, index) = Self.beforehand
        return (logarithms - Double(above) * log(Self.lowest(first)) + weight * index) / (Double(above) + weight)
    }

    private mutating func count(_ bucket: Int, times: Int) {
        above += times
        logarithms += Double(times) * log(Self.middle(bucket))
    }

    /// Finds the fewest buckets from above that hold the share.
    private mutating func moveFirst() {
        let wanted = Self.share * Double(count)
        while Double(above) < wanted {
            first -= 1
            count(first, times: Int(counts[first]))
        }
        while first < Self.buckets - 1, Double(above - Int(counts[first])) >= wanted {
            count(first, times: -Int(counts[first]))
            first += 1
        }
    }

    private mutating func fade() {
        count = 0
        for bucket in counts.indices {
            counts[bucket] /= 2
            count += Int(counts[bucket])
        }
        let last = counts.lastIndex { $0 > 0 } ?? 0
        if last < Self.bucket(largest) { largest = Self.lowest(last) }
        (first, above, logarithms) = (Self.buckets, 0, 0)
    }

    private static func bucket(_ number: Double) -> Int {
        guard number > least else { return 0 }
        let steps = Int(number.bitPattern >> droppedBits) - Int(least.bitPattern >> droppedBits)
        return min(buckets - 1, steps)
    }

    private static func lowest(_ bucket: Int) -> Double {
        Double(bitPattern: least.bitPattern + UInt64(bucket) << droppedBits)
    }

    private static func middle(_ bucket: Int) -> Double { (lowest(bucket) + lowest(bucket + 1)) / 2 }
}
