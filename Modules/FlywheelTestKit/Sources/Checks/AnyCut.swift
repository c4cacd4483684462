import FlywheelKit

/// One row alone, a number that divides nothing, and one that lies on the border of a bitmap's word.
let cuts = [1, 7, 64]

extension Chunk {
    /// The row ranges of pieces of `size` rows; the last may be shorter.
    func pieces(of size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}

extension Trial {
    func anyCut() -> [String] {
        given.fixture.indices.flatMap { index in cuts.flatMap { cut(index, every: $0) } }
    }

    private func cut(_ index: Int, every size: Int) -> [String] {
        let (chunk, signals) = (given.fixture[index], given.signals[index])
        let joined = chunk.pieces(of: size).reduce(into: Sight<S.Evidence>()) { joined, piece in
            joined.append(stage.sight(of: chunk.rows(piece), signals.rows(piece)), at: piece.lowerBound)
        }
        return whole[index].differences(from: joined, in: chunk).map {
            """
            chunk \(index) cut every \(size) rows differs from the whole: \($0). Judge each row by itself: not by its \
            number, its neighbours or the size of the chunk; what needs the whole catalogue is a survey
            """
        }
    }
}
