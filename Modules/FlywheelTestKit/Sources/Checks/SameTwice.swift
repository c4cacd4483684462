import FlywheelKit

extension Trial {
    func sameTwice() -> [String] {
        given.fixture.indices.flatMap { index in
            let again = stage.sight(of: given.fixture[index], given.signals[index])
            var differences = whole[index].differences(from: again, in: given.fixture[index])
            if differences.isEmpty, again.findings != whole[index].findings {
                differences = ["the same findings in another order"]
            }
            return differences.map {
                """
                the second look at chunk \(index) differs from the first: \($0). Let detect depend on its arguments \
                alone: no clock, no randomness, no state; and keep NaN, which equals nothing, out of evidence
                """
            }
        }
    }
}
