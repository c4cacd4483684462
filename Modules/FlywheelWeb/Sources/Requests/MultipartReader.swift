/// Takes a form with files (`multipart/form-data`, RFC 7578) apart as its bytes arrive: it holds one piece of them, never a
/// part.
struct MultipartReader {
    /// What the bytes so far say.
    enum Piece: Hashable {
        /// A part begins: the name of its field, and the file's own where it is one.
        case begin(field: String, file: String?)
        /// Bytes of the part.
        case content(ArraySlice<UInt8>)
        /// The part ends.
        case end
    }

    private enum Place {
        case outside, behindMark, head, content, over
    }

    /// The most bytes that the head of a part may have; browsers write some two hundred.
    private static let mostHead = 16 * 1_024

    private let mark: [UInt8]
    private var place = Place.outside
    /// The first mark has no line before it, and is found as if it had.
    private var pending: [UInt8] = [0x0D, 0x0A]

    /// A reader of the form whose parts this boundary stands between.
    init(boundary: String) { mark = Array("\r\n--\(boundary)".utf8) }

    /// The reader of a form by its media type; `nil` where that is no form with files.
    init?(contentType: String?) {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty
        else { return nil }
        self.init(boundary: boundary)
    }

    /// Whether the end of the form was seen.
    var isOver: Bool { place == .over }

    /// What the next bytes say.
    mutating func read(_ bytes: some Sequence<UInt8>) throws(FormError) -> [Piece] {
        // What follows the end means nothing (RFC 2046, 5.1.1).
        guard !isOver else { return [] }
        pending += bytes
        var rest = pending[...]
        var pieces: [Piece] = []
        while try advance(&rest, &pieces) {}
        pending = Array(rest)
        return pieces
    }

    /// Goes on as far as the bytes allow; `false` where it takes more of them.
    private mutating func advance(_ rest: inout ArraySlice<UInt8>, _ pieces: inout [Piece]) throws(FormError) -> Bool {
        switch place {
        case .outside, .content:
            let found = Self.find(mark, in: rest)
            // The last bytes may be the beginning of a mark.
            let end = found ?? max(rest.startIndex, rest.endIndex - mark.count + 1)
            if place == .content, end > rest.startIndex { pieces.append(.content(rest[..<end])) }
            rest = rest[end...]
            guard found != nil else { return false }
            if place == .content { pieces.append(.end) }
            rest = rest.dropFirst(mark.count)
            place = .behindMark
        case .behindMark:
            guard rest.count >= 2 else { return false }
            switch Array(rest.prefix(2)) {
            case Array("\r\n".utf8): place = .head
            case Array("--".utf8): place = .over
            default: throw .malformed
            }
            rest = rest.dropFirst(2)
        case .head:
            let gap = Array("\r\n\r\n".utf8)
            guard let end = Self.find(gap, in: rest) else {
                guard rest.count <= Self.mostHead else { throw .malformed }
                return false
            }
            place = .outside
            if let begin = Self.begin(String(decoding: rest[..<end], as: UTF8.self)) {
                pieces.append(begin)
                place = .content
            }
            rest = rest[(end + gap.count)...]
        case .over: return false
        }
        return true
    }

    /// What a part's head says it is; `nil` where it is no part of a form.
    private static func begin(_ head: String) -> Piece? {
        let lines = head.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let field = parameter("name", of: line)
        else { return nil }
        return .begin(field: field, file: parameter("filename", of: line))
    }

    /// A parameter of a header. A quoted one ends at its closing quote, and browsers write a quote within it as `%22`.
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        var rest = String(header).drop { $0 != ";" }
        while !rest.isEmpty {
            rest = rest.dropFirst().drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[key.endIndex...]
            guard rest.first == "=" else { continue }
            let isQuoted = rest.dropFirst().first == "\""
            let value = rest.dropFirst(isQuoted ? 2 : 1).prefix { $0 != (isQuoted ? "\"" : ";") }
            if key.lowercased() == name {
                return isQuoted ? String(value).replacing("%22", with: "\"") : String(value)
            }
            rest = rest[value.endIndex...].drop { $0 != ";" }
        }
        return nil
    }

    /// Where a mark stands first.
    private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = mark.first else { return nil }
        var place = bytes.startIndex
        while let found = bytes[place...].firstIndex(of: first), found + mark.count <= bytes.endIndex {
            if bytes[found..<(found + mark.count)].elementsEqual(mark) { return found }
            place = found + 1
        }
        return nil
    }
}

/// Why a form was not taken.
enum FormError: Error, Hashable {
    /// It is not put together as forms with files are.
    case malformed
    /// It ended before its end was said.
    case cut
    /// It has more files than are taken at once.
    case tooManyFiles
    /// What was filled in is longer than any form's fields.
    case tooLong
}
