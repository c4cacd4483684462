import Imports

extension FuzzTarget {
    /// Gzip, byte order marks and UTF-16: the bytes of a file as text, never more of them than allowed.
    static let bytes = FuzzTarget("bytes") { bytes in
        let limits = ReadLimits(bytes: 1 << 18, ratio: 50, ratioGrace: 1 << 12)
        var total = 0
        do {
            let source = try ByteSource.of(bytes, limits: limits)
            var buffer = [UInt8](repeating: 0, count: 4_099)
            while case let count = try source.fill(&buffer), count > 0 { total += count }
        } catch let error as ReadError {
            try hold(!error.description.isEmpty, "expected a reason")
        }
        try hold(total <= limits.bytes, "expected at most \(limits.bytes) bytes, found \(total)")
    }

    /// Cells in each encoding: whatever the bytes, a text, and the place of the first bad one inside the cell.
    static let text = FuzzTarget("text") { bytes in
        for encoding in [TextEncoding.utf8, .windows1252, .windows31J] {
            let decoded = TextDecoder(encoding).decode(bytes.span)
            guard let place = decoded.badByte else { continue }
            try hold(bytes.indices.contains(place), "bad byte \(place) of \(bytes.count) in \(encoding)")
            try hold(
                decoded.text.unicodeScalars.contains("\u{FFFD}"),
                "byte \(place) is bad and nothing was replaced in \(encoding)")
        }
    }
}
