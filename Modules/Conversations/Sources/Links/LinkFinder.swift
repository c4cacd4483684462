/// Finds what a text names: orders, products, listings and cases of marketplaces.
public enum LinkFinder {
    /// What a text names, each thing once with the best that speaks for it, in the order of the text.
    ///
    /// - An order: Amazon's `123-1234567-1234567` and eBay's `12-12345-12345` by their form; `#1001` and other numbers of
    ///   five digits and more behind a word such as *order*.
    /// - A product: an ASIN, `B0` and eight capitals and digits by its form; any ten behind *ASIN*.
    /// - A listing: what follows *SKU*; and, as a candidate that only a catalogue makes one, any word of capitals and digits
    ///   with a hyphen between.
    /// - A case: 10 or 11 digits behind a word such as *case*, and nowhere else, because numbers of telephones look so too.
    public static func links(in text: String) -> [FoundLink] {
        var found = FoundLinks()
        let words = TextWord.all(in: text)
        for (index, word) in words.enumerated() where word.hasDigit {
            let label = Label.of(words, at: index)
            for code in word.parts {
                if let link = link(code, label: label, afterHash: word.afterHash) { found.add(link) }
            }
            if label == .listing, let code = word.sku { found.add(FoundLink(.listing, code, .named)) }
        }
        return found.links
    }

    private static func link(_ code: Substring, label: Label?, afterHash: Bool) -> FoundLink? {
        let form = CodeForm(code)
        switch form {
        case .amazonOrder, .ebayOrder: return FoundLink(.order, String(code), label == .order ? .named : .shaped)
        case .asin: return FoundLink(.product, String(code), label == .product ? .named : .shaped)
        case .digits(let count):
            switch label {
            case .order where afterHash && count >= 3: return FoundLink(.order, "#\(code)", .named)
            case .order where count >= 5: return FoundLink(.order, String(code), .named)
            case .marketplaceCase where 10...11 ~= count: return FoundLink(.marketplaceCase, String(code), .named)
            case .product where count == 10: return FoundLink(.product, String(code), .named)
            default: return nil
            }
        case .mixed:
            if label == .product, code.utf8.count == 10, !code.contains("-") {
                return FoundLink(.product, code.uppercased(), .named)
            }
            return nil
        case .candidate: return label == .listing ? nil : FoundLink(.listing, String(code), .shaped)
        case .other: return nil
        }
    }
}
