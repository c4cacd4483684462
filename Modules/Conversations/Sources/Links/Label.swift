/// What the words in front of a code say that it is.
enum Label: Hashable {
    case order, product, listing, marketplaceCase

    /// How many words may stand between the label and the code.
    private static let reach = 3

    /// What is said of the word at `index`.
    static func of(_ words: [TextWord], at index: Int) -> Label? {
        var index = index
        for step in 0...reach {
            let gap = words[index].gap
            guard index > 0, gap.unicodeScalars.count <= 4, !gap.contains(where: \.isNewline) else { return nil }
            let word = words[index - 1].text.lowercased()
            if let label = named[word] ?? (word.utf8.contains { $0 >= 0x80 } ? ideographic(word) : nil) {
                // "I closed the case. 0123456789 is my number" says nothing of the number.
                return step == 0 && gap.contains(where: { ".,;!?".contains($0) }) ? nil : label
            }
            guard between.contains(word) else { return nil }
            index -= 1
        }
        return nil
    }

    /// Words that say what the next code is, in the languages of the marketplaces.
    private static let named: [String: Label] = {
        let words: [(Label, [String])] = [
            (
                .order,
                [
                    "order", "orders", "orderid", "order-id", "order-no", "order-number", "ordernumber", "purchase",
                    "po",
                    "bestellung", "bestellnummer", "bestellnr", "bestell-nr", "auftrag", "auftragsnummer", "pedido",
                    "commande", "ordine", "bestelling", "bestelnummer", "zamówienie", "zamówienia", "beställning",
                    "sipariş", "encomenda",
                ]
            ),
            (.product, ["asin", "asins"]),
            (.listing, ["sku", "skus", "msku", "seller-sku", "artikelnummer", "artikelnr", "item-number"]),
            (
                .marketplaceCase,
                [
                    "case", "cases", "caseid", "case-id", "case-number", "casenumber", "fall", "fallnummer", "fall-id",
                    "fall-nr", "vorgang", "vorgangsnummer", "caso", "cas", "dossier", "sprawa", "sprawy", "zaak",
                    "ärende",
                ]
            ),
        ]
        return Dictionary(
            words.flatMap { label, words in words.map { ($0, label) } }, uniquingKeysWith: { first, _ in first })
    }()

    /// Japanese and Chinese run words together, so the one that counts may end a longer one.
    private static func ideographic(_ word: String) -> Label? {
        if word.contains("注文") || word.contains("订单") || word.contains("訂單") { return .order }
        if word.contains("ケース") || word.contains("案例") { return .marketplaceCase }
        return nil
    }

    /// Words that may stand between a label and its code.
    private static let between: Set = [
        "id", "ids", "no", "nr", "num", "number", "nummer", "numero", "número", "numéro", "n", "nº", "is", "was", "ist",
        "lautet", "es", "est", "code", "with", "mit", "番号", "の",
    ]
}
