import FlywheelKit

extension Trial {
    func inputs() -> [String] {
        Self.undeclared(S.manifest.windows, S.manifest.inputs, "the manifest's inputs")
            + ((S.self as? any Surveying.Type).map {
                Self.undeclared($0.surveyWindows, $0.surveyInputs, "surveyInputs")
            } ?? [])
            + S.manifest.unreadDeciders.map {
                "kind \"\($0.kind.id)\" is decided by \($0.feed.key.text), which is not read. Add it to the manifest's inputs"
            } + readings()
    }

    /// Series whose feeds are not among the inputs: they would never be known.
    private static func undeclared(_ windows: [SeriesWindow], _ inputs: [FeedInput], _ place: String) -> [String] {
        let read = Set((Feed.alwaysRead + inputs.map(\.feed)).map(\.key))
        return windows.flatMap(\.series.sources).filter { !read.contains($0.feed) }.map {
            "a window is over \($0.feed.text) \($0.name), a feed that is not declared. Add it to \(place)"
        }
    }

    private func readings() -> [String] {
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
