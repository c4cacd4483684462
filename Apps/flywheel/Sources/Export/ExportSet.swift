import ArgumentParser
import FlywheelHost
import FlywheelStore

/// What can be exported.
enum ExportSet: String, CaseIterable, ExpressibleByArgument {
    case queue, exceptions, outcomes, imports, rejects, journal
}

extension Session {
    /// All rows of a set.
    func all(of set: ExportSet) throws -> any Answer {
        switch set {
        case .queue: try queue(QueueFilter(isUnfolded: true), limit: .max)
        case .exceptions:
            ListAnswer(
                schema: "flywheel.exceptions/1", columns: ExceptionRecord.columns, rows: try exceptions().map(\.row))
        case .outcomes:
            ListAnswer(
                schema: "flywheel.outcomes/1", columns: OutcomeRecord.columns,
                rows: try host.store.outcomes().map { try $0.row() })
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

    /// Every exception, by id: those that are not final, and those that left an outcome.
    private func exceptions() throws -> [ExceptionRecord] {
        let final = try host.store.outcomes().compactMap { try host.store.exception($0.exception) }
        let unfinished = try host.store.unfinishedExceptions()
        let known = Set(unfinished.map(\.id))
        return (unfinished + final.filter { !known.contains($0.id) }).sorted { $0.id < $1.id }
    }
}
