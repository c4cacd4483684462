extension Array where Element: Sendable {
    /// The result for each element, in order, computed in slices on all cores.
    func concurrently<Result: Sendable>(_ body: @Sendable @escaping (Element) -> Result) async -> [Result] {
        let slice = 64
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: count, by: slice) {
                let part = self[start..<Swift.min(start + slice, count)]
                group.addTask { (start, part.map(body)) }
            }
            var parts: [(Int, [Result])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
