public import FlywheelKit

/// A chunk as the store places it: rows of one kind, account and marketplace that share products.
public struct ChunkPlace: Hashable, Sendable {
    /// The chunk's number; chunks are worked through in this order.
    public var id: Int64
    /// The kind of its rows.
    public var kind: Subject.Kind
    /// The account of its rows.
    public var account: String
    /// The marketplace of its rows.
    public var marketplace: String

    /// A chunk.
    public init(id: Int64, kind: Subject.Kind, account: String, marketplace: String) {
        self.id = id
        self.kind = kind
        self.account = account
        self.marketplace = marketplace
    }
}

/// Which subject stands in which row of a chunk. Rows that were moved to another chunk have no code here.
public struct ChunkRows: Hashable, Sendable {
    /// The code of each row; unknown where the row is no longer used.
    public var codes: Values<String>
    /// The product of each row, where one is known.
    public var products: Values<String>

    /// The rows of a chunk.
    public init(codes: Values<String>, products: Values<String>) {
        self.codes = codes
        self.products = products
    }
}

/// What one import brought to one chunk, for some columns.
public struct FactBlock: Sendable {
    /// The import.
    public var source: ImportID
    /// The chunk row of each entry; a row stands more than once where the import said more than one thing of it.
    public var rows: [Int32]
    /// The columns by name, each as long as ``rows``; a column the import did not bring is absent.
    public var columns: [String: ColumnData]
    /// When its entries were true, where that is not when their file was; a reader sets it, see ``FactRows/moment``.
    public var at: Instant?

    /// A block.
    public init(source: ImportID, rows: [Int32], columns: [String: ColumnData]) {
        self.source = source
        self.rows = rows
        self.columns = columns
    }
}
