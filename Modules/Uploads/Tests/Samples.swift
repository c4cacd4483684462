import FlywheelKit
import Uploads

/// A generator whose numbers depend on its seed alone (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

let america = UploadOwner(marketplace: "ATVPDKIKX0DER", seller: "A1SELLER")

func price(_ sku: String, _ minorUnits: Int64, _ code: String = "USD", product: String? = nil) -> UploadLine? {
    Currency(code).map { currency in
        UploadLine(
            sku: sku, product: product,
            change: .price(
                PriceChange(
                    from: Money(minorUnits: minorUnits + 100, currency), to: Money(minorUnits: minorUnits, currency),
                    unitsNow: 1, unitsThen: 2)))
    }
}

func attributes(_ sku: String, _ values: [AttributeChange], type: String? = nil) -> UploadLine {
    UploadLine(sku: sku, productType: type, change: .attributes(values))
}

extension UploadFormat {
    func text(_ lines: [UploadLine], for owner: UploadOwner = america) throws -> String {
        String(decoding: try bytes(of: lines, for: owner), as: UTF8.self)
    }
}
