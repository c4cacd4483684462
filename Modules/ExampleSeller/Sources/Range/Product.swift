import Statistics

/// Something sold: goods in a colour, under one ASIN wherever it is listed.
struct Product {
    let goods: Goods
    let colour: Colour
    let asin: String

    /// The range, in the order in which people want it: the first sells best.
    static func range(_ random: inout SplitMix64) -> [Product] {
        var range: [Product] = []
        for goods in Goods.all {
            for colour in Colour.all {
                range.append(Product(goods: goods, colour: colour, asin: "B0" + random.code(8)))
            }
        }
        // Written out, because the standard library's shuffle may change between versions.
        for last in stride(from: range.count - 1, to: 0, by: -1) { range.swapAt(last, random.below(last + 1)) }
        return range
    }
}
