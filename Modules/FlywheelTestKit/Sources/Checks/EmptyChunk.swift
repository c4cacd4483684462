import FlywheelKit

extension Trial {
    func emptyChunk() -> [String] {
        given.fixture.indices.flatMap { index -> [String] in
            let empty = given.fixture[index].rows(0..<0)
            let sight = stage.sight(of: empty, given.signals[index].rows(0..<0))
            return sight.findings.map {
                "found \($0.description(in: empty)) in chunk \(index) without its rows. Report only rows of the chunk"
            }
        }
    }
}
