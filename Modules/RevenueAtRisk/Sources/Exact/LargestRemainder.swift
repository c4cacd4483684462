/// Rounds parts down and hands what is missing from `total` to the largest remainders, the first among equals first
/// (the method of Hamilton). The result adds up to `total` exactly.
///
/// - Parameters:
///   - wholes: the parts rounded down.
///   - remainders: what rounding took from each.
///   - total: what they are to add up to; within `wholes.count` of the sum of the wholes.
func largestRemainder<Remainder: Comparable>(
    _ wholes: [Int64], _ remainders: [Remainder], total: Int64
) -> [Int64] {
    let missing = total - wholes.reduce(0, +)
    precondition((0...Int64(wholes.count)).contains(missing), "\(missing) missing from \(wholes.count) parts")
    guard missing > 0 else { return wholes }
    let order = wholes.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    var parts = wholes
    for index in order.prefix(Int(missing)) { parts[index] += 1 }
    return parts
}

/// Rounds `parts` to whole numbers that add up to `total`, the rounded sum of the parts, by largest remainder.
///
/// Parts are taken to a millionth, so that two which differ only by the noise of floating point count as equal,
/// whatever the order they were computed in.
func largestRemainder(_ parts: [Double], total: Int64) -> [Int64] {
    let millionths = parts.map { ($0 * 1_000_000).rounded() }
    let wholes = millionths.map { ($0 / 1_000_000).rounded(.down) }
    return largestRemainder(
        wholes.map { Int64($0) }, zip(millionths, wholes).map { $0 - $1 * 1_000_000 }, total: total)
}
