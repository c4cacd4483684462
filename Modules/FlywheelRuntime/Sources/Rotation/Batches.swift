extension Array {
    /// The elements in runs of `count`, the last one shorter: what a store takes in one short transaction.
    func batches(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min(self.count, $0 + count)]) }
    }
}
