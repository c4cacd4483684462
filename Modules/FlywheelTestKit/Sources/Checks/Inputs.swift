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
            let (inputs, windows) = (S.manifest.inputs, S.manifest.windows)
            let limited = stage.sight(of: chunk.limited(to: inputs, windows: windows), given.signals[index])
            let differences = whole[index].differences(from: limited, in: chunk)
            guard !differences.isEmpty else { return [String]() }
            let read = chunk.undeclared(by: inputs, windows: windows).compactMap { fact in
                limited.differences(from: stage.sight(of: fact.chunk, given.signals[index]), in: chunk).first.map {
                    "chunk \(index): \(fact.name) is read and not declared; with it: \($0). \(Self.advice)"
                }
            }
            // What takes several undeclared columns to be seen is told by all that follows from them.
            return read.isEmpty
                ? differences.map {
                    """
                    chunk \(index) with nothing in it but the declared columns and windows differs: \($0). \(Self.advice)
                    """
                } : read
        }
    }

    private static var advice: String {
        "Declare every column in the manifest's inputs, and every day of history in its windows"
    }
}
