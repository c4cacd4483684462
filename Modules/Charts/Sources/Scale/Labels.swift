/// Which names of periods stand under the axis without touching each other.
enum Labels {
    /// The first of every so many periods, as close as they fit.
    ///
    /// - Parameters:
    ///   - names: a name for each period.
    ///   - length: the axis, in the unit of the widths.
    ///   - gap: the least distance between two names.
    static func places(of names: [String], along length: Double, gap: Double, width: (String) -> Double) -> [Int] {
        guard !names.isEmpty else { return [] }
        let widest = names.map(width).max() ?? 0
        let apart = length / Double(names.count)
        let least = Int(((widest + gap) / apart).rounded(.up))
        return Array(stride(from: 0, to: names.count, by: round(up: max(1, least))))
    }

    /// To 1, 2 or 5 times a power of ten.
    private static func round(up count: Int) -> Int {
        var power = 1
        while power * 10 < count { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= count } ?? count
    }
}
