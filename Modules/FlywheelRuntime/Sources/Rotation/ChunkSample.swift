import FlywheelStore

extension [ChunkPlace] {
    /// At most so many chunks of each account's marketplace, in their order.
    ///
    /// The choice looks random and is not: it depends on the chunks' numbers alone, so a catalogue that grows by a chunk
    /// changes one chunk of the sample at most (D. Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing).
    func sample(_ most: Int) -> [ChunkPlace] {
        guard most < count else { return self }
        let owners = Dictionary(grouping: self) { [$0.account, $0.marketplace] }
        let chosen = owners.values.flatMap { places in
            places.map { (key: UInt64(bitPattern: $0.id) &* 0x9E37_79B9_7F4A_7C15, id: $0.id) }
                .sorted { $0.key < $1.key }
                .prefix(most).map(\.id)
        }
        let ids = Set(chosen)
        return filter { ids.contains($0.id) }
    }
}
