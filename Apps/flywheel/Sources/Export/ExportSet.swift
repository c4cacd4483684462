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
                try host.store.exceptions(listed: .all, of: nil, after: ExceptionID(0), limit: .max)
                    .filter { place.admits($0.fingerprint.subject) })
        case .outcomes:
            try ListAnswer(try host.store.outcomes().filter { place.admits($0.fingerprint.subject) })
        case .imports: try imports(limit: .max)
        case .rejects:
            RejectsAnswer(
                imports: try host.store.imports().filter { $0.summary.rejected > 0 }.map {
                    ($0, try host.store.rejects(of: $0.id, offset: 0, limit: .max))
                }, showsImports: false)
        case .journal:
            ListAnswer(
                schema: "flywheel.events/1", columns: JournalLine.columns, rows: try host.store.events().map(\.row))
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
                ListAnswer($0)
            }
        case .outcomes:
            let rows = try store.outcomes(of: nil, after: start(), limit: page.limit + 1)
            return try AnswerPart(rows, limit: page.limit, matching: matching(.ended), name: \.exception.description) {
                try ListAnswer($0)
            }
        case .queue, .imports, .rejects, .journal: return nil
        }
    }
}

extension ListAnswer {
    fileprivate init(_ exceptions: [ExceptionRecord]) {
        self.init(
            schema: "flywheel.exceptions/1", columns: ExceptionRecord.columns, rows: exceptions.map(\.row))
    }

    fileprivate init(_ outcomes: [OutcomeRecord]) throws {
        self.init(
            schema: "flywheel.outcomes/1", columns: OutcomeRecord.columns, rows: try outcomes.map { try $0.row() })
    }
}
