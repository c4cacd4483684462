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

    /// The claims among entries.
    ///
    /// - Parameters:
    ///   - rows: the row of each entry.
    ///   - products: columns that together name the product of each entry.
    init(_ rows: [Int32], _ products: [Values<String>]) {
        self.init()
        var entry = 0
        // Where each row's claim stands; a chunk has few rows, so a list is faster than a table.
        var found: [Int32] = []
        for column in products {
            guard column.known.setCount > 0 else {
                entry += column.count
                continue
            }
            for index in column.indices {
                if column.known[index] { add(rows[entry], index, of: column.storage, &found) }
                entry += 1
            }
        }
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
        self.init(parts.flatMap(\.rows), parts.map { Values(all: $0.products) })
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
