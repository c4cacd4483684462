import ExampleSeller
import FlywheelKit

/// The seller that tests look at, drawn once.
enum Example {
    static let day = Day(epochDays: 20_777)  // 2026-11-20
    static let seller = ExampleSeller(seed: 7, asOf: day)
    static let files = seller.files()
    static let exports = Export.all(files)
}

/// One exported file as rows of cells by heading.
struct Export {
    let headings: [String]
    let rows: [[String]]

    /// The exports, by the name's part before the day: `listings-US`.
    static func all(_ files: [(name: String, bytes: [UInt8])]) -> [String: Export] {
        files.reduce(into: [:]) { exports, file in
            let separator: Character = file.name.hasSuffix(".csv") ? "," : "\t"
            let key = String(file.name.prefix { !$0.isNumber }.dropLast())
            exports[key] = Export(text(of: file.bytes), separator: separator)
        }
    }

    /// Latin-1 is near enough to read what is looked at here.
    private static func text(of bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    init(_ text: String, separator: Character) {
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
    let sku: String
    let day: Day
    let units: Int

    /// The sales of an orders report, by the marketplace's own days: seven hours before UTC a day of Los Angeles has
    /// begun and not ended at any hour the seller sells.
    static func all(in orders: Export, isAmerican: Bool) -> [Sale] {
        let cells = zip(orders.column("sku"), zip(orders.column("purchase-date"), orders.column("quantity")))
        return cells.compactMap { sku, rest in
            guard let placed = Instant(rest.0.prefix(19) + "Z"), let units = Int(rest.1) else { return nil }
            let local = placed.advanced(bySeconds: isAmerican ? -7 * 3_600 : 0)
            return Sale(sku: sku, day: local.utcDay, units: units)
        }
    }
}
