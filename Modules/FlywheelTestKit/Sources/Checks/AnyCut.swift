import FlywheelKit

/// One row alone, a number that divides nothing, and one that lies on the border of a bitmap's word.
let cuts = [1, 7, 64]

extension Chunk {
    /// The row ranges of pieces of at least `size` rows; the last may be shorter. Rows of one product stay together, as
    /// every store keeps them.
    func pieces(of size: Int) -> [Range<Int>] {
        let last = rows.reduce(into: [String: Int]()) { last, row in
            if let product = products[row] { last[product] = row }
        }
        var pieces: [Range<Int>] = []
        var (start, reach) = (0, 0)
        for row in rows {
            reach = max(reach, products[row].flatMap { last[$0] } ?? row)
            guard row == count - 1 || row == reach && row + 1 - start >= size else { continue }
            pieces.append(start..<row + 1)
            start = row + 1
        }
        return pieces
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
