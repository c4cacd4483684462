import FlywheelKit

extension Trial {
    func inputs() -> [String] {
        given.fixture.indices.flatMap { index in
            let chunk = given.fixture[index]
            let limited = chunk.limited(to: S.manifest.inputs, windows: S.manifest.windows)
            return whole[index].differences(from: stage.sight(of: limited, given.signals[index]), in: chunk).map {
                """
                chunk \(index) with nothing in it but the declared columns and windows differs: \($0). \
                Declare every column in the manifest's inputs, and every day of history in its windows
                """
            }
        }
    }
}
