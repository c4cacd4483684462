import Statistics

/// The forecasts of a block's series, as they are written.
struct BlockForecast: Sendable {
    let horizon: Int
    /// The series and the line of the block each begins on.
    private(set) var names: [(name: [UInt8], line: Int)] = []
    private(set) var text: [UInt8] = []
    private(set) var unknown = 0
    private(set) var belowZero = 0
    private(set) var mostlyMissing = 0
    private(set) var methods: [String: Int] = [:]

    /// What is smaller beside the largest value of its series is what rounding left of nothing.
    private static let leastPart = 1e-9

    init(horizon: Int) { self.horizon = horizon }

    /// Adds the rows of a series; those of one without any known value are there too, and empty.
    mutating func add(_ series: Series, _ outlook: DemandOutlook?) {
        names.append((series.name, series.line))
        if series.values.contains(where: { $0 ?? 0 < 0 }) { belowZero += 1 }
        if series.isMostlyMissing { mostlyMissing += 1 }
        if outlook == nil { unknown += 1 }
        let method = outlook?.method ?? "nothing known"
        methods[method, default: 0] += 1
        let name = Self.quoted(series.name)
        let least = Self.leastPart * (series.values.lazy.compactMap { $0?.magnitude }.max() ?? 0)
        let ending = [UInt8.comma] + Self.quoted(Array(method.utf8)) + [.carriageReturn, .lineFeed]
        for step in 0..<horizon {
            text += name
            text.append(.comma)
            text += String(step + 1).utf8
            for column in 0..<4 {
                text.append(.comma)
                guard let outlook else { continue }
                let value = column == 0 ? outlook.mean[step] : outlook.quantiles[column - 1][step]
                DecimalText.write(value < least ? 0 : value, to: &text)
            }
            text += ending
        }
    }

    /// A cell as RFC 4180 writes it.
    private static func quoted(_ cell: [UInt8]) -> [UInt8] {
        guard cell.contains(where: { [.comma, .quote, .carriageReturn, .lineFeed].contains($0) }) else { return cell }
        return [.quote] + cell.flatMap { $0 == .quote ? [.quote, .quote] : [$0] } + [.quote]
    }
}

extension SeriesForecaster.Summary {
    mutating func add(_ block: BlockForecast) {
        series += block.names.count
        rows += block.names.count * block.horizon
        unknown += block.unknown
        belowZero += block.belowZero
        mostlyMissing += block.mostlyMissing
        methods.merge(block.methods, uniquingKeysWith: +)
    }
}
