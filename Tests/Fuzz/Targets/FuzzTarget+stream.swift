import SeriesFiles

extension FuzzTarget {
    /// A stream of moments and values: scored, or refused with a place, and alike however it comes in.
    static let stream = FuzzTarget("stream") { bytes in
        let whole = try outcome(of: bytes, pieces: 1 << 20)
        let pieces = try outcome(of: bytes, pieces: 7)
        switch (whole, pieces) {
        case (.success(let whole), .success(let pieces)):
            try hold(whole.text == pieces.text, "other scores in pieces of 7 bytes")
            try hold(whole.summary == pieces.summary, "expected \(whole.summary), found \(pieces.summary)")
            try hold(whole.summary.oddest.allSatisfy { $0.score < 1 }, "a score of 1 and more: \(whole.summary)")
        case (.failure(let whole), .failure(let pieces)):
            try hold(whole == pieces && whole.line > 0, "expected \(whole), found \(pieces) in pieces of 7 bytes")
        default:
            throw Broken("whole: \(whole), in pieces of 7 bytes: \(pieces)")
        }
    }

    private static func outcome(
        of bytes: [UInt8], pieces: Int
    ) throws -> Result<(text: [UInt8], summary: StreamScorer.Summary), SeriesFault> {
        var (left, text): (ArraySlice<UInt8>, [UInt8]) = (bytes[...], [])
        do {
            let summary = try StreamScorer().run(
                read: {
                    defer { left = left.dropFirst(pieces) }
                    return left.isEmpty ? nil : Array(left.prefix(pieces))
                }, write: { text += $0 })
            return .success((text, summary))
        } catch let fault as SeriesFault {
            return .failure(fault)
        }
    }
}
