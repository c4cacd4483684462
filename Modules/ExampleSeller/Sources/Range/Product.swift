import Statistics

/// Something sold: goods in a colour and a pack, under one ASIN wherever it is listed.
struct Product {
    let goods: Goods
    let colour: Colour
    /// Pieces in a pack.
    let pieces: Int
    let asin: String

    private static let packs = [1, 2, 4, 6]

    /// How its SKUs begin: `KN-12-BLK`, and `KN-12-BLK-4` for four pieces.
    var code: String { "\(goods.prefix)-\(colour.code)" + (pieces == 1 ? "" : "-\(pieces)") }

    /// Cents in the seller's own currency: three percent off for each further piece.
    var cents: Int64 { goods.cents * Int64(pieces * (103 - 3 * pieces)) / 100 }

    /// Its name in English, or in German.
    func title(inGerman: Bool) -> String {
        let name = inGerman ? "\(goods.german), \(colour.german)" : "\(goods.english), \(colour.english)"
        guard pieces > 1 else { return name }
        return name + (inGerman ? ", \(pieces)er-Pack" : ", pack of \(pieces)")
    }

    /// The range, in the order in which people want it: the first sells best. Packs
    /// come later, the larger the later, with some luck.
    static func range(_ random: inout SplitMix64) -> [Product] {
        var range: [(place: Double, product: Product)] = []
        for goods in Goods.all {
            for colour in Colour.all {
                for pieces in packs {
                    let product = Product(goods: goods, colour: colour, pieces: pieces, asin: "B0" + random.code(8))
                    range.append((Double(pieces - 1) * 0.02 + random.uniform() * Double(pieces), product))
                }
            }
        }
        return range.sorted { ($0.place, $0.product.asin) < ($1.place, $1.product.asin) }.map(\.product)
    }
}
