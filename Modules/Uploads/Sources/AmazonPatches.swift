import FlywheelKit
import Texts

/// Patches of Amazon's Listings Items API (2021-08-01), alone or in a listings feed (version 2.0).
///
/// `replace` of `purchasable_offer` sets the offer of the marketplace that it names; limits of price that stood in the
/// offer before are to be set again, so the price file is the usual form of a price.
struct AmazonPatches {
    private let marketplace: String
    private let seller: String

    init(_ owner: UploadOwner) {
        marketplace = Marketplace.named(owner.marketplace)?.id ?? owner.marketplace
        seller = owner.seller ?? ""
    }

    /// A feed of one message for each listing.
    func feed(_ lines: [UploadLine]) -> String {
        let messages = lines.enumerated().map { index, line in
            JSONText.object([
                ("messageId", .number(String(index + 1))), ("sku", .text(line.sku)),
                ("operationType", .text("PATCH")), ("productType", .text(productType(of: line))),
                ("patches", patches(of: line)),
            ])
        }
        return JSONText.object([
            ("header", .object([("sellerId", .text(seller)), ("version", .text("2.0"))])),
            ("messages", .array(messages)),
        ]).line + "\n"
    }

    /// A request line and its body for each listing, a blank line between them.
    func previews(_ lines: [UploadLine]) -> String {
        lines.map { line in
            let body = JSONText.object([
                ("productType", .text(productType(of: line))), ("patches", patches(of: line)),
            ])
            let path = "/listings/2021-08-01/items/\(Self.escaped(seller))/\(Self.escaped(line.sku))"
            return "PATCH \(path)?marketplaceIds=\(marketplace)&mode=VALIDATION_PREVIEW\n\(body.line)\n"
        }.joined(separator: "\n")
    }

    /// Offers can be patched under the type of all products; other attributes belong to one.
    private func productType(of line: UploadLine) -> String {
        let isType = line.productType?.utf8.allSatisfy { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard case .attributes = line.change, isType == true, let type = line.productType, !type.isEmpty else {
            return "PRODUCT"
        }
        return type
    }

    private func patches(of line: UploadLine) -> JSONText {
        switch line.change {
        case .price(let price): .array([replacing("purchasable_offer", by: offer(price.to))])
        case .attributes(let attributes):
            .array(attributes.map { replacing($0.name, by: value($0.value ?? "", of: $0.name)) })
        }
    }

    private func replacing(_ attribute: String, by value: JSONText) -> JSONText {
        .object([
            ("op", .text("replace")), ("path", .text("/attributes/\(attribute)")), ("value", .array([value])),
        ])
    }

    private func offer(_ price: Money) -> JSONText {
        let schedule = JSONText.object([
            ("schedule", .array([.object([("value_with_tax", .number(price.amount))])]))
        ])
        return .object([
            ("marketplace_id", .text(marketplace)), ("currency", .text(price.currency.code)),
            ("our_price", .array([schedule])),
        ])
    }

    /// Images are located, everything else is said.
    private func value(_ text: String, of attribute: String) -> JSONText {
        let key = attribute.contains("image_locator") ? "media_location" : "value"
        return .object([(key, .text(text)), ("marketplace_id", .text(marketplace))])
    }

    /// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(decoding: [byte], as: UTF8.self)
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
