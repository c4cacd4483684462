/// Numbers as bars of eight heights, one a number: how something went, at a glance.
enum Sparkline {
    private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let digits: [Character] = ["1", "2", "3", "4", "5", "6", "7", "8"]

    /// The bars, the highest number at full height and the lowest of them, or 0 where none is below, at the least. What is
    /// not known is a dot.
    static func text(_ numbers: [Double?], isASCII: Bool) -> String {
        let known = numbers.compactMap(\.self)
        let low = min(0, known.min() ?? 0)
        let high = max(0, known.max() ?? 0)
        let bars = isASCII ? digits : heights
        return String(
            numbers.map { number -> Character in
                guard let number else { return isASCII ? "." : "·" }
                guard high > low else { return bars[0] }
                return bars[Int(((number - low) / (high - low) * 7).rounded())]
            })
    }
}
