import FlywheelKit

extension UploadFormat {
    /// Refuses a change that the form cannot carry, or the marketplace would not take.
    public func check(_ line: UploadLine, for owner: UploadOwner) throws(UploadError) {
        let platform = Platform(marketplace: owner.marketplace)
        try checkPlatform(platform, owner)
        guard !line.sku.isEmpty, !line.sku.unicodeScalars.contains(where: { "\t\r\n".unicodeScalars.contains($0) })
        else { throw .sku(line.sku) }
        switch line.change {
        case .price(let price):
            if let expected = platform.currency, price.to.currency != expected {
                throw .currency(sku: line.sku, found: price.to.currency, expected: expected)
            }
            guard price.to.minorUnits > 0 else { throw .price(sku: line.sku, price.to) }
        case .attributes(let attributes):
            guard [.amazonListings, .amazonPreview, .table].contains(self) else {
                throw .kind(self, sku: line.sku)
            }
            for attribute in attributes {
                guard Self.isName(attribute.name) else { throw .attribute(sku: line.sku, attribute.name) }
                guard attribute.value != nil else { throw .value(sku: line.sku, attribute: attribute.name) }
            }
        }
        if self == .ebayRevise {
            let digits = line.product.map { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } } ?? false
            guard digits else { throw .itemNumber(sku: line.sku, found: line.product) }
        }
    }

    private func checkPlatform(_ platform: Platform, _ owner: UploadOwner) throws(UploadError) {
        switch (self, platform) {
        case (.amazonPrices, .amazon), (.table, _): break
        case (.amazonListings, .amazon), (.amazonPreview, .amazon):
            guard owner.seller != nil else { throw .sellerMissing(self) }
        case (.walmartPrices, .walmart) where platform.currency != nil: break
        case (.ebayRevise, .ebay) where platform.currency != nil: break
        default: throw .marketplace(owner.marketplace, self)
        }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
