/// What a file is when it is not text in rows, told by its first bytes.
package enum BinaryKind: Hashable, Sendable {
    case zip, spreadsheet, legacySpreadsheet, pdf, image, gzipInGzip
    /// HTML or XML. A page that says "please sign in" is often saved under the name of the report.
    case webPage
    /// Holds NUL bytes, which no text export does (UTF-16 is known by its mark).
    case other

    /// Looks at the start of a file, after decompression.
    init?(head: [UInt8]) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = head.contains(subsequence: Array("[Content_Types].xml".utf8)) ? .spreadsheet : .zip
        } else if head.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .legacySpreadsheet
        } else if head.starts(with: InflateStream.magic) {
            self = .gzipInGzip
        } else if Self.imageStarts.contains(where: { head.starts(with: $0) }) {
            self = .image
        } else if Self.isWebPage(head) {
            self = .webPage
        } else if head.contains(0), ByteOrderMark(head: head)?.isUTF16 != true {
            self = .other
        } else {
            return nil
        }
    }

    /// PNG, JPEG and GIF.
    private static let imageStarts: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]

    private static func isWebPage(_ head: [UInt8]) -> Bool {
        let text = head.dropFirst(ByteOrderMark(head: head) == .utf8 ? ByteOrderMark.utf8.count : 0)
        let start = text.drop { " \t\r\n".utf8.contains($0) }.prefix(9).map { $0 | 0x20 }
        return ["<!doctype", "<html", "<?xml"].contains { start.starts(with: $0.utf8.map { $0 | 0x20 }) }
    }

    var found: String {
        switch self {
        case .zip: "a ZIP archive"
        case .spreadsheet: "a spreadsheet workbook (xlsx)"
        case .legacySpreadsheet: "a spreadsheet workbook (xls)"
        case .pdf: "a PDF document"
        case .image: "an image"
        case .gzipInGzip: "a gzip file inside a gzip file"
        case .webPage: "a web page (HTML or XML)"
        case .other: "binary data (NUL bytes)"
        }
    }

    var remedy: String {
        switch self {
        case .zip: "unzip it first and import the files inside"
        case .spreadsheet, .legacySpreadsheet: "save the sheet as CSV (UTF-8) and import that"
        case .pdf, .image: "download the report as CSV or tab-separated text"
        case .gzipInGzip: "decompress it once and import the result"
        case .webPage: "sign in and download the report as CSV or tab-separated text"
        case .other: "export it as CSV or tab-separated text, in UTF-8 or in UTF-16 with a byte order mark"
        }
    }
}

extension [UInt8] {
    fileprivate func contains(subsequence wanted: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: wanted) }
    }
}
