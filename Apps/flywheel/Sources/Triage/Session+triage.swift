import CaseDesk
import Cases
import FlywheelHost
import Triage

extension Session {
    /// Trains on the desk's closed cases; where they are too few, what the desk went by stays.
    func trainTriage() throws -> TriageModelAnswer {
        do {
            let kept = try KeptTriage(trainingIn: host.store, by: actor, now: now)
            return TriageModelAnswer(triage: kept.triage, file: nil, isKept: true)
        } catch let error as TrainingError {
            throw Diagnostic(
                error, notes: ["the desk suggests by what it had, or by the program's own phrases"],
                help: "say what closed cases were about: flywheel cases label C12 --intent where-is-my-order")
        }
    }

    /// How the desk's triage does on what people labelled since it was trained.
    func reportTriage() throws -> TriageReportAnswer {
        let kept = try keptTriage()
        let cases = try LabelledCases(in: host.store, by: kept, now: now)
        let watch = try DeskWatch(in: host.store, by: kept, labelled: cases, now: now)
        return TriageReportAnswer(
            trial: TriageTrial(cases),
            readings: watch.readings.map { WatchReading(language: $0.language, reading: $0.reading) })
    }

    /// What the desk goes by now, for messages in a language or in any. Throws a ``Diagnostic``.
    func keptTriage(for language: String? = nil) throws -> KeptTriage {
        do { return try KeptTriage(in: host.store, for: language) } catch let error as DamagedTriage {
            throw Diagnostic("triage", error.description, help: "flywheel triage train --desk", exit: .failed)
        }
    }
}
