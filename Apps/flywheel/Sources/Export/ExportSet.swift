import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What can be exported.
enum ExportSet: String, CaseIterable, ExpressibleByArgument {
    case queue, exceptions, outcomes, imports, rejects, journal

    /// Whether each row is of an account and a marketplace, so that those of some can be asked for.
    var hasPlaces: Bool {
        switch self {
        case .queue, .exceptions, .outcomes: true
        case .imports, .rejects, .journal: false
        }
    }
}

extension Session {
    /// All rows of a set, of an account or on a marketplace alone where the set has such.
    func all(of set: ExportSet, at place: PlaceFilter = PlaceFilter()) throws -> any Answer {
        try requireKnown(place)
        return switch set {
        case .queue: try queue(QueueFilter(isUnfolded: true, includesSnoozed: true, place: place), limit: .max)
        case .exceptions:
            ListAnswer(
                items: try host.store.exceptions(listed: .all, of: nil, after: ExceptionID(0), limit: .max)
                    .filter { place.admits($0.fingerprint.subject) })
        case .outcomes:
            ListAnswer(
                items: try host.store.outcomes().filter { place.admits($0.fingerprint.subject) }
                    .map { try ExportedOutcome($0) })
        case .imports: try imports(limit: .max)
        case .rejects:
            RejectsAnswer(
                imports: try host.store.imports().filter { $0.summary.rejected > 0 }.map {
                    ($0, try host.store.rejects(of: $0.id, offset: 0, limit: .max))
                }, showsImports: false)
        case .journal: ListAnswer(items: try host.store.events())
        }
    }

    /// A part of a set that grows with every rotation; `nil` of others.
    func part(_ page: ListPage, of set: ExportSet) throws -> AnswerPart? {
        let store = host.store
        func matching(_ list: ExceptionList) throws -> ListCount {
            try ListCount(upToMost: { try store.countExceptions(listed: list, of: nil, limit: $0) })
        }
        func start() throws -> ExceptionID {
            guard let cursor = page.cursor else { return ExceptionID(0) }
            guard let id = ExceptionID(text: cursor) else { throw Diagnostic.cursor(cursor) }
            return id
        }
        switch set {
        case .exceptions:
            let rows = try store.exceptions(listed: .all, of: nil, after: start(), limit: page.limit + 1)
            return try AnswerPart(rows, limit: page.limit, matching: matching(.all), name: \.id.description) {
                ListAnswer(items: $0)
            }
        case .outcomes:
            let rows = try store.outcomes(of: nil, after: start(), limit: page.limit + 1)
            return try AnswerPart(rows, limit: page.limit, matching: matching(.ended), name: \.exception.description) {
                ListAnswer(items: try $0.map { try ExportedOutcome($0) })
            }
        case .queue, .imports, .rejects, .journal: return nil
        }
    }
}
