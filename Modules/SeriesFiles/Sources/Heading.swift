/// The headings that a file must begin with.
enum Heading {
    /// A first line that is longer is none.
    static let mostBytes = 1_000
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Throws where a first line, without its line feed, says something else.
    static func check(_ line: some Collection<UInt8>, says headings: String) throws(SeriesFault) {
        var text = Array(line.starts(with: byteOrderMark) ? line.dropFirst(byteOrderMark.count) : line[...])
        if text.last == .carriageReturn { text.removeLast() }
        // Programs that quote all texts quote headings too.
        let names = text.split(separator: .comma, omittingEmptySubsequences: false).map(\.withoutQuotes)
        guard !names.joined(separator: [.comma]).elementsEqual(headings.utf8) else { return }
        guard !text.contains(.carriageReturn) else {
            throw SeriesFault(line: 1, column: 1, "lines end with CR alone, expected LF or CR LF")
        }
        let found = text.isEmpty ? "nothing" : "\"\(String(decoding: text.prefix(80), as: UTF8.self))\""
        throw SeriesFault(line: 1, column: 1, "the first line is \(found), expected the headings \(headings)")
    }
}

extension RandomAccessCollection<UInt8> where SubSequence: RandomAccessCollection<UInt8> {
    /// What a cell says that holds no quote itself: without those around it.
    var withoutQuotes: SubSequence {
        count >= 2 && first == .quote && last == .quote ? dropFirst().dropLast() : self[...]
    }
}
