import FlywheelKit

/// What stands for a currency beside an amount.
enum CurrencyMark {
    /// The signs in use at marketplaces, and the currencies each may mean.
    private static let signs: [String: [String]] = [
        "$": ["USD", "CAD", "AUD", "MXN", "SGD", "HKD", "TWD", "NZD"],
        "US$": ["USD"], "C$": ["CAD"], "CA$": ["CAD"], "A$": ["AUD"], "AU$": ["AUD"], "MX$": ["MXN"], "S$": ["SGD"],
        "HK$": ["HKD"], "NT$": ["TWD"], "NZ$": ["NZD"], "R$": ["BRL"],
        "€": ["EUR"], "£": ["GBP", "EGP"], "¥": ["JPY", "CNY"], "￥": ["JPY", "CNY"], "円": ["JPY"], "₹": ["INR"],
        "₺": ["TRY"], "zł": ["PLN"], "kr": ["SEK", "DKK", "NOK", "ISK"], "kr.": ["SEK", "DKK", "NOK", "ISK"],
        "Kč": ["CZK"], "lei": ["RON"],
    ]

    /// Whether `text` is a sign in use at marketplaces or three capital letters, as ISO 4217 codes are.
    static func isKnown(_ text: String) -> Bool {
        signs[text] != nil || text.utf8.count == 3 && text.utf8.allSatisfy { 0x41...0x5A ~= $0 }
    }

    private static let codesInUse = Set(signs.values.joined())

    /// Whether `text` is the code of a currency of which a sign is in use at marketplaces, in capital letters.
    static func isCodeInUse(_ text: String) -> Bool { codesInUse.contains(text) }

    /// The currencies that a known sign or code may mean.
    static func currencies(of mark: String) -> (currencies: [Currency], isCode: Bool) {
        if let codes = signs[mark] { return (codes.compactMap { Currency($0) }, false) }
        return (Currency(mark).map { [$0] } ?? [], true)
    }
}
