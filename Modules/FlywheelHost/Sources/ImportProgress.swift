import Foundation
import Imports

/// How far an import is, for people who wait.
public struct ImportProgress: Hashable, Sendable {
    /// The file being read, without its folder.
    public let fileName: String
    /// Its place among the files offered, from 1.
    public let number: Int
    /// How many files were offered.
    public let count: Int
    /// Its rows read so far.
    public private(set) var rows = 0
    /// The share of the file read so far, 0 to 1; `nil` for a compressed one, whose length is known only at its end.
    public private(set) var share: Double?
    private let size: Int?

    init(fileName: String, number: Int, of count: Int, rows: Int, share: Double?) {
        self.fileName = fileName
        self.number = number
        self.count = count
        self.rows = rows
        self.share = share
        size = nil
    }

    init(path: String, number: Int, of count: Int) {
        fileName = (path as NSString).lastPathComponent
        self.number = number
        self.count = count
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        size = fileName.lowercased().hasSuffix(".gz") ? nil : attributes?[.size] as? Int
    }

    /// The same file, so much further on.
    func advanced(to read: ReadProgress) -> ImportProgress {
        var next = self
        next.rows = read.rows
        next.share = size.flatMap { $0 > 0 ? min(1, Double(read.bytes) / Double($0)) : nil }
        return next
    }

    /// The rows the file is expected to have, from those read so far; `nil` where too little is known.
    public var expectedRows: Int? {
        guard let share, share > 0, rows > 0 else { return nil }
        return Int((Double(rows) / share).rounded())
    }
}
