public import FlywheelKit

/// The products that entries of a part name: one a chunk row, of several the smallest text, so that the order of lines
/// does not matter.
public struct Claims: Sendable {
    /// The rows, in the order in which they were first named.
    public var rows: [Int32]
    /// The product of each of ``rows``.
    public var products: Texts

    /// No claims.
    public init() {
        rows = []
        products = []
    }

    /// Claims from their parts, each as long as the other, one a row.
    public init(rows: [Int32], products: Texts) {
        self.rows = rows
        self.products = products
    }

    /// Adds the claims among entries.
    ///
    /// - Parameters:
    ///   - products: the column that names the product of each entry.
    ///   - indices: the entries, as rows of the column.
    ///   - rows: the row of each of these entries.
    ///   - found: where each row's claim stands, negative where it has none; a chunk has few rows, so a list is faster than
    ///     a table.
    mutating func add(
        _ products: Values<String>, at indices: some Sequence<Int32>, for rows: some Sequence<Int32>,
        _ found: inout [Int32]
    ) {
        guard products.known.contains(true) else { return }
        let (texts, known) = (products.storage, products.known)
        for (index, row) in zip(indices, rows) where known[Int(index)] { add(row, Int(index), of: texts, &found) }
    }

    private mutating func add(_ row: Int32, _ index: Int, of texts: Texts, _ found: inout [Int32]) {
        if Int(row) >= found.count {
            found += repeatElement(-1, count: max(Int(row) + 1 - found.count, found.count))
        }
        let earlier = Int(found[Int(row)])
        guard earlier >= 0 else {
            found[Int(row)] = Int32(rows.count)
            rows.append(row)
            products.append(index, of: texts)
            return
        }
        let isSame = texts.withUTF8(of: index) { text in
            products.withUTF8(of: earlier) { TextTable.same($0, text) }
        }
        if !isSame, texts[index] < products[earlier] { products.replace(earlier, with: texts[index]) }
    }

    /// The claims of several parts as one.
    public init(joining parts: [Claims]) {
        guard parts.count != 1 else {
            self = parts[0]
            return
        }
        self.init()
        var found: [Int32] = []
        for part in parts {
            add(Values(all: part.products), at: 0..<Int32(part.rows.count), for: part.rows, &found)
        }
    }

    /// The claims at these positions.
    public func picked(_ indices: [Int]) -> Claims {
        Claims(rows: indices.map { rows[$0] }, products: products.picked(indices, filler: ""))
    }

    /// Those of some rows, by row.
    func products(of wanted: Set<Int32>) -> [Int32: String] {
        var found: [Int32: String] = [:]
        for (index, row) in rows.enumerated() where wanted.contains(row) { found[row] = products[index] }
        return found
    }
}
