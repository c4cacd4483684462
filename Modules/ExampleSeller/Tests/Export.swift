import ExampleSeller
import FlywheelKit

/// The sellers that tests look at, drawn once.
enum Example {
    /// The year that `flywheel demo` writes.
    static let year = ExampleSeller(seed: 7)
    /// The small one, on the same day.
    static let morning = ExampleSeller(seed: 7, .morning)
    static let files = files(of: morning)
    static let exports = Dictionary(uniqueKeysWithValues: files.map { ($0.name, Export($0)) })

    static func files(of seller: ExampleSeller) -> [ExportedFile] {
        var files: [ExportedFile] = []
        seller.forEachFile { files.append($0) }
        return files
    }
}

/// One exported file as rows of cells by heading.
struct Export {
    let headings: [String]
    let rows: [[String]]

    init(_ file: ExportedFile) {
        // Latin-1 is near enough to read what is looked at here.
        let text =
            String(validating: file.bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(file.bytes.map { Unicode.Scalar($0) }))
        let separator: Character =
            file.name.hasSuffix(".csv") ? (text.prefix { $0 != "\r\n" }.contains(";") ? ";" : ",") : "\t"
        let lines = text.split(separator: "\r\n").map {
            $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        }
        headings = lines.first ?? []
        rows = Array(lines.dropFirst())
    }

    /// The cells under a heading; under the first of that name.
    func column(_ heading: String) -> [String] {
        headings.firstIndex(of: heading).map { index in rows.map { $0[index] } } ?? []
    }
}

/// An order line as the tests look at it.
struct Sale {
    let order: String
    let sku: String
    let placed: Instant
    let updated: Instant
    let status: String
    let day: Day
    let units: Int

    /// The sales of a shop's orders, by the marketplace's own days: seven hours before UTC a day of Los Angeles has
    /// begun and not ended at any hour the seller sells. Reports reach over each other: an order of an earlier one is
    /// left out where a later one has it.
    static func all(in files: [ExportedFile], shop: String) -> [Sale] {
        let reports = files.filter { $0.name.hasPrefix("orders-\(shop)") }.map { of(Export($0), shop: shop) }
        var seen: Set<String> = []
        return reports.reversed().flatMap { sales in
            let new = sales.filter { !seen.contains($0.order) }
            seen.formUnion(sales.map(\.order))
            return new
        }.sorted { ($0.placed, $0.order) < ($1.placed, $1.order) }
    }

    private static func of(_ report: Export, shop: String) -> [Sale] {
        let columns = ["amazon-order-id", "sku", "purchase-date", "last-updated-date", "order-status", "quantity"]
            .map(report.column)
        return report.rows.indices.compactMap { row in
            guard let placed = Instant(columns[2][row].prefix(19) + "Z"),
                let updated = Instant(columns[3][row].prefix(19) + "Z"), let units = Int(columns[5][row])
            else { return nil }
            let local = placed.advanced(bySeconds: shop == "US" ? -7 * 3_600 : 0)
            return Sale(
                order: columns[0][row], sku: columns[1][row], placed: placed, updated: updated,
                status: columns[4][row], day: local.utcDay, units: units)
        }
    }
}
