import Dispatch
import Statistics

/// Forecasts every series of a file, on all cores, in memory that does not grow with their number but for some 25 bytes a
/// series, by which one that comes back is noticed.
public struct SeriesForecaster: Sendable {
    /// What became of a file.
    public struct Summary: Hashable, Sendable {
        /// Series that were read.
        public var series = 0
        /// Series of which no value is known; their rows say nothing.
        public var unknown = 0
        /// Series with values below zero, though nothing below zero is forecast.
        public var belowZero = 0
        /// Series of which more rows are missing than were read, mostly since they follow otherwise than was said.
        public var mostlyMissing = 0
        /// Rows that were written, without the headings.
        public var rows = 0
        /// The series by the method that was chosen.
        public var methods: [String: Int] = [:]
    }

    /// How the periods of the file follow each other.
    public let frequency: Frequency
    /// Coming periods to forecast.
    public let horizon: Int

    /// The blocks that are read before any is forecast: enough to keep all cores busy till the last of them.
    private static let blocksAtOnce = 64
    private static let headings = "series,step,mean,p10,p50,p90,method\r\n"

    /// - Parameter horizon: 1 or more.
    public init(frequency: Frequency, horizon: Int) {
        self.frequency = frequency
        self.horizon = horizon
    }

    /// Reads a file of `series,period,value` and writes one of `series,step,mean,p10,p50,p90,method`.
    ///
    /// Throws a ``SeriesFault`` for what is wrong with the file; what came before it has been written by then.
    ///
    /// - Parameters:
    ///   - read: the file's next bytes; `nil` at its end.
    ///   - write: takes what is to be written next.
    ///   - tell: hears how many series are done.
    public func run(
        read: @escaping () throws -> [UInt8]?, write: ([UInt8]) throws -> Void, tell: (Int) -> Void = { _ in }
    ) throws -> Summary {
        var summary = Summary()
        var seen: Set<Int> = []
        var blocks = try SeriesBlocks(read)
        try write(Array(Self.headings.utf8))
        while true {
            var wave: [SeriesBlocks.Block] = []
            while wave.count < Self.blocksAtOnce, let block = try blocks.next() { wave.append(block) }
            guard !wave.isEmpty else { return summary }
            for (block, forecast) in zip(wave, Self.concurrently(wave, forecast)) {
                let done = try forecast.mapError { $0.moved(by: block.linesBefore) }.get()
                for (name, line) in done.names where !seen.insert(name.hashValue).inserted {
                    let text = String(decoding: name, as: UTF8.self)
                    throw SeriesFault(
                        line: block.linesBefore + line, column: 1,
                        "series \"\(text)\" comes back, expected all its rows to stand together")
                }
                try write(done.text)
                summary.add(done)
            }
            tell(summary.series)
        }
    }

    private func forecast(_ block: SeriesBlocks.Block) -> Result<BlockForecast, SeriesFault> {
        do throws(SeriesFault) {
            var done = BlockForecast(horizon: horizon)
            let engine = AutomaticForecast(
                seasonLength: frequency.seasonLength, horizon: horizon, levels: [0.1, 0.5, 0.9],
                methods: frequency.methods)
            for series in try SeriesParser(frequency: frequency).series(in: block.bytes) {
                done.add(series, engine.forecast(series.values))
            }
            return .success(done)
        } catch {
            return .failure(error)
        }
    }

    private static func concurrently<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Value
    ) -> [Value] {
        var values = [Value?](repeating: nil, count: elements.count)
        values.withUnsafeMutableBufferPointer { buffer in
            // Each iteration writes its own place alone, and all have ended before any is read.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: elements.count) { places[$0] = transform(elements[$0]) }
        }
        return values.compactMap(\.self)
    }
}

extension SeriesFault {
    fileprivate func moved(by lines: Int) -> SeriesFault {
        var fault = self
        fault.line += lines
        return fault
    }
}
