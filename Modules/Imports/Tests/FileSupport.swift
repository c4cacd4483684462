import Calendars
import FlywheelKit
import Foundation
@testable import Imports

/// What reading a file gave, all deliveries together.
struct Reading {
    var file: RecognizedFile
    var codes: [String] = []
    var products: [String?] = []
    var columns: [String: ColumnData] = [:]
    var rejected: [RejectedRow] = []
    var deliveries: [Int] = []
    var summary = FileSummary()

    func values<Value>(_ column: Column<Value>) -> [Value?] {
        guard let values = columns[column.name].flatMap(Value.values(of:)) else { return [] }
        return (0..<values.count).map { values[$0] }
    }

    var codesOfRejects: [RejectedRow.Code] { rejected.map(\.code) }
}

/// The feeds of the kit.
let kitFeeds = Feed.ofTheKit

extension ImportContext {
    /// A context with the zones of this system.
    static func test(
        account: String? = nil, marketplace: String? = nil, currency: String? = nil, at: Instant? = nil,
        decimal: DecimalStyle? = nil, kind: String? = nil
    ) -> ImportContext {
        ImportContext(
            account: account, marketplace: marketplace, currency: currency.flatMap { Currency($0) }, at: at,
            decimal: decimal, kind: kind, zone: { zones[$0] })
    }

    /// The zones tests need, by their rules of 2026, whatever the machine has.
    private static let zones: [String: TimeZoneTable] = [
        "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0", "Europe/Berlin": "CET-1CEST,M3.5.0,M10.5.0/3",
        "Asia/Tokyo": "JST-9",
    ].compactMapValues { rule in
        // Two empty blocks, as RFC 9636 has them, and the rule behind them.
        let counts: [UInt8] = [0, 0, 0, 0, 1, 4].flatMap { [0, 0, 0, $0] }
        let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts
        let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
        return try? TimeZoneTable(
            identifier: rule, tzif: header + block + header + block + Array("\n\(rule)\n".utf8))
    }
}

/// Opens `bytes` as a file of that name, which may have folders in front.
func recognize(
    _ bytes: [UInt8], named name: String = "export.txt", _ context: ImportContext = .test(), feeds: [Feed] = kitFeeds,
    options: RowReader.Options = RowReader.Options()
) throws -> RecognizedFile {
    try withFile(bytes, named: name) { path in
        try FileImporter(feeds: feeds, context: context, options: options).open(path)
    }
}

func recognize(
    _ text: String, named name: String = "export.txt", _ context: ImportContext = .test(), feeds: [Feed] = kitFeeds
) throws -> RecognizedFile {
    try recognize(Array(text.utf8), named: name, context, feeds: feeds)
}

/// Opens and reads `bytes` as a file of that name.
func read(
    _ bytes: [UInt8], named name: String = "export.txt", _ context: ImportContext = .test(), feeds: [Feed] = kitFeeds,
    rejectsAtOnce: Int = 8_192, options: RowReader.Options = RowReader.Options()
) throws -> Reading {
    try withFile(bytes, named: name) { path in
        let file = try FileImporter(feeds: feeds, context: context, options: options).open(path)
        return try read(file, rejectsAtOnce: rejectsAtOnce)
    }
}

func read(
    _ text: String, named name: String = "export.txt", _ context: ImportContext = .test(), feeds: [Feed] = kitFeeds
) throws -> Reading {
    try read(Array(text.utf8), named: name, context, feeds: feeds)
}

/// Opens and reads all tables of a text as a file of that name.
func readAll(_ text: String, named name: String = "export.txt", _ context: ImportContext = .test()) throws -> [Reading]
{
    try withFile(Array(text.utf8), named: name) { path in
        try FileImporter(feeds: kitFeeds, context: context).openAll(path).flatMap { try $0.tables.get() }.map {
            try read($0)
        }
    }
}

func read(_ file: RecognizedFile, rejectsAtOnce: Int = 8_192) throws -> Reading {
    var reading = Reading(file: file)
    reading.summary = try file.read(rejectsAtOnce: rejectsAtOnce) { facts, rejected in
        reading.codes += facts.codes
        reading.products += (0..<facts.products.count).map { facts.products[$0] }
        for (name, data) in facts.columns {
            reading.columns[name] = ColumnData.joined([reading.columns[name], data].compactMap { $0 })
        }
        reading.rejected += rejected
        reading.deliveries.append(facts.codes.count)
    }
    return reading
}

/// Calls `body` with the path of a file in a folder of its own, which is gone afterwards.
func withFile<Result>(_ bytes: [UInt8], named name: String, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "imports-\(UUID().uuidString)")
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: file)
    return try body(file.path)
}

/// Rows of cells as tab-separated text.
func table(_ rows: [String]...) -> String {
    rows.map { $0.joined(separator: "\t") + "\r\n" }.joined()
}

/// An amount in US dollars.
func dollars(_ cents: Int64) -> Money? { Currency("USD").map { Money(minorUnits: cents, $0) } }
