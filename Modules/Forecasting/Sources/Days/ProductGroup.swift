import FlywheelKit

/// The rows of a chunk by product: demand belongs to the product, and buyers of one SKU may as well take another.
enum ProductGroup {
    /// Rows that share a product, in the order of their first row; a row whose product is unknown stands alone.
    ///
    /// The parts of a product's demand are handed out in the order of codes, which does not depend on how rows were placed.
    static func all(of chunk: Chunk) -> [[Int]] {
        var index: [String: Int] = [:]
        index.reserveCapacity(chunk.count)
        var groups: [[Int]] = []
        groups.reserveCapacity(chunk.count)
        for row in chunk.rows {
            if let product = chunk.products[row] {
                if let group = index[product] {
                    groups[group].append(row)
                    continue
                }
                index[product] = groups.count
            }
            groups.append([row])
        }
        return groups.map { rows in rows.count == 1 ? rows : rows.sorted { chunk.codes[$0] < chunk.codes[$1] } }
    }
}
