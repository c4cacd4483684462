import FlywheelKit

/// A kind of file in rows whose rows do not stand for themselves: the lines of an order say once when it was placed, the
/// places that hold a listing's stock have a row each.
///
/// Its rows are gathered by what they have in common, and what was gathered is a record as those of JSON documents are. So one
/// file may feed several feeds.
struct SheetKind: Sendable {
    let title: String
    /// Headings of which each must be there, or its alternatives.
    let markers: [[HeadingAlias]]
    /// Other headings that are read.
    let known: [HeadingAlias]
    /// Under which heading rows that belong together say the same; each row is alone where that is blank.
    let key: [HeadingAlias]
    /// Whether such rows may stand anywhere in the file, which is then held in memory; else they follow one another.
    var isScattered = false
    /// Headings whose blank cells say something: they are there without a value, as other blank ones are not.
    var blanksThatTell: Set<HeadingName> = []
    let tables: [DocumentTable]

    static let all = walmart + shopify + ebay

    /// How the file is recognised.
    var formats: [FileFormat] {
        tables.prefix(1).map { table in
            FileFormat(
                title: title, feed: table.feed, channel: table.channel, markers: markers,
                columns: known.map { ColumnHeadings($0.written, [$0]) }, subject: key,
                sheet: self)
        }
    }
}

/// The cells of a row of a sheet.
extension JSONValue {
    /// The content of a row's cell under the first of these headings that has any.
    func cell(_ headings: HeadingName...) -> String? {
        headings.lazy.compactMap { self[$0.text]?.cell }.first
    }

    /// Whether a row's cell under one of these headings is there and blank; for ``SheetKind/blanksThatTell``.
    func isBlank(_ headings: HeadingName...) -> Bool {
        headings.contains { self[$0.text] != nil && self[$0.text]?.cell == nil }
    }
}
