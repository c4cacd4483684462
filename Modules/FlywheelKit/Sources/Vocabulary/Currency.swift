/// An ISO 4217 currency, such as `USD`.
///
/// Three upper-case letters packed into four bytes, so that columns of money stay plain memory.
public struct Currency: Hashable, Sendable, BitwiseCopyable {
    private let packed: UInt32

    /// The currency of a three-letter code in either case; `nil` for anything else.
    public init?(_ code: some StringProtocol) {
        let letters = Array(code.utf8)
        guard letters.count == 3 else { return nil }
        var packed: UInt32 = 0
        for letter in letters {
            let upper = letter & 0xDF
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) else { return nil }
            packed = packed << 8 | UInt32(upper)
        }
        self.packed = packed
    }

    private init(packed: UInt32) { self.packed = packed }

    /// `XXX`, the code ISO 4217 reserves for "no currency": what an unknown value of a money column holds.
    static let none = Currency(packed: 0x58_58_58)

    /// The three letters, upper case.
    public var code: String {
        String(decoding: [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)], as: UTF8.self)
    }

    /// Decimal digits of the minor unit: 2 for the dollar, 0 for the yen, 3 for the Kuwaiti dinar (ISO 4217).
    public var minorDigits: Int {
        if self == Self.dollar { return 2 }
        return Self.whole.contains(self) ? 0 : Self.inThousandths.contains(self) ? 3 : 2
    }

    /// Asked for more often than all others.
    private static let dollar = Currency(packed: 0x55_53_44)
    private static let whole = all("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")
    private static let inThousandths = all("BHD IQD JOD KWD LYD OMR TND")

    private static func all(_ codes: String) -> Set<Currency> {
        Set(codes.split(separator: " ").compactMap { Currency($0) })
    }

    /// Minor units in one unit: 100 for the dollar.
    public var minorUnitsPerUnit: Int64 {
        switch minorDigits {
        case 0: 1
        case 3: 1_000
        default: 100
        }
    }
}

extension Currency: Comparable {
    /// Alphabetical order of the codes.
    public static func < (left: Currency, right: Currency) -> Bool { left.packed < right.packed }
}

extension Currency: CustomStringConvertible {
    /// The three letters.
    public var description: String { code }
}

extension Currency: Codable {
    /// Reads the three letters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let currency = Currency(code) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(code)\" is not a three-letter currency code")
        }
        self = currency
    }

    /// Writes the three letters.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
