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
    private let places: [Group: [String: [Int]]]

    init(_ exceptions: [ExceptionRecord]) {
        all = exceptions
        var places: [Group: [String: [Int]]] = [:]
        for (place, exception) in exceptions.enumerated() {
            let subject = exception.fingerprint.subject
            let group = Group(kind: subject.kind, account: subject.account, marketplace: subject.marketplace)
            places[group, default: [:]][subject.code, default: []].append(place)
        }
        self.places = places
    }

    /// What stands on the rows of a chunk, row by row.
    func exceptions(in chunk: Chunk) -> [(row: Int, exception: ExceptionRecord)] {
        let group = Group(kind: chunk.kind, account: chunk.account, marketplace: chunk.marketplace)
        guard let codes = places[group] else { return [] }
        return chunk.rows.flatMap { row in
            (codes[chunk.codes[row]] ?? []).map { (row, all[$0]) }
        }
    }
}
