/// Rows of one import as columns, on their way into the store.
public struct FactRows: Sendable {
    /// The code of each row's subject: a SKU, an order's number.
    public var codes: Texts
    /// The product each row names, where it does.
    public var products: Values<String>
    /// The columns by name, each as long as ``codes``.
    public var columns: [String: ColumnData]

    /// The column of moments that says when each row was true, where rows do so for themselves: changes that came in one file.
    /// Without it all are true when their file was.
    public static let moment = "true-at"

    /// Rows.
    public init(codes: some Sequence<String>, products: Values<String>, columns: [String: ColumnData]) {
        self.codes = codes as? Texts ?? Texts(codes)
        self.products = products
        self.columns = columns
    }
}
