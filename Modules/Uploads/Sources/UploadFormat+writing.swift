import FlywheelKit
import Texts

extension UploadFormat {
    /// The bytes of a file that changes these listings, in UTF-8; equal lines give equal bytes.
    ///
    /// Throws the ``UploadError`` of the first line that ``check(_:for:)`` refuses.
    public func bytes(of lines: [UploadLine], for owner: UploadOwner) throws(UploadError) -> [UInt8] {
        for line in lines { try check(line, for: owner) }
        let text =
            switch self {
            case .amazonPrices: Self.amazonPrices(lines)
            case .amazonListings: AmazonPatches(owner).feed(lines)
            case .amazonPreview: AmazonPatches(owner).previews(lines)
            case .walmartPrices: Self.walmartPrices(lines)
            case .ebayRevise: Self.ebayRevise(lines, on: owner.marketplace)
            case .table: Self.table(lines)
            }
        return Array(text.utf8)
    }

    /// Quotes are data in this file, so nothing is quoted; `check` keeps tabs and line ends out.
    private static func amazonPrices(_ lines: [UploadLine]) -> String {
        let headings = [
            "sku", "price", "minimum-seller-allowed-price", "maximum-seller-allowed-price", "quantity",
            "handling-time", "fulfillment-channel",
        ]
        let blank = [String](repeating: "", count: headings.count - 2)
        let rows = lines.compactMap { line in line.price.map { [line.sku, $0.amount] + blank } }
        return ([headings] + rows).map { $0.joined(separator: "\t") + "\r\n" }.joined()
    }

    private static func ebayRevise(_ lines: [UploadLine], on marketplace: String) -> String {
        guard case .ebay(let site?) = Platform(marketplace: marketplace) else { return "" }
        return site.revise(lines)
    }

    private static func walmartPrices(_ lines: [UploadLine]) -> String {
        let items = lines.compactMap { line in
            line.price.map { price in
                JSONText.object([
                    ("sku", .text(line.sku)),
                    (
                        "pricing",
                        .array([
                            .object([
                                (
                                    "currentPrice",
                                    .object([
                                        ("currency", .text(price.currency.code)), ("amount", .number(price.amount)),
                                    ])
                                ), ("currentPriceType", .text("BASE")),
                            ])
                        ])
                    ),
                ])
            }
        }
        return JSONText.object([
            ("PriceHeader", .object([("version", .text("1.7"))])), ("Price", .array(items)),
        ]).line + "\n"
    }

    private static func table(_ lines: [UploadLine]) -> String {
        let rows = lines.flatMap { line -> [[String]] in
            switch line.change {
            case .price(let price): [[line.sku, "price", price.to.amount, price.to.currency.code]]
            case .attributes(let attributes): attributes.map { [line.sku, $0.name, $0.value ?? "", ""] }
            }
        }
        return ([["sku", "attribute", "value", "currency"]] + rows).map(CSVRow.line).joined()
    }
}
