import Statistics

/// Scores every value of a file by how odd it is beside those before it, in one pass and in memory that does not grow.
public struct StreamScorer: Sendable {
    /// A value that is odd.
    public struct Oddity: Hashable, Sendable {
        /// When it was, as the file writes it.
        public let timestamp: String
        /// What it was.
        public let value: Double
        /// From ``notable`` to below 1.
        public let score: Double
    }

    /// What became of a file.
    public struct Summary: Hashable, Sendable {
        /// Rows that were read and written, without the headings.
        public var rows = 0
        /// Rows without a value, which have no score either.
        public var unknown = 0
        /// Values that score ``notable`` or more.
        public var odd = 0
        /// The oddest of them, first the one that scores most; ten at most.
        public var oddest: [Oddity] = []
    }

    /// The score from which on a value is worth a look.
    public static let notable = 0.5

    fileprivate static let mostOddest = 10
    private static let headings = "timestamp,value,score\r\n"

    /// A scorer; there is nothing to set.
    public init() {}

    /// Reads a file of `timestamp,value` and writes one of `timestamp,value,score` (`Statistics.StreamAnomaly`).
    ///
    /// Throws a ``SeriesFault`` for what is wrong with the file; what came before it may have been written by then.
    ///
    /// - Parameters:
    ///   - read: the file's next bytes; `nil` at its end.
    ///   - write: takes what is to be written next.
    ///   - tell: hears how many rows are done.
    public func run(
        read: () throws -> [UInt8]?, write: ([UInt8]) throws -> Void, tell: (Int) -> Void = { _ in }
    ) throws -> Summary {
        var summary = Summary()
        var stream = StreamAnomaly()
        var rows = StreamRows()
        var text: [UInt8] = []
        func take(_ row: StreamRows.Row) {
            summary.rows += 1
            text += row.text
            text.append(.comma)
            if let value = row.value {
                let score = stream.score(value, at: row.time.seconds, ahead: row.time.ahead)
                text += "\(score)".utf8
                if score >= Self.notable { summary.add(row, value, score) }
            } else {
                summary.unknown += 1
            }
            text += [.carriageReturn, .lineFeed]
        }
        text += Self.headings.utf8
        while let bytes = try read(), !bytes.isEmpty {
            try rows.add(bytes, take)
            try write(text)
            text.removeAll(keepingCapacity: true)
            tell(summary.rows)
        }
        try rows.end(take)
        try write(text)
        return summary
    }
}

extension StreamScorer.Summary {
    fileprivate mutating func add(_ row: StreamRows.Row, _ value: Double, _ score: Double) {
        odd += 1
        let place = oddest.firstIndex { $0.score < score } ?? oddest.count
        guard place < StreamScorer.mostOddest else { return }
        let oddity = StreamScorer.Oddity(
            timestamp: String(decoding: row.timestamp, as: UTF8.self), value: value, score: score)
        oddest.insert(oddity, at: place)
        if oddest.count > StreamScorer.mostOddest { oddest.removeLast() }
    }
}
