import CaseDesk
import FlywheelHost
import FlywheelRuntime
import FlywheelStore

extension Session {
    /// Takes files into a store that is to be forgotten, and turns the wheel once.
    ///
    /// - Returns: what did not become facts, and what may have been meant otherwise, a sentence each.
    func look(at files: [String], _ source: StatedSource) throws -> [String] {
        let reports = try host.importFiles(files, context: source.context(in: self), actor: actor, now: now) {
            progress.say($0.words)
        }
        guard reports.contains(where: { $0.kept != nil }) else {
            throw Diagnostic(
                "nothing-read", "none of the \(Numbers.count(reports.count, "file")) could be read",
                notes: reports.compactMap(\.slip), help: "flywheel import FILES says more of each", exit: .failed)
        }
        // What was just taken in needs no upkeep.
        try DeskFacts(host.store, rules: rules, now: now).publish()
        var settings = host.configuration.rotation
        // Nobody will come back to judge what lies below thresholds.
        settings.review = .nothing
        _ = try host.rotate(asOf: now, settings: settings, progress: progress.say)
        let unplaced = reports.unplaced
        var placing: [String] = []
        if let first = unplaced.first?.fileName.visible {
            let files = unplaced.count > 1 ? "\(first) and \(unplaced.count - 1) more" : first
            placing.append("\(files): of no known marketplace; --marketplace US names it")
        }
        return source.warnings + reports.compactMap(\.slip) + placing + reports.doubts
    }
}

extension ImportReport {
    /// The facts that the file became.
    fileprivate var kept: ImportRecord? { if case .kept(let record) = result { record } else { nil } }

    /// What of the file did not become facts, and why.
    fileprivate var slip: String? {
        switch result {
        case .kept(let record) where record.summary.rejected == 0: nil
        case .kept(let record):
            "\(path.visible): \(Numbers.count(record.summary.rejected, "row")) rejected"
                + (rejects.first.map { ", first line \($0.line): \($0.reason.visible)" } ?? "")
        case .quarantined(let record):
            "\(path.visible) looks wrong and was left out: \((record.summary.suspicion ?? "").visible)"
        case .same(let id): "\(path.visible) is the same as an earlier file, \(id)"
        case .leftAlone(let why, _): "\(path.visible) was left out: \(why.visible)"
        }
    }
}
