import BenchmarkFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What one item sold in one period, at which price, and beside what.
struct Sale {
    /// The item's kind, which answers to prices alike: a brand, a product category.
    let kind: String
    /// The item within its kind: the store a brand stands in, a product.
    let item: Int
    let period: Int
    let units: Double
    let price: Double
    /// Promotions, 0 to 1.
    let promotions: [Double]
    /// The mean logarithm of competitors' prices.
    let competitors: Double

    /// `orange_juice/oj_store_week.csv.gz` of a folder: eleven brands in 37 stores by week.
    static func orangeJuice(in folder: String) throws -> [Sale] {
        try lines(of: folder + "/orange_juice/oj_store_week.csv.gz").dropFirst().map { line in
            let row = try numbers(line.split(separator: ","))
            let (brand, prices) = (Int(row[1]), row[5..<16].map { log($0) })
            let others = prices.reduce(0, +) - prices[brand - 1]
            return Sale(
                kind: "brand \(brand)", item: Int(row[0]), period: Int(row[2]), units: exp(row[3]),
                price: exp(prices[brand - 1]), promotions: [row[16], row[17]], competitors: others / 10)
        }
    }

    /// `retail_price/retail_price.csv` of a folder: 52 products of 9 categories by month, from January 2017.
    static func retail(in folder: String) throws -> [Sale] {
        let rows = try lines(of: folder + "/retail_price/retail_price.csv").dropFirst().map { $0.split(separator: ",") }
        let items = Dictionary(uniqueKeysWithValues: Set(rows.map { $0[0] }).sorted().enumerated().map { ($1, $0) })
        return try rows.map { row in
            let month = try numbers(row[2].split(separator: "-"))
            let others = try numbers([row[20], row[23], row[26]]).map { log($0) }
            return Sale(
                kind: String(row[1]), item: items[row[0]] ?? 0, period: Int((month[0] - 2017) * 12 + month[1]),
                units: try numbers([row[3]])[0], price: try numbers([row[6]])[0], promotions: [],
                competitors: others.reduce(0, +) / 3)
        }.sorted { ($0.item, $0.period) < ($1.item, $1.period) }
    }

    private static func numbers(_ cells: [Substring]) throws(UnreadableFile) -> [Double] {
        var numbers: [Double] = []
        for cell in cells {
            guard let number = Double(cell.filter { $0 != "\r" }) else {
                throw UnreadableFile(description: "\"\(cell)\" is no number")
            }
            numbers.append(number)
        }
        return numbers
    }
}
