/// What a file is when it is not text, told by its first bytes.
package enum BinaryKind: Hashable, Sendable {
    case zip, spreadsheet, legacySpreadsheet, pdf, gzipInGzip
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
        } else if head.starts(with: GunzipStream.magic) {
            self = .gzipInGzip
        } else if head.contains(0), ByteOrderMark(head: head)?.isUTF16 != true {
            self = .other
        } else {
            return nil
        }
    }

    var found: String {
        switch self {
        case .zip: "a ZIP archive"
        case .spreadsheet: "a spreadsheet workbook (xlsx)"
        case .legacySpreadsheet: "a spreadsheet workbook (xls)"
        case .pdf: "a PDF document"
        case .gzipInGzip: "a gzip file inside a gzip file"
        case .other: "binary data (NUL bytes)"
        }
    }

    var remedy: String {
        switch self {
        case .zip: "unzip it first and import the files inside"
        case .spreadsheet, .legacySpreadsheet: "save the sheet as CSV (UTF-8) and import that"
        case .pdf: "download the report as CSV or tab-separated text"
        case .gzipInGzip: "decompress it once and import the result"
        case .other: "export it as CSV or tab-separated text, in UTF-8 or in UTF-16 with a byte order mark"
        }
    }
}

extension [UInt8] {
    fileprivate func contains(subsequence wanted: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: wanted) }
    }
}
