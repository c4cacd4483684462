/// A heading as it is compared: case, the kind of dash or space between words, and space around it do not count, nor
/// whether words are told apart by a capital alone, as in `invoiceDate`.
package struct HeadingName: Hashable, Sendable {
    /// As it is compared.
    package let text: String

    /// Folds a heading as written.
    package init(_ written: some StringProtocol) {
        var text = ""
        var isSpaced = false
        var followsSmallLetter = false
        for scalar in written.unicodeScalars {
            if Self.isSpace(scalar) {
                isSpaced = !text.isEmpty
                followsSmallLetter = false
            } else {
                let isCapital = scalar.properties.isUppercase
                if isSpaced || isCapital && followsSmallLetter { text.unicodeScalars.append(" ") }
                isSpaced = false
                followsSmallLetter = scalar.properties.isLowercase
                text += isCapital ? scalar.properties.lowercaseMapping : String(scalar)
            }
        }
        self.text = text
    }

    /// Sources write `seller-sku`, `seller_sku`, `Seller SKU` and, where a word processor was at work, an en dash.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "_", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FEFF}": true
        // The tables of Unicode are slow to ask.
        case "\u{0}"..."\u{7F}": scalar == " " || "\t"..."\r" ~= scalar
        default: scalar.properties.isWhitespace
        }
    }
}

extension HeadingName {
    /// Whether it has the words of another, one after the other.
    func contains(_ other: HeadingName) -> Bool { " \(text) ".contains(" \(other.text) ") }
}

extension HeadingName: ExpressibleByStringLiteral {
    package init(stringLiteral written: String) { self.init(written) }
}
