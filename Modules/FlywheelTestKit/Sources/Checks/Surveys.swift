import FlywheelKit

extension Trial {
    /// Asked of the type at run time and not by an overload, which a call from generic code would pass by.
    func surveys() -> [String] {
        guard let type = S.self as? any Surveying.Type else { return [] }
        return Self.complaints(type, given.fixture)
    }

    /// The model that a surveying stage learns from the fixture.
    static func fitted(from fixture: [Chunk]) -> S.Model? {
        func model<T: Surveying>(_: T.Type) -> any StageModel { T.fit(survey(T.self, fixture), after: T.Model()) }
        return (S.self as? any Surveying.Type).flatMap { model($0) as? S.Model }
    }

    private static func survey<T: Surveying>(_: T.Type, _ chunks: [Chunk]) -> T.Survey {
        chunks.reduce(into: T.Survey()) { whole, chunk in
            // As the host does: rows as wide as what the survey declares.
            T.survey(chunk.limited(to: T.surveyInputs, windows: T.surveyWindows), into: &whole)
        }
    }

    private static func complaints<T: Surveying>(_: T.Type, _ fixture: [Chunk]) -> [String] {
        let expected = T.fit(survey(T.self, fixture), after: T.Model())
        return cuts.flatMap { size -> [String] in
            let parts = fixture.flatMap { chunk in
                chunk.pieces(of: size).map { survey(T.self, [chunk.rows($0)]) }
            }
            let fromFirst = parts.reduce(into: T.Survey()) { $0.merge($1) }
            let fromLast = parts.reversed().reduce(T.Survey()) { later, part in
                var merged = part
                merged.merge(later)
                return merged
            }
            return [("one after the other", fromFirst), ("from the last to the first", fromLast)].compactMap {
                let model = T.fit($1, after: T.Model())
                guard model != expected else { return nil }
                return """
                    surveys of \(size) rows merged \($0) lead to \(model), one survey of all chunks to \(expected). Let \
                    merge give the survey of both parts, whole numbers where order would change a sum
                    """
            }
        }
    }
}
