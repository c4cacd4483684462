extension Chunk {
    /// The rows by product, in the order of their first row; a row whose product is unknown stands alone. Demand belongs to
    /// the product: buyers of one SKU may as well take another.
    ///
    /// The rows of a product are in the order of their codes, so that what is handed out part by part does not depend on how
    /// rows were placed.
    public var rowsByProduct: [[Int]] {
        var index: [String: Int] = [:]
        index.reserveCapacity(count)
        var groups: [[Int]] = []
        groups.reserveCapacity(count)
        for row in rows {
            if let product = products[row] {
                if let group = index[product] {
                    groups[group].append(row)
                    continue
                }
                index[product] = groups.count
            }
            groups.append([row])
        }
        return groups.map { rows in rows.count == 1 ? rows : rows.sorted { codes[$0] < codes[$1] } }
    }
}
