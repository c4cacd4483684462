extension RandomAccessCollection {
    /// How many elements are such, where all that are stand before all that are not.
    @inlinable
    package func prefixCount(where isSuch: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSuch(self[index(startIndex, offsetBy: middle)]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
