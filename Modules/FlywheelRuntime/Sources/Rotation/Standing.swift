import FlywheelKit
import FlywheelStore

/// The exceptions that are not final, by what they are about.
struct Standing: Sendable {
    private struct Group: Hashable {
        let kind: Subject.Kind
        let account: String
        let marketplace: String
    }

    let all: [ExceptionRecord]
    /// Places in ``all`` by account and code.
    private let placesByCode: [Group: [String: [Int]]]

    init(_ exceptions: [ExceptionRecord]) {
        all = exceptions
        var places: [Group: [String: [Int]]] = [:]
        for (place, exception) in exceptions.enumerated() {
            let subject = exception.fingerprint.subject
            let group = Group(kind: subject.kind, account: subject.account, marketplace: subject.marketplace)
            places[group, default: [:]][subject.code, default: []].append(place)
        }
        placesByCode = places
    }

    /// Whether something stands under a name.
    func holds(_ fingerprint: Fingerprint) -> Bool {
        let subject = fingerprint.subject
        let group = Group(kind: subject.kind, account: subject.account, marketplace: subject.marketplace)
        return placesByCode[group]?[subject.code]?.contains { all[$0].fingerprint == fingerprint } ?? false
    }

    /// What stands on the rows of a chunk, row by row.
    ///
    /// - Returns: places in ``all``.
    func places(in chunk: Chunk) -> [(row: Int, place: Int)] {
        let group = Group(kind: chunk.kind, account: chunk.account, marketplace: chunk.marketplace)
        guard let codes = placesByCode[group] else { return [] }
        return chunk.rows.flatMap { row in
            (codes[chunk.codes[row]] ?? []).map { (row, $0) }
        }
    }
}
